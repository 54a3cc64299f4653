"""Units, number words and what may stand between a number and its unit, in some languages."""

from typing import Final

_MEASURED: Final = {
    "ms msec msecs millisecond milliseconds millisekunde millisekunden milliseconde millisecondes milisegundo milisegundos millisecondi ミリ秒 毫秒": ("time", 0.001),
    "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi seconden сек секунд секунды секунду sekund sekundy sekunder 秒 秒間 초": ("time", 1),
    "min mins minute minutes minuten minuto minutos minuti minuut minuten мин минут минуты минуту minut minuty minuter 分 分間 分钟 분": ("time", 60),
    "h hr hrs hour hours stunde stunden heure heures hora horas ora ore uur uren час часа часов godzin godziny timmar 時間 小时 시간": ("time", 3_600),
    "d day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen день дня дней dni dniach dagar 日間 日以内 日 天 일": ("time", 86_400),
    "week weeks woche wochen semaine semaines semana semanas settimana settimane weken неделя недели недель tygodni tygodnie veckor 週間 周 주": ("time", 604_800),
    # A month and a year have their mean length, and values that are so near count as one: 30 days are a month.
    "month months monat monate monaten mois mes meses mês mese mesi maand maanden месяц месяца месяцев miesiące miesięcy månader か月 ヶ月 个月 個月 개월": ("time", 2_629_800),
    "year years jahr jahre jahren an ans année années año años ano anos anno anni jaar год года лет lat lata år 年間 년": ("time", 31_557_600),
    "percent prozent % pct": ("percent", 1),
    "€ euro euros eur": ("euro", 1),
    "$ usd dollar dollars": ("dollar", 1),
    "£ gbp pound pounds": ("pound", 1),
    "円": ("yen", 1),
    "元": ("yuan", 1),
    "byte bytes b octets": ("bytes", 1),
    "kb kib kilobyte kilobytes ko": ("bytes", 1_000),
    "mb mib megabyte megabytes mo": ("bytes", 1_000_000),
    "gb gib gigabyte gigabytes go": ("bytes", 1_000_000_000),
    "tb tib terabyte terabytes": ("bytes", 1_000_000_000_000),
    "mm millimetre millimetres millimeter millimeters": ("length", 0.001),
    "cm centimetre centimetres centimeter zentimeter centimètres centímetros": ("length", 0.01),
    "m metre metres meter meters mètre mètres metro metros metri": ("length", 1),
    "km kilometre kilometres kilometer kilometers kilomètres kilómetros": ("length", 1_000),
    "g gram grams gramm grammes gramos grammi": ("mass", 0.001),
    "kg kilogram kilograms kilogramm kilos": ("mass", 1),
    "l litre litres liter liters litros litri": ("volume", 1),
    "bar bars": ("bar", 1),
    "°c degrees grad degrés grados gradi": ("degrees", 1),
    "v volt volts": ("volt", 1),
    "w watt watts": ("watt", 1),
    "kw kilowatt": ("watt", 1_000),
    "hz": ("hertz", 1),
    "khz": ("hertz", 1_000),
    "mhz": ("hertz", 1_000_000),
    "port ports puerto porta porto poort порт ポート 端口": ("port", 1),
    "attempt attempts try tries retry retries times versuch versuche versuchen fehlversuch fehlversuche fehlversuchen anmeldeversuche anmeldeversuchen mal tentative tentatives essais fois intento intentos veces reintentos tentativo tentativi volte poging pogingen keer próby prób попытка попытки попыток раз försök 回 次 회 번": ("times", 1),
    "character characters chars zeichen caractère caractères carácter caracteres carattere caratteri tekens teken znaków znaki символ символа символов tecken 文字 字符 자": ("characters", 1),
    "digit digits ziffern stellen chiffres dígitos cifre cijfers цифр 桁": ("digits", 1),
    "user users benutzer nutzer utilisateurs usuarios utenti gebruikers пользователей 人 명": ("users", 1),
    "item items entry entries einträge éléments entrées elementos entradas elementi voci items элементов записей 件 条": ("items", 1),
    "request requests anfragen requêtes solicitudes peticiones richieste verzoeken запросов": ("requests", 1),
    "connection connections verbindungen connexions conexiones connessioni verbindingen соединений": ("connections", 1),
    "message messages nachrichten mensajes messaggi berichten сообщений": ("messages", 1),
    "file files dateien fichiers archivos bestanden файлов": ("files", 1),
    "client clients": ("clients", 1),
    "node nodes knoten nœuds nodos nodi узлов": ("nodes", 1),
    "replica replicas": ("replicas", 1),
    "row rows zeilen lignes filas righe rijen строк 行": ("rows", 1),
}  # fmt: skip
#: What a unit measures and how many of its basic unit one is, by the word.
UNITS: Final = {word: unit for words, unit in _MEASURED.items() for word in words.split()}
KNOWN_UNITS: Final = frozenset(unit for unit, _ in UNITS.values()) | {"working time"}
#: Kinds of units that are counted, by words that name what is counted.
_COUNTED: Final = (
    "port times characters digits users items requests connections messages files clients nodes replicas rows"
)
COUNTED: Final = frozenset(_COUNTED.split())
#: Days of which some only count: five of them are not five days.
_WORKING: Final = "working business werktage werktagen werktag arbeitstage arbeitstagen ouvrables ouvrés hábiles laborables lavorativi úteis werkdagen рабочих 営業日 工作日"
WORKING: Final = frozenset(_WORKING.split())
#: Words between a number and its unit.
_BETWEEN: Final = (
    "calendar consecutive full whole failed invalid wrong incorrect unsuccessful further more additional concurrent simultaneous parallel active open new printable alphanumeric"
    " fehlgeschlagenen fehlgeschlagene erfolglosen weitere volle gleichzeitige gleichzeitigen neue"
    " autres premiers dernières nouvelles últimos nuevos ulteriori nuovi неудачных"
)
BETWEEN: Final = WORKING | frozenset(_BETWEEN.split())
_NUMBERS: Final = {
    1: "one eine einen einer einem ein un une una uno um uma één",
    2: "two zwei deux dos dois due twee два две",
    3: "three drei trois tres três tre drie три trzy",
    4: "four vier quatre cuatro quatro quattro четыре",
    5: "five fünf cinq cinco cinque vijf пять pięć",
    6: "six sechs seis sei zes шесть",
    7: "seven sieben sept siete sete sette zeven семь",
    8: "eight acht huit ocho oito otto восемь",
    9: "nine neun neuf nueve nove negen девять",
    10: "ten zehn dix diez dez dieci tien десять",
    11: "eleven elf onze undici",
    12: "twelve zwölf douze doce doze dodici twaalf двенадцать",
    14: "fourteen vierzehn quatorze catorce quattordici veertien",
    15: "fifteen fünfzehn quinze quince quindici vijftien пятнадцать",
    20: "twenty zwanzig vingt veinte vinte venti twintig двадцать",
    30: "thirty dreißig trente treinta trinta trenta dertig тридцать",
    40: "forty vierzig quarante cuarenta quarenta quaranta veertig",
    45: "forty-five fünfundvierzig",
    48: "forty-eight achtundvierzig",
    50: "fifty fünfzig cinquante cincuenta cinquenta cinquanta vijftig",
    60: "sixty sechzig soixante sesenta sessenta sessanta zestig",
    90: "ninety neunzig noventa novanta negentig",
}
#: The number that a word writes.
NUMBER_WORDS: Final = {word: number for number, words in _NUMBERS.items() for word in words.split()}
#: Words for a number of times.
TWICE: Final = {"twice": 2.0, "zweimal": 2.0, "dreimal": 3.0}
