"""A chat model's answer that was saved as a document: told by how it opens and closes, or by the names of the speakers."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.agent_names import defines_agent
from checkfirst.model.document import Document, Role
from checkfirst.model.traces import Trace, TraceKind

#: Number of lines at each end that are read, and most words of one. Not measured.
_FIRST: Final = 2
_LAST: Final = 2
_LONGEST: Final = 60
#: An agreement to do what somebody asked, and the work announced.
_AGREES = lazy_re.compile(
    r"^\W{0,4}(?:sure(?: thing)?|certainly|of course|absolutely|great|okay|no problem|happy to help|gladly|got it|understood"
    r"|gerne?|natürlich|klar|selbstverständlich|bien sûr|certainement|avec plaisir|d'accord|claro|por supuesto|certo|certamente|volentieri|com certeza|natuurlijk|graag|oczywiście|конечно)"
    r"\s?[,!.:—–-]+ .{0,12}\b(?:i've|i have|i'll|here|below|ich habe|hier|voici|j'ai|aquí|he |ecco|ho |aqui|ik heb|oto|вот)\b"
    r"|^\W{0,4}(?:もちろん(?:です)?|承知(?:しました|いたしました)|かしこまりました|了解(?:です|しました))[!！。、,].{0,12}(?:以下|こちら|次の)"
    r"|^\W{0,4}(?:当然|當然|好的|没问题|沒問題)(?:可以)?[!！，,。].{0,12}(?:以下|这是|這是|下面)|^\W{0,4}(?:물론(?:입니다|이죠)?|알겠습니다)[!,.].{0,12}(?:다음은|아래)",
    re.IGNORECASE,
)
_ANNOUNCES = lazy_re.compile(
    r"^\W{0,4}(?:here(?:'s| is| are)|below is|i(?:'ve| have) (?:written|drafted|rewritten|revised|created|prepared|updated)|hier (?:ist|sind|kommt)|voici|aquí (?:tienes|está)|ecco|aqui está|hier is|oto|вот)\b",
    re.IGNORECASE,
)
#: What was made for whoever asked: no title follows "Here is a revised version of the terms:", and no author opens so.
_MADE = lazy_re.compile(
    r"^\W{0,4}\w+(?:'s| \w+)? (?:an? |the |your |some |eine?n? |une? |l[ae] |una? |il |uma? |een )?(?:\w+ )?(?:draft|basic|simple|simplified|sample|revised|rewritten|updated|improved|complete"
    r"|possible|suggested|proposed|detailed|comprehensive|step-by-step|brief|concise|shortened|polished|refined|expanded|corrected|outline|summary|rewrite|translation"
    r"|entwurf|überarbeitete|zusammenfassung|gliederung|übersetzung|ébauche|proposition|résumé|traduction|version (?:révisée|améliorée)|borrador|resumen|propuesta|bozza|riassunto|proposta|rascunho|resumo|ontwerp|samenvatting|voorstel)\b",
    re.IGNORECASE,
)
_SHOWN = lazy_re.compile(
    r"^\W{0,4}below|\b(?:list|examples?|overview|table|diagram|screenshot|video|changes)\b", re.IGNORECASE
)
#: Fewest words of such a line. Not measured.
_ANNOUNCING: Final = 8
#: An agreement alone, and what is announced further on in its line.
_AGREES_FIRST = lazy_re.compile(
    r"^\W{0,4}(?:sure(?: thing)?|certainly|of course|absolutely|gladly|gerne|certo|claro)!", re.IGNORECASE
)
_ANNOUNCED_LATER = lazy_re.compile(
    r"[.!] (?:here(?:'s| is| are)|below is|hier ist|ecco|aquí (?:tienes|está))\b", re.IGNORECASE
)
#: What its user did: asked for it, gave notes.
_ASKED = lazy_re.compile(
    r"\b(?:you(?:'ve| have)? (?:asked|requested|told|gave|given|provided|wanted|described|mentioned|shared|sent)|(?:your|ihre[nrs]?|deine[nrs]?|votre|vos|tu|su|tuo|tua|suo|seu|sua|uw|jouw) (?:request|outline|notes|input|requirements|prompt|question|description|draft|specifications?|anfrage|notizen|vorgaben|wünsche|demande|notes|consignes|solicitud|notas|indicaciones|richiesta|appunti|pedido|verzoek|aantekeningen)"
    r"|as requested|wie gewünscht|comme demandé|como (?:pediste|solicitaste)|come richiesto|conforme solicitado|zoals gevraagd)\b",
    re.IGNORECASE,
)
#: An offer to go on, at the end.
_OFFERS = lazy_re.compile(
    r"\b(?:let me know (?:if|what|how|whether|which)|just say the word|would you like me to|do you want me to|shall i\b|want me to\b|i can (?:also|then|gladly|expand|adjust|write|turn|add)|happy to (?:adjust|expand|revise|help)"
    r"|if you (?:share|provide|want|would like|need|tell|give|send|'d like)[^.\n]{0,90}\b(?:i can|i'll|i will|i could)|(?:feel free|don't hesitate) to (?:ask|tell|let me)"
    r"|lassen? sie (?:es )?mich wissen|sag(?:en sie)? (?:mir )?(?:einfach )?bescheid|soll ich\b|möchte(?:n sie|st du), dass ich|ich kann (?:gerne|auch)"
    r"|n'hésitez pas à me|souhaitez-vous que je|dites-moi si|faites-moi savoir|je peux (?:aussi|également)|avísame|házmelo saber|¿?(?:quieres|te gustaría|desea) que|puedo (?:también|además)"
    r"|fammi sapere|vuoi che|posso anche|me avise|quer que eu|posso também|laat me weten|wil je dat ik|daj mi znać|czy mam|дайте знать|хотите, чтобы я)",
    re.IGNORECASE,
)
#: A refusal in the first person.
_REFUSES = lazy_re.compile(
    r"^\W{0,4}(?:unfortunately|i'm sorry|i am sorry|sorry|i apologi[sz]e|my apologies|i (?:cannot|can't|am unable|do not|don't)|leider|es tut mir leid|tut mir leid|malheureusement|je suis désolée?|lo siento|lamentablemente|mi dispiace|purtroppo|infelizmente|sinto muito|helaas|niestety|к сожалению)"
    r"(?=[\s,])[^.\n]{0,60}?\b(?:i (?:cannot|can't|could not|couldn't|am unable|am not able|do not have|don't have)|unable to|i (?:do|have) no|kann ich|habe ich (?:nicht|keine)|ich (?:kann|habe)|je (?:ne|n')|no (?:puedo|tengo)|non (?:posso|ho)|não (?:posso|tenho)|kan ik|heb ik|nie mogę|не могу|have (?:access|enough)|access to)",
    re.IGNORECASE,
)
_ADDRESSED = lazy_re.compile(
    r"\b(?:you|your|sie|ihnen|ihre?n?|du|dir|vous|votre|usted|tu|su|te|lei|tuo|suo|você|seu|sua|u|je|jij|вы|вам)\b",
    re.IGNORECASE,
)
#: A speaker's name at the start of a line.
_SPEAKER = lazy_re.compile(
    r"^[\W_]{0,6}(user|human|you|me|nutzer|utilisateur|usuario|utente|assistant|ai|model|chatgpt|gpt-?\d\w*|claude|gemini|copilot|bot|assistent|asistente|assistente)[\W_]{0,4}:",
    re.IGNORECASE,
)
#: What a prompt opens with.
_ROLE = lazy_re.compile(
    r"^\W{0,4}(?:you are|you're|act as|du bist|sie sind|tu es|vous êtes|eres|usted es|sei|lei è|você é|je bent|jesteś|вы|ты) "
    r"(?:an? |the |my |our |eine? |der |die |une? |le |la |una? |el |il |um |o |een )?\w",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset({"user", "human", "you", "me", "nutzer", "utilisateur", "usuario", "utente"})
_FEWEST_TURNS: Final = 3
#: Lines in which a prompt says what its model is: a title may come first.
_OPENING: Final = 3
#: Paths of chats that are kept on purpose.
_ON_PURPOSE = lazy_re.compile(
    r"prompt|example|sample|conversation|transcript|chat|dialog|fixture|interview", re.IGNORECASE
)


def find_chat(document: Document, lines: Lines) -> list[Trace]:
    """Traces of the lines in which a chat model speaks to its user; empty if none does."""
    filled = [int(n) for n in lines.filled]
    said = {
        n: lines.texts[n].replace("’", "'")
        for n in (*filled[:_FIRST], *filled[-_LAST:])
        if lines.word_counts[n] <= _LONGEST
    }
    if not said or _ON_PURPOSE.search(document.path):
        return []
    first = [n for n in filled[:_FIRST] if n in said]
    last = [n for n in filled[-_LAST:] if n in said and _OFFERS.search(said[n])]
    agreed = [n for n in first if _agrees(said[n])]
    announced = [n for n in first if _ANNOUNCES.match(said[n]) and said[n].rstrip().endswith(":")]
    asked = [n for n in announced if _ASKED.search(said[n]) or (n == first[0] and _is_made(said[n]))]
    refused = [n for n in first if _REFUSES.match(said[n]) and (_ADDRESSED.search(said[n]) or last)]
    found = agreed or asked or refused or (announced if last else [])
    if found:
        return [_trace(lines, n) for n in (*found, *last)]
    return _turns(lines, filled) if filled and _SPEAKER.match(lines.texts[filled[0]]) else []


def is_prompt(document: Document, lines: Lines) -> bool:
    """Whether the document tells a model what it is: by the fields of its front matter, or by its first sentences."""
    if defines_agent(document.metadata):
        return True
    start = next((s.span.end_line for s in document.segments if s.role is Role.METADATA), 0)
    first = [lines.texts[n] for n in lines.filled if n >= start][:_OPENING]
    return any(_ROLE.match(line) for line in first)


def _is_made(line: str) -> bool:
    """Whether a line announces what was made for whoever asked; a list or an example may be anybody's."""
    return len(line.split()) >= _ANNOUNCING and bool(_MADE.match(line)) and not _SHOWN.search(line)


def _agrees(line: str) -> bool:
    """Whether a line agrees to do what was asked and announces it."""
    return bool(_AGREES.match(line) or (_AGREES_FIRST.match(line) and _ANNOUNCED_LATER.search(line)))


def _turns(lines: Lines, filled: list[int]) -> list[Trace]:
    """The first lines of the turns of a person and a model, if both speak."""
    turns = [(n, match[1].lower()) for n in filled if (match := _SPEAKER.match(lines.texts[n]))]
    sides = {name in _PEOPLE for _, name in turns}
    return (
        [_trace(lines, n) for n, _ in turns[:_FEWEST_TURNS]] if len(turns) >= _FEWEST_TURNS and len(sides) > 1 else []
    )


def _trace(lines: Lines, n: int) -> Trace:
    return Trace(kind=TraceKind.MODEL_PHRASE, quote=quote(lines.texts, n))
