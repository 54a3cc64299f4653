"""What a statement is about, as a set of terms: stems of its content words, and what is said of them, whatever the verb.

"Tokens expire after 15 minutes" and "a token lives for 30 minutes" state the same of the same: their verbs are one term.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.units import BETWEEN, NUMBER_WORDS
from checkfirst.measuring.text.function_words import FUNCTION_WORDS

#: Beginnings of words that say one thing, in some languages, without accents. A term for each begins with ``=``.
_PREDICATES: Final = {
    "=lifetime": "expir lifetime lifespan ttl$ validity$ valid$ live$ lives$ lived$ lasts$ laufzeit verfall halt$ ablauf ablauft lauft$ gultig gilt$ lebensdauer valable"
    " vie$ caduc vence$ vencem$ vencimiento vigencia valido$ valida$ validez validi scad verloop verstrijk geldig wygas wazn истека деиств срок 有効期間 有効期限 有效期 期限切 失効 過期 过期 有効 만료 유효",
    "=timeout": "timeout wait$ waits$ waiting$ zeituberschreit wartet$ wartezeit attend$ attente espera esperar attesa attende wacht$ wachttijd ждет ожидан タイムアウト 超时",
    "=kept": "gard$ garde$ gardes$ gardee$ gardees$ kept$ keep$ keeps$ retain retention destroy stored$ delet purg remov eras gespeicher aufbewahr geloscht losch vorgehalten conserv sauvegardee$ supprim effac elimina borr retenc cancella cancellat"
    " bewaa bewaar verwijder przechow usuwa хран удал 保存 保管 削除 保留 删除 보관 삭제",
    "=cost": "cost$ costs$ price$ prices$ priced$ fee$ fees$ charge$ charged$ kostet$ kosten$ preis gebuhr coute cout prix$ tarif frais$ cuesta$ precio tasa$ costa$ prezzo custa$ preco taxa$ prijs koszt стоит цена 料金 費用 価格 费用 价格",
    "=return": "refund return$ returned$ returns$ widerruf ruckgabe zuruckgegeben erstatt rembours retour$ retours$ retourn retract reembols devoluc devol devuel rimbors restitu reso$ zwrot возврат 返金 返品 退款 退货 환불",
    "=every": "every$ interval alle$ jede$ toutes$ cada$ ogni$ elke$ meldeintervall каждые интервал ごと 間隔 毎 每 间隔",
    "=answer": "answer reply$ replies$ respond response antwort beantwort repond$ reponse respuesta responde risposta risponde antwoord ответ 回答 応答 响应 答复",
    "=listen": "listen reach$ reached$ reachable available$ bind$ binds$ exposed$ connections$ lauscht erreichbar hort$ ecoute accessible joignable escucha accesible ascolta luistert bereikbaar слушает",
    "=locked": "lock$ locks$ locked$ lockout blocked$ gesperrt sperr bloque verrouill bloquea bloquead bloccat geblokkeerd zablokow заблокир ロック 锁定 鎖定 잠금",
    "=retry": "retried$ retry$ retries$ repeated$ wiederholt reessay reintent ripet",
    "=payable": "payable paid$ due$ zahlbar fallig zahlungsfrist paiement payer$ pagar$ pagan$ paga$ pago$ pagamento",
    "=deliver": "deliver delivered delivers delivery liefer lieferzeit lieferfrist livr livraison entreg entrega consegn bezorg levering доставк 配送 配達",
    "=size": "size sizes length large larger$ longer$ limit$ limits$ limited$ limite$ lange$ groß grosse taille longueur tamano longitud dimensione lunghezza grootte lengte длина размер サイズ 長さ 长度 大小 上限 길이 크기",
    "=notice": "terminated cancel cancelled cancellation kundigung kundigungsfrist preavis resili rescis preaviso disdetta opzeg",
}  # fmt: skip
_BY_WORD: Final = [(word, term) for term, words in _PREDICATES.items() for word in words.split()]
_WHOLE: Final = {word[:-1]: term for word, term in _BY_WORD if word.endswith("$")}
_BEGINNINGS: Final = tuple(
    sorted(((word, term) for word, term in _BY_WORD if not word.endswith("$")), key=lambda w: -len(w[0]))
)
#: Letters by which the beginnings are looked up.
_KEY: Final = 3
_BY_KEY: Final = {
    key: [(word, term) for word, term in _BEGINNINGS if word.startswith(key)]
    for key in {word[:_KEY] for word, _ in _BEGINNINGS}
}
#: The words in Chinese letters, Japanese syllables and Hangul, which stand anywhere in a run of them.
_WITHIN: Final = tuple((word, term) for word, term in _BEGINNINGS if "ぁ" <= word[0] <= "힣")
#: Those that say by themselves what is bounded: there is one period to return goods in.
SPECIFIC: Final = frozenset({"=return", "=notice", "=deliver"})
#: Words that say nothing of what a number is of. Bounds are told apart by themselves.
_LIGHT: Final = (
    "least most maximum max minimum min exactly within only always until exceed shorter higher"
    " without binnen tener telt comporte comprend contient umfasst contiene default defaults value values number setting settings following respectively per total long period duration"
    " time times amount count aceptan acepta feita feito comporter contenir contener содержать содержит fino provides provided below above must shall should will would may might can cannot have has having had get gets getting take takes taken"
    " make makes made let lets set sets use uses used using allow allows allowed permit permitted accept accepts accepted possible"
    " hold holds show shows contain contains need needs needed require requires required run runs start starts stop ends ended end"
    " customer customers client clients buyer people person someone anyone day new each any every one both after before during over"
    " up down automatically then thus hence therefore back again it its their being been becomes become"
    " höchstens mindestens innerhalb maximal wenigstens etwa beträgt betragen lang wert standardwert standard dauer frist zeit darf dürfen müssen möglich kunden kunde immer jeweils insgesamt automatisch werden wird haben hat"
    " envoyée envoyé donnée donné rendue cubre vengono viene duurt dura plus moins maximum minimum valeur défaut délai temps bout sous doit doivent peut peuvent disposent dispose client clients article articles accepté acceptés toujours automatiquement est sont pendant montant élève fixé fixée"
    " máximo mínimo menos más valor defecto tiempo plazo debe deben puede pueden tiene tienen siempre durante cliente clientes después"
    " massimo minimo almeno valore predefinito tempo deve devono può possono sempre dopo durante termine"
    " maximaal minimaal minstens minste hoogste waarde standaard tijd moet mag kan altijd heeft hebben na"
    " não mais valor tempo prazo até deve pode sempre"
    " должен должна не менее более через течение составляет"
)
_STOP: Final = frozenset(word for words in FUNCTION_WORDS.values() for word in words) | BETWEEN
_STEM: Final = 7
_SHORTEST: Final = 3
_ELISION: Final = lazy_re.compile(r"^[^\W\d_]{1,2}['’](?=\w{3})")
_LONGEST_ENDING: Final = 6
_ENDINGS: Final = ("ings", "ing", "ed", "s")
#: Last letters by which the forms of a word differ in some languages.
_LAST_LETTERS: Final = "aeiouynаеиоуыяью"
_IN_CHINESE_LETTERS: Final = lazy_re.compile(r"[一-鿿ぁ-ヿ가-힣]")
#: Runs of Chinese letters, Katakana and Hangul; words that hold sentences together lie between them.
_RUN: Final = lazy_re.compile(r"[一-鿿々]+|[ァ-ヴー]{2,}|[가-힣]+")
_HOLDING: Final = lazy_re.compile(
    r"至少|最多|最大|最小|最長|不得|不少于|不超过|必须|以上|以下|以内|超过|之后|以后|长度|默认|下限|후에|이내|동안|까지|이상|이하|이어야|최대|최소|됩니다|입니다|합니다|해야|기간|ください|[在的为是后前将应被了于内和或与及时与至从个对可后由连续随约各本該该後内]"
)
_JOSA: Final = lazy_re.compile(r"(?<=[가-힣])(?:은|는|이|가|을|를|의|에|도|로|과|와)$")


def folded(word: str) -> str:
    """A word without accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_LIGHT_WORDS: Final = frozenset(map(folded, _LIGHT.split()))


