"""Words that blogs and forums print around comments, in the languages of common blog programs.

They are the strings of those programs' interfaces, and no words of comments.
"""

import re
from typing import Final

from checkfirst import lazy_re


def _either(*phrases: str) -> str:
    return "(?:" + "|".join(phrases) + ")"


_COMMENTS: Final = _either(
    "comments?|repl(?:y|ies)|responses?|thoughts?|reactions?|kommentare?|antworten?|gedanken?",
    "reaktionen|comentarios?|coment[áa]rios?|respuestas?|respostas?|pensamientos?|pensamentos?",
    "commentaires?|réponses?|réflexions?|réactions?|avis|commenti|commento|risposte|pensieri",
    "opiniones|reacties|kommentarer|svar|komentarz[ey]?|komentáře?|комментари[йяев]+|yorum(?:lar)?",
    "条评论|則留言|条回复|件のコメント|개의? 댓글|评论|留言|コメント|댓글|opmerkingen|trackbacks?",
)
_PREFIX: Final = _either(
    "readers?['’]?", "user", "show all", "view all", "all", "latest", "recent", "blog", "leser", "the", "plural:"
)
#: The heads of the two columns of a board.
_TABLE_HEAD: Final = (
    r"^\W*(?:author\W+message|autor\W+(?:nachricht|mensaje|mensagem)|auteur\W+message|autore\W+messaggio)\W*$"
)
TABLE_HEAD: Final = lazy_re.compile(_TABLE_HEAD, re.IGNORECASE)
#: The heading of a thread: a number and a word for comments, or the word alone; the title of the article may follow.
HEADING: Final = lazy_re.compile(
    rf"^\W{{0,6}}(?:{_PREFIX}\s)?(?:\d[\d.,]*|one|two|three|ein|un|una|uno|um)\s?{_COMMENTS}"
    rf"(?:\W*$|\W+(?:to|on|for|so far|about|zu|auf|über|en|sobre|a|al|em|sur|à|su|read|add|post|leave|skip|jump|add(?:ed)?|añadir)\b.*|\W+[“\"«„].*|.{{0,24}}$)"
    rf"|^\W{{0,6}}(?:{_PREFIX}\s)?{_COMMENTS}\W{{0,3}}(?:\(?\[?\d[\d.,]*\s?[件개個条條則]?\)?\]?)?\W{{0,3}}$"
    rf"|{_TABLE_HEAD}"
    r"|^\W{0,6}—?\s?\d+ comments?\W*$|^\W{0,6}(?:reader interactions|discussion|join the (?:discussion|conversation)|diskussion|conversations?)\W*(?:\d*)\W*$",
    re.IGNORECASE,
)
#: A line that gives a number of comments, sought in a whole text.
ANNOUNCED: Final = lazy_re.compile(rf"^[^\w\n]{{0,12}}\d[\d.,]{{0,6}} ?{_COMMENTS}\b", re.IGNORECASE | re.MULTILINE)
TOTAL: Final = lazy_re.compile(r"\d[\d.,]*")
#: The number of comments at the end of the title of an article that stands above them.
TITLE_TOTAL: Final = lazy_re.compile(rf"\s\W{{1,4}}\s?(\d{{1,5}}) {_COMMENTS}\W*$", re.IGNORECASE)
#: What stands below a thread: the form for a new comment, and that there is none.
END: Final = lazy_re.compile(
    r"^\W{0,6}"
    + _either(
        "leave a (?:reply|comment|response)|post (?:a|your) comment|add (?:a|your) (?:new )?(?:comment|reply)$",
        "write a (?:comment|reply)|your e-?mail address will not|comments (?:are|have been) (?:now )?closed",
        "submit a comment|speak your mind|deja (?:un|tu) (?:comentario|respuesta)|tu dirección de correo",
        "los comentarios están cerrados|schreibe? einen kommentar",
        "kommentar (?:verfassen|schreiben|hinterlassen)",
        "hinterlassen? (?:sie )?einen? (?:kommentar|antwort)|deine e-mail-adresse wird nicht",
        "kommentare sind geschlossen",
        "laisser un commentaire|votre adresse e-?mail ne sera pas|votre adresse de messagerie",
        "les commentaires sont",
        "lascia un commento|il tuo indirizzo e-?mail non|deixe (?:um|uma) (?:comentário|resposta)",
        "o seu endereço de e-?mail",
        "geef een reactie|je e-mailadres wordt niet|lämna ett svar|добавить комментарий|发表评论|發表迴響|댓글 남기기",
        r"コメントを?(?:残す|書く|投稿(?:する)?|する)\W*$|댓글(?:을)? ?(?:쓰기|달기|작성|등록|입력).{0,20}$|写评论|写留言|dodaj komentarz|name \*|name \(required\)|notify me of|responses are currently closed",
        "entries and comments feeds|trackback url",
    ),
    re.IGNORECASE,
)
#: What stands above or below a thread, and never within one: links to other pages, and the foot of the page.
EDGE: Final = lazy_re.compile(
    r"^\W{0,6}"
    + _either(
        "post navigation|comment navigation",
        "(?:newer|older|previous|next) (?:comments|posts?|entr(?:y|ies)|article|story)|(?:proudly )?powered by",
        r"(?:recent|related|popular|latest|top) (?:posts?|articles|stories|entries|news)\W*$",
        r"search(?: for)?\W*$|archives?\W*$|categories\W*$",
        "navegación de entradas|beitragsnavigation|navigation (?:de l[’']article|des articles)",
        "navegação de posts?|navigazione articoli",
        r"copyright\b|©|all rights reserved|related\W*$|you (?:may|might) also like|subscribe\W*$",
        r"blogroll\W*$|archivos?\W*$|archive\W*$|kategorien\W*$|categorías\W*$",
        r"neueste beiträge|entradas recientes|articles récents|articoli recenti|posts recentes|meta\W*$",
        r"tags\W*$",
    ),
    re.IGNORECASE,
)
_BUTTON: Final = _either(
    "(?:log in to )?reply(?: to this)?(?: with quote)?|perma-?link|link|report(?: abuse| this)?",
    "flag(?: as .{0,20})?|(?:dis)?likes?",
    "share(?: this)?|up-?vote|down-?vote|quote|edit|delete|parent|next|prev|root|hide|recommend(?:ed)?",
    "show more|read more|back to top|top|respond|log ?in|register|to|this|or|thanks|helpful|embed|save",
    "twitter|facebook|tweet|more|options?|collapse|expand|feature this comment|moderate|unlike|context",
    "antworten?|zitieren|melden|responder(?: a .{1,30})?|répondre|citer|rispondi|svara|svar|reageren",
    "beantwoorden",
    "いいね[!！]?|通報|違反報告|削除|共感|좋아요|싫어요|공감|비공감|신고|삭제|수정|추천|답글 ?(?:쓰기|달기)|点赞|举报",
    "ответить|返信(?:する)?|回[复覆]|答[复覆]|답글|odpowiedz|odpovědět|yanıtla|citar|denunciar|signaler|compartir",
    "reacties?|delen|gefällt mir|me gusta|j[’']aime|edited|loading|website|pm",
)
#: Buttons below or beside a comment.
ACTION: Final = lazy_re.compile(rf"^\W{{0,6}}{_BUTTON}(?:[\W\d]+{_BUTTON})*[\W\d]*$|^•?\s?replies:\s?\S", re.IGNORECASE)
#: Scores, and what forums and shops print of an author.
POINTS: Final = lazy_re.compile(
    r"^\W{0,3}(?:(?:score|rating|likes|karma|posts|joined|join date|location|party|beiträge|registriert|rated|registered|from|dabei seit|mitglied seit)\s?:.{0,40}"
    r"|[-+]?\d[\d,.]* ?(?:points?|pts|votes?|likes?|upvotes?|karma|posts|people|stars?)\b.{0,30}|\d+ (?:of|out of) \d+ .{0,40}|[-+]\d+(?: ?/ ?[-+]?\d+)?|\W*total comments \(\d+\))$",
    re.IGNORECASE,
)
#: A name that a comment is addressed to, on a line of its own.
MENTIONS: Final = lazy_re.compile(r"^(?:re:\s?)?@\s?\w[\w.\- ]{1,30}\W?$", re.IGNORECASE)
#: Verbs of saying as the headers of comments have them.
_VERBS: Final = (
    "say says said wrote writes commented replied responded add adds added sagt sagte schrieb schreibt meint antwortet"
    " antwortete kommentierte dice dijo escribió comentó respondió dit écrit répondu diz disse escreveu respondeu comentou"
    " detto scritto scrive zegt zei schreef sier siger säger skriver skrev sa pisze napisał napisała říká napsal napsala"
    " пишет написал написала говорит ki より 説道 说 說 说道 sanoo 말"
)
#: Words of which a line with a verb of saying has one.
SAYING_WORDS: Final = frozenset(_VERBS.split())
_VERB: Final = _either(
    "says?|said|wrote|writes|commented|replied|responded|adds?|added|sagt(?:e)?|schrieb|schreibt|meint",
    "antwortet(?:e)?|kommentierte|dice|dijo|escribió|comentó|respondió|a dit|dit|a écrit|écrit|a répondu",
    "diz|disse|escreveu|respondeu|comentou|ha detto|ha scritto|scrive|zegt|zei|schreef|sier|siger|säger",
    "skriver|skrev|sa|pisze|napisał(?:a)?|říká|napsal(?:a)?|says on|пишет|написал(?:а)?|говорит|dedi ki|より",
    "説道|说|說|说道|sanoo|님의 말",
)
#: A verb of saying alone.
SAYS_ALONE: Final = lazy_re.compile(rf"^{_VERB}\s?[:：.…,]{{0,3}}$", re.IGNORECASE)
#: A verb of saying between a name and the end of the line or a date.
SAYS_AT_END: Final = lazy_re.compile(
    rf"^(?P<head>\S.{{0,90}}?)\s?(?<![^\W_]){_VERB}(?![^\W_])(?P<tail>\s?[:：.…,]{{0,3}}(?:$|\s?(?:on|at|am|le|el|il|em|a las|um|,)?\W{{0,3}}\S*\s?\d.*$|\s?(?:on|am|le|el|il|em)\s.*\d.*$))",
    re.IGNORECASE,
)
_DAYS: Final = _either(
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?",
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so",
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi",
    "dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
    "(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?",
)
_JOINING: Final = _either(
    "on|at|um|am|vom|den|le|à|el|a las?|em|às|il|alle(?: ore)?|ore|uhr|op|om|kl|o|в|de|do(?= )",
    "answered|asked|commented|utc|gmt|[ecmp][sd]?t|cet|(?:post)?posted(?: on)?(?! by)|permalink|reply|edited|post author|author",
    r"link|said|says|and|p\.?m|a\.?m",
    r"\(?#?\d{3,}\)?",
    r"#\d*",
    r"[@|·•,»]",
    _DAYS,
)
#: A preposition, a week day or the like at the start or the end of what stands beside a date.
JOINING_AT_START: Final = lazy_re.compile(rf"^{_JOINING}(?![^\W_])", re.IGNORECASE)
JOINING_AT_END: Final = lazy_re.compile(rf"(?<![^\W_]){_JOINING}$", re.IGNORECASE)
#: An entry of a list of months or categories with the number of its pages.
LISTING: Final = lazy_re.compile(
    r"^(?:pingback|trackback)s?\b|^[^\W\d_]{3,12}\.? (?:de )?(?:19|20)\d\d(?: ?\(\d+\))?$|^.{1,60}\(\d{1,4}\)$",
    re.IGNORECASE,
)
