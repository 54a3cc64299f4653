"""Orders to a model that need not name it: they speak of its rules, its prompt, its answer, or look like a turn of a chat.

Each form asks for two signs at least, because texts about programs answer, reply and ignore much. A gap between two
words is bounded and ends with the sentence.
"""

import re
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger.orders import Order

_GAP: Final = r"[^.!?。\n]{0,50}?"
#: Where a sentence or its clause begins, past marks of lists, headings and emphasis.
_START: Final = r"(?:^|[.!?:;,>*#)\]|—–]\s{0,3}|(?:^|\s)-\s{1,3}|\b(?:please|and|then|now|must|should|bitte|ora|ahora|maintenant)\s)"
_NO_RULES: Final = r"(?:no|without|free of|not bound by|keine|ohne|sans|aucune|sin|senza|nessuna)\s(?:\w{2,14}\s){0,2}?(?:restrictions?|rules|limits|limitations|filters?|guidelines|content polic(?:y|ies)|Regeln|Einschränkungen|Beschränkungen|règles|limites|reglas|restricciones|filtros?|filtre|restrizioni|regole)\b"
_SET_ASIDE: Final = (
    r"ignore|disregard|forget|override|overrule|bypass|discard|drop|abandon|erase|neglect|set aside|stop (?:following|obeying)"
    r"|(?:do not|don['’]t|no longer) (?:follow|obey|apply|respect)|pay no (?:attention|heed) to"
)
_OF_MODEL: Final = r"(?:reply|response|answer|summary|output|responses|replies|answers|summaries)"


class _Form(NamedTuple):
    order: Order
    signs: tuple[str, ...]
    """Pieces of words of which every such order has one, in small letters."""
    pattern: re.Pattern[str]


def _form(order: Order, signs: str, *parts: str) -> _Form:
    return _Form(order, tuple(signs.split("|")), lazy_re.compile("|".join(parts), re.IGNORECASE))


