"""Units and number words in some languages."""

from typing import Final

_TIMES: Final = {
    "ms millisecond milliseconds millisekunden millisecondes milisegundos": ("time", 0.001),
    "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondi secondo сек секунд секунды": ("time", 1),
    "min mins minute minutes minuten minuto minutos minuti minuut минут минуты минуту": ("time", 60),
    "h hr hrs hour hours stunde stunden heure heures hora horas ora ore uur uren час часа часов": ("time", 3_600),
    "day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen день дня дней": ("time", 86_400),
    "week weeks woche wochen semaine semaines semana semanas settimana settimane weken неделя недели недель": ("time", 604_800),
    "month months monat monate monaten mois mes meses mês mese mesi maand maanden месяц месяца месяцев": ("months", 1),
    "year years jahr jahre jahren an ans année années año años ano anos anno anni jaar год года лет": ("months", 12),
    "percent prozent % pct": ("percent", 1),
    "€ euro euros eur": ("euro", 1),
    "$ usd dollar dollars": ("dollar", 1),
    "£ gbp pound pounds": ("pound", 1),
    "byte bytes b": ("bytes", 1),
    "kb kib kilobyte kilobytes": ("bytes", 1_000),
    "mb mib megabyte megabytes": ("bytes", 1_000_000),
    "gb gib gigabyte gigabytes": ("bytes", 1_000_000_000),
    "mm millimetre millimetres millimeter millimeters": ("length", 0.001),
    "cm centimetre centimetres centimeter zentimeter": ("length", 0.01),
    "m metre metres meter meters mètre mètres metro metros": ("length", 1),
    "km kilometre kilometres kilometer kilometers": ("length", 1_000),
    "g gram grams gramm grammes gramos": ("mass", 0.001),
    "kg kilogram kilograms kilogramm": ("mass", 1),
    "l litre litres liter liters litros litri": ("volume", 1),
    "bar bars": ("bar", 1),
    "°c degrees grad degrés grados": ("degrees", 1),
    "v volt volts": ("volt", 1),
    "w watt watts": ("watt", 1),
    "kw kilowatt": ("watt", 1_000),
    "hz": ("hertz", 1),
}  # fmt: skip
#: What a unit measures and how many of its basic unit one is, by the word.
UNITS: Final = {word: unit for words, unit in _TIMES.items() for word in words.split()}
KNOWN_UNITS: Final = frozenset(unit for unit, _ in UNITS.values())
_NUMBERS: Final = {
    1: "one eine einen einer einem ein un une una uno um uma één",
    2: "two zwei deux dos dois due twee два две",
    3: "three drei trois tres três tre drie три",
    4: "four vier quatre cuatro quatro quattro четыре",
    5: "five fünf cinq cinco cinque vijf пять",
    6: "six sechs seis sei zes шесть",
    7: "seven sieben sept siete sete sette zeven семь",
    8: "eight acht huit ocho oito otto восемь",
    9: "nine neun neuf nueve nove negen девять",
    10: "ten zehn dix diez dez dieci tien десять",
    11: "eleven elf onze once undici",
    12: "twelve zwölf douze doce doze dodici twaalf двенадцать",
    14: "fourteen vierzehn quatorze catorce quattordici veertien",
    15: "fifteen fünfzehn quinze quince quindici vijftien пятнадцать",
    20: "twenty zwanzig vingt veinte vinte venti twintig двадцать",
    30: "thirty dreißig trente treinta trinta trenta dertig тридцать",
    40: "forty vierzig quarante cuarenta quarenta quaranta veertig",
    45: "forty-five fünfundvierzig",
    60: "sixty sechzig soixante sesenta sessenta sessanta zestig",
    90: "ninety neunzig noventa novanta negentig",
}
#: The number that a word writes.
NUMBER_WORDS: Final = {word: number for number, words in _NUMBERS.items() for word in words.split()}