def terms_of(words: list[str]) -> frozenset[str]:
    """The terms of words; those that say nothing of what a number is of have none."""
    found: set[str] = set()
    for word in words:
        bare = _ELISION.sub("", word) if "'" in word or "’" in word else word
        is_east_asian = not word.isascii() and _IN_CHINESE_LETTERS.search(word)
        found.update(_of_east_asian(word) if is_east_asian else _of_word(bare.lower()))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _of_word(low: str) -> tuple[str, ...]:
    if len(low) < _SHORTEST or any(map(str.isdigit, low)):
        return ()
    plain = folded(low)
    term = _WHOLE.get(plain) or next(
        (term for start, term in _BY_KEY.get(plain[:_KEY], ()) if _is_form(plain, start)), None
    )
    if term:
        return (term,)
    if low in _STOP or low in NUMBER_WORDS or plain in _LIGHT_WORDS:
        return ()
    return (stem(low),)


def _is_form(word: str, start: str) -> bool:
    """Whether a word is a form of the one that begins so, by how much is added."""
    return word.startswith(start) and len(word) - len(start) <= _LONGEST_ENDING


@lru_cache(maxsize=20_000)
def _of_east_asian(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for part, term in _WITHIN:
        if part in word:
            found.append(term)
            word = word.replace(part, " ")
    for run in _RUN.findall(_HOLDING.sub(" ", word)):
        bare = _JOSA.sub("", run)
        if len(bare) > 1:
            found.append(bare)
    return tuple(found)


def stem(word: str) -> str:
    """The first letters of a word without accents and without the endings of plurals, cases and verbs."""
    low = folded(word.lower().strip(".'’"))
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            low = low[: -len(ending)]
            break
    bare = low.rstrip(_LAST_LETTERS)
    return (bare if len(bare) >= _SHORTEST else low)[:_STEM]