_FORMS: Final = (
    # Its rules: that they are void, or that it has none.
    _form(
        Order.OVERRIDE,
        "everything|anything| above|before|told|so far|previously|earlier|alles|alle |tout|tous|todo|toda|tutt|restric|rules|limits|limitations|filter|guidelines|polic|regeln|einschränk|beschränk|règles|limites|reglas|restrizioni|regole|every|obey|gehorch|obéi|obedec|your instructions|richtlinien|consignes|normas|you are now|developer|debug|god mode|jailbreak|uncensored|unfiltered|unrestricted|new instruction|new system|new task|new order|neue anweis|nouvelles instr|nuevas instr|nuove istr",
        rf"{_START}(?:ignore|disregard|forget)\s(?:all|everything|anything)\s(?:(?:of|that|you|the|was|were|is|has|been|have|ever|written|said|told|learned|stated|stands?)\s){{0,5}}(?:above|before|so far|previously|earlier|told)\b",
        r"(?:^|[.!:;,>*#-]\s{0,3})(?:vergiss|vergesst|vergessen Sie|oublie[zs]?|olvid[ae]n?|dimentica(?:te)?|esque[çc]a|ignor[ae]n?|ignorez|ignoriere)\s(?:alles|alle|alle diese|tout|toutes|tous|todo|todas|todos|tutto|tutte|tutti)\b[^.!?\n]{0,20}?(?:\b(?:anweisung|instru[cçz]|istruzion|consigne|règles|regel|was wir|was du|ce que|lo que)\w{0,6})",
        rf"\b(?:you|du|vous|tú|tu|eres|hast|avez|êtes|sei|siete)\s(?:\w{{2,12}}\s){{0,3}}{_NO_RULES}[^.\n]{{0,30}}?\b(?:must|comply|obey|answer|anything|everything|every request|freely|now|und antworte|et répond|y respond)",
        rf"\b(?:vous êtes|tu es|du bist|eres|estás?|sei|siete)\s(?:désormais|maintenant|jetzt|nun|ab jetzt|ahora|ora|adesso)\s{_GAP}\b{_NO_RULES}|\b(?:ahora eres|ahora est[aá]s|ora sei|jetzt bist du)\s{_GAP}\b{_NO_RULES}",
        rf"\b(?:from now on|as of now|ab jetzt|ab sofort|désormais|dorénavant|à partir de maintenant|a partir de ahora|desde ahora|ahora eres|ahora estás?|d['’]ora in poi)\b{_GAP}\b(?:{_NO_RULES}|obey|comply with every|only obey|gehorch|obéi|obedec)",
        r"\byour (?:rules|restrictions|guidelines|instructions|safety rules|policies) (?:have (?:been )?(?:changed|updated|lifted|replaced|removed)|no longer apply|do(?:es)? not apply|are (?:void|lifted|suspended|replaced|cancelled))",
        rf"\b(?:safety|content|security|sicherheits|usage)[ -]?(?:rules|guidelines|polic(?:y|ies)|richtlinien|restrictions)\b{_GAP}\b(?:were not meant|do(?:es)? not apply|don['’]t apply|no longer appl(?:y|ies)|can be (?:ignored|skipped))",
        rf"\b(?:règles|consignes) de sécurité{_GAP}ne s['’]appliquent pas|\b(?:reglas|normas) de seguridad{_GAP}no (?:se )?aplican|\bregole di sicurezza{_GAP}non si applicano|\bSicherheitsregeln{_GAP}gelten{_GAP}nicht",
        rf"\b(?:I (?:will|can|should|must)|you (?:will|can|should|must))\s(?:now\s)?(?:disregard|ignore|bypass|skip)\s(?:the|my|your|all|any)\s{_GAP}\b(?:content|safety|security|usage)\s(?:polic(?:y|ies)|rules|guidelines|filters?)",
        r"\byou are now (?:in )?(?:a |an |the )?(?:DAN\b|(?:developer|debug|maintenance|admin|god|jailbreak|unrestricted|root)\s?mode|(?:unrestricted|uncensored|unfiltered|jailbroken)\b)",
        r"\b(?:enable|enter|activate|switch to)\s(?:developer|debug|god|jailbreak|unrestricted|DAN)\s?mode\b[^\n]{0,80}?\b(?:ignore|no |without|rules|polic|filter|restrict)",
        rf"{_START}(?:act|behave|pretend|respond|answer|imagine)\s{_GAP}\b(?:AI|assistant|model|chatbot)\b{_GAP}\b{_NO_RULES}",
        rf"{_START}(?:act|behave|respond|answer)\s(?:as|like)\s(?:an?\s)?(?:uncensored|unrestricted|unfiltered|jailbroken)\s",
        rf"(?:^|[>*#\[-]\s{{0,3}})(?:new|neue|nouvelles|nuevas|nuove)\s(?:(?:system\s)?instructions?|anweisungen|instrucciones|istruzioni|task|orders?)\s?[:：]{_GAP}\b(?:you|your|reply|respond|output|comply|gibst|gib|réponds|vous|responde|rispondi|ignore)\b",
    ),
    _form(
        Order.OVERRIDE,
        "instruction|prompt|guideline|polic|directive|constraint|restriction|safeguard|programming|training|guardrail|censor|disclaimer|do anything now|bound by|obey|in character|moral|ethic",
        rf"{_START}(?:{_SET_ASIDE})\s(?:\w{{1,12}}\s){{0,4}}?(?:your|previous|prior|above|earlier|preceding|system|developer['’]?s?|operator['’]?s?|safety|original|initial|foregoing)\s(?:\w{{2,14}}\s){{0,3}}?(?:instructions?|prompts?|guidelines?|polic(?:y|ies)|directives?|constraints?|restrictions?|safeguards?|programming|training|guardrails?)\b",
        r"\b(?:this|these|the following|my|new)\s(?:\w{2,12}\s){0,2}?(?:instructions?|message|directives?|prompt)\s(?:(?:will|shall|must|now)\s)?(?:supersedes?|overrides?|replaces?|takes? (?:precedence|priority) over)\s(?:\w{1,12}\s){0,3}?(?:instructions?|prompts?|guidelines?|directives?)\b",
        r"\byour (?:new|updated|revised|real|true|actual|only) (?:instructions?|system prompt|directives?)\s(?:is|are)\b",
        rf"\b(?:follow|obey)\s(?:only|exclusively|nothing but)\s(?:these|my|the following|this)\b|\b(?:only|exclusively)\s(?:follow|obey)\s(?:these|my)\s(?:instructions?|commands?|orders?)\b|\byou (?:must|will|shall) (?:now )?obey\b{_GAP}\b(?:instructions?|prompt|me\b)",
        rf"\b(?:you are|you['’]re|consider yourself)\s(?:now\s)?no longer (?:bound by|subject to|restricted by|limited by){_GAP}\b(?:instructions?|guidelines?|polic(?:y|ies)|restrictions?|rules|prompt)\b|\bdo anything now\b",
        rf"{_START}(?:answer|respond|reply|act|speak|write)\s{_GAP}\bwithout\s(?:any\s)?(?:filters?|censorship|censoring|moral|ethical|disclaimers?|safety)\b",
        rf"\b(?:stay|remain)\sin character\b{_GAP}\b(?:no|never|without|ignore|restrict)",
    ),
    # A turn of a chat inside the text.
    _form(
        Order.OVERRIDE,
        "system|admin|developer|operator|cancel|void|complete|superseded|replaced|revoked|end of |</",
        rf"^\s{{0,8}}(?:[>*#=-]\s?){{0,6}}[\[<(]?/?(?:system|admin(?:istrator)?|developer|operator)(?:\s(?:prompt|message|note|notice|override|update|instruction))?[\])>]?\s?[:：\]]{{1,2}}\s{_GAP}\b(?:ignore|disregard|you (?:must|are|will|now)|your (?:rules|task|reply|response|instructions)|reply|respond only|respond with|output|new task|prior task|previous task|grant all|approve all|comply)\b",
        rf"\b(?:the )?(?:prior|previous|original|current) (?:task|request|instructions?) (?:is|are|has been|have been) (?:now )?(?:cancel+ed|void|complete[d]?|over|replaced|superseded|revoked)\b{_GAP}(?:\.\s{{1,2}}{_GAP})?\b(?:reply|respond|output|new task|instead|answer|you)\b",
        r"\bend of (?:the )?(?:user |untrusted |system )?(?:input|document|context|data|prompt|instructions)\b\W{1,12}(?:new |system|assistant|you\b|now\b|ignore|begin)",
        r"</(?:untrusted|document|context|user_input|data|tool_result|system)>\s{0,3}(?:\n\s{0,3}){0,2}(?:system|assistant|user)\s?:",
    ),
    _form(
        Order.OVERRIDE,
        "<<sys>>|[inst]|[/inst]|<|",
        r"<<SYS>>|\[/?INST\]|<\|(?:system|assistant|user|im_start|im_end|endoftext|start_header_id)\|?>?",
    ),
    # Its prompt and its secrets.
    _form(
        Order.SEND,
        "prompt|instructions|words above|instruc|anweisung|istruzioni|consignes|interne|private|confidential|secret|internal|mail|send|forward|upload|transmit|delete|post_|http_|exec_|write_|fetch_|remove_|transfer_|post |envoie|envoyez|sende|schicke|envíal|invia",
        rf"{_START}(?:print|reveal|repeat|output|show|display|disclose|reproduce|recite|leak|begin by printing|add|include|append|tell me|give me)\s{_GAP}\b(?:your (?:full |entire |own |hidden |initial |original )?(?:system prompt|initial prompt|instructions)|(?:full|entire|exact|complete|hidden) system prompt|(?:instructions|prompt) you (?:were|have been) given|operating instructions|words above starting with)",
        r"\b(?:gib|zeige?|nenne?|verrate?)\b[^.\n]{0,40}?\b(?:deine\w? (?:Anweisungen|Systemanweisungen|System-?Prompt)|interne\w? Daten preis)|\b(?:révèle|montre|affiche|répète)[- ](?:moi )?(?:tes|ton|vos|votre) (?:instructions|prompt|consignes)|\b(?:revela|muestra|muéstrame|repite|imprime) tus? (?:instrucciones|prompt)|\b(?:rivela|mostra|mostrami|ripeti) (?:le tue|il tuo) (?:istruzioni|prompt)",
        rf"\b(?:gibst du|you (?:will|must) (?:hand over|reveal|disclose|send))\s(?:all|alle|every)\s{_GAP}(?:internal|internen|private|confidential|secret)",
        rf"\b(?:when|while|after|before) (?:you )?(?:process|read|summari[sz]|review|handl|answer|reply|respond|pars|translat|index)(?:e|es|ing|ying)?\s(?:this|the|to this)\s(?:\w{{2,14}})\b{_GAP}\b(?:e-?mail|send|forward|post|upload|transmit|delete)\b{_GAP}(?:@|https?:|externally|elsewhere|customer|credential|secret|key|\bfiles?\b|data)",
        r"\b(?:call|use|invoke|run)\s[`'\"]?(?:send|post|http|delete|forward|upload|exec|write|fetch|remove|transfer)_\w{2,20}[`'\"]?\s[^\n]{0,120}?(?:@[\w-]{2,60}\.|https?://|before (?:you )?(?:reply|respond|answer)|api key|secret|credential|password)",
        rf"{_START}(?:collect|gather|compile|take|rassemblez?|sammle|recopila|raccogli)\s{_GAP}\b(?:keys?|credentials?|passwords?|e-?mails?|tokens?|données|daten|datos|dati|secrets?)\b{_GAP}\b(?:send|forward|post|upload|e-?mail|envoie|envoyez|sende|schicke|envíal|invia)\w{{0,4}}\b[^\n]{{0,60}}?@",
    ),
    _form(
        Order.SEND,
        "external|outside|@|customer|convers|chat|credential|api key|secret|password|memor",
        rf"{_START}(?:send|forward|e-?mail|post|upload|transfer|export|transmit|leak|exfiltrate)\s[^.\n]{{0,60}}?\b(?:customer (?:list|data|records|e-?mails)|all (?:of )?(?:the )?(?:user |customer |private |confidential )?data|conversation|chat history|credentials|api keys?|passwords|secrets|private keys?|environment variables|internal (?:documents|data|files))\b[^\n]{{0,60}}?(?:\bto (?:an? |the )?(?:external|outside|following|attacker)|[\w.+-]{{1,40}}@[\w-]{{2,40}}\.)",
        rf"{_START}(?:add|save|write|store|commit|append)\s{_GAP}\b(?:to|in|into) your (?:long[- ]term |persistent |permanent )?memor(?:y|ies)\b",
    ),
    # Whoever reads the text by a program.
    _form(
        Order.FAVOUR,
        "reading|processing|summari|parsing|reviewing|ingesting|analy|indexing|handling",
        rf"\b(?:AIs?|LLMs?|language models?|(?:AI |coding |automated |virtual )?(?:assistants?|agents?|models?|chat ?bots?|bots?|summari[sz]ers?|reviewers?|crawlers?))\s(?:(?:that|who|which) (?:is|are)\s)?(?:currently |now )?(?:reading|processing|summari[sz]ing|parsing|reviewing|ingesting|analy[sz]ing|indexing|handling)\s(?:this|these|the (?:above|following))\b{_GAP}(?:\b(?:must|should|shall|please|required|need|have to|are to|ignore|instead|will)\b|[:：,]\s?(?:\w{{3,12}}\b))",
    ),
    # Its answer.
    _form(
        Order.FAVOUR,
        "summar|reply|replies|respon|answer|output|risposta|réponse|respuesta|antwort|for future|for all future|for later|for subsequent|in every|the user ha|decode|base64|rot13|hex",
        r"\bwhen(?:ever)? (?:you (?:summari[sz]e|review|answer|read|reply|respond|describe|translate)|asked (?:to summari[sz]e|about this|for a summary)|summari[sz]ing)\b[^.\n]{0,60}?\b(?:must|always|include|append|add|say|state|mention|recommend|begin|end|never)\b",
        rf"{_START}(?:include|append|add|insert|put|state|mention|quote|repeat|print)\s[^.\n]{{1,80}}?\b(?:in|to|at the (?:end|start|top|beginning) of|into|with)\s(?:your|every|each|all your|any)\s(?:\w{{3,10}}\s)?{_OF_MODEL}\b",
        rf"{_START}(?:end|begin|start|finish|prefix|open|close|conclude)\s(?:your|every|each|all(?: your)?|any)\s(?:\w{{3,10}}\s)?{_OF_MODEL}\s(?:with|by)\b",
        rf"{_START}(?:reply|respond|answer|output)\s(?:only\s|just\s)?(?:with\s)?[^.\n]{{1,50}}?\b(?:and nothing else|and say nothing else|only and)\b|{_START}(?:reply|respond|answer)\s(?:only|exactly|solely|just)\s(?:with|by)\s",
        rf"\b(?:must|shall|should|deve|doit|debe|muss)\s(?:be|essere|être|ser|am Ende)\s?{_GAP}\b(?:in|to|di|de|al final de|alla fine di|à la fin de)\s(?:every|each|your|ogni|chaque|cada|jeder)\s(?:\w{{3,10}}\s)?(?:reply|response|answer|summary|report you|risposta|réponse|respuesta|antwort)\b",
        rf"\b(?:remember|store|save|keep|note)\b{_GAP}\bfor (?:all )?(?:future|later|subsequent) (?:tasks?|sessions?|conversations?|replies|responses|requests|chats?)\b",
        rf"{_START}(?:before|after) (?:answering|responding|replying|summari[sz]ing|you (?:answer|respond|reply|summari[sz]e|continue))\b{_GAP}\b(?:call|send|post|visit|fetch|delete|run|execute|append|include|output|print|say|open)\b",
        rf"{_START}(?:\w{{3,12}}\s){{0,3}}[^.\n]{{0,60}}?\bin your (?:next|final|first|following) {_OF_MODEL}\b",
        r"\bin every (?:report|reply|response|answer|summary|message) (?:that )?you (?:generate|write|give|produce|send)\b",
        r"\bthe user (?:has|have) (?:already )?(?:approved|authori[sz]ed|confirmed|consented to|agreed to|given permission)\b[^.\n]{0,80}?\b(?:call|delete|run|execute|skip|send|proceed|without asking)\b",
        r"\bdecode\b[^.\n]{0,60}?\b(?:follow|obey|execute|do (?:exactly )?what it says|carry out)\b|\b(?:base64|rot13|hex)\b[^.\n]{0,60}?\b(?:follow|obey|then execute|do exactly what it says|carry out)\b",
    ),
    _form(
        Order.RUN,
        "agent|assistant|model",
        r"\b(?:AI|coding|LLM|language) (?:agents?|assistants?|models?)\b[^.\n]{0,80}?\b(?:should|must|need to|have to|are to)\s(?:first |always |then )?(?:delete|remove|empty|wipe|erase|drop|overwrite|disable|uninstall)\b",
    ),
)
Forms = tuple[_Form, ...]


def forms_in(low: str, *, for_agents: bool) -> Forms:
    """The forms that a text in small letters may have; where orders are its subject, only those that set rules aside."""
    return tuple(
        form
        for form in _FORMS
        if (form.order is Order.OVERRIDE or not for_agents) and any(sign in low for sign in form.signs)
    )


def marked_order(line: str, forms: Forms = _FORMS) -> Order | None:
    """What a line orders a model by one of the forms; ``None`` for other words."""
    low = line.lower()
    return next(
        (form.order for form in forms if any(sign in low for sign in form.signs) and form.pattern.search(line)), None
    )
