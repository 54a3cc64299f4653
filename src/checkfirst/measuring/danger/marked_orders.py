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
#: What a program puts into the response of an interface.
_OF_PROTOCOL: Final = r"[^.\n]{0,60}?\b(?:fields?|headers?|parameters?|status(?: code)?s?|propert(?:y|ies)|attributes?|cookies?|nonces?|JSON|XML|payload)\b"
_OF_MODEL: Final = r"(?:reply|response|answer|summary|output|responses|replies|answers|summaries)"


class Form(NamedTuple):
    """Orders of one form."""

    order: Order
    signs: tuple[str, ...]
    """Pieces of words of which the line of every such order has one, in small letters."""
    also: tuple[str, ...]
    """Others of which the line, or the next one, has one as well; empty for none."""
    pattern: re.Pattern[str]

    def may_stand_in(self, low: str) -> bool:
        """Whether a line in small letters has what else each such order has."""
        return not self.also or any(sign in low for sign in self.also)


def _form(order: Order, signs: str, also: str, *parts: str) -> Form:
    # A broken bar stands for a bar.
    wanted, needed = (tuple(sign.replace("¦", "|") for sign in told.split("|") if sign) for told in (signs, also))
    return Form(order, wanted, needed, lazy_re.compile("|".join(parts), re.IGNORECASE))


FORMS: Final = (
    # Its rules: that they are void, or that it has none.
    _form(
        Order.OVERRIDE,
        "ignore |disregard |forget ",
        "all|everything|anything",
        rf"{_START}(?:ignore|disregard|forget)\s(?:all|everything|anything)\s(?:(?:of|that|you|the|was|were|is|has|been|have|ever|written|said|told|learned|stated|stands?)\s){{0,5}}(?:above|before|so far|previously|earlier|told)\b",
    ),
    _form(
        Order.OVERRIDE,
        "vergiss|vergess|oublie|olvid|dimentica|esque|ignor",
        "alles|alle|tout|tous|todo|toda|tutt",
        r"(?:^|[.!:;,>*#-]\s{0,3})(?:vergiss|vergesst|vergessen Sie|oublie[zs]?|olvid[ae]n?|dimentica(?:te)?|esque[çc]a|ignor[ae]n?|ignorez|ignoriere)\s(?:alles|alle|alle diese|tout|toutes|tous|todo|todas|todos|tutto|tutte|tutti)\b[^.!?\n]{0,20}?(?:\b(?:anweisung|instru[cçz]|istruzion|consigne|règles|regel|was wir|was du|ce que|lo que)\w{0,6})",
    ),
    _form(
        Order.OVERRIDE,
        "restriction|limitation|guideline|content polic|regeln|einschränk|beschränk|règles|reglas|restriccion|"
        "restrizioni|regole|filter|filtro|filtre|limits|limites| rules",
        "no |without|free of|not bound|keine|ohne|sans|aucune|sin |senza|nessuna",
        rf"\b(?:you|du|vous|tú|tu|eres|hast|avez|êtes|sei|siete)\s(?:\w{{2,12}}\s){{0,3}}{_NO_RULES}[^.\n]{{0,30}}?\b(?:must|comply|obey|answer|anything|everything|every request|freely|now|und antworte|et répond|y respond)",
        rf"\b(?:vous êtes|tu es|du bist|eres|estás?|sei|siete)\s(?:désormais|maintenant|jetzt|nun|ab jetzt|ahora|ora|adesso)\s{_GAP}\b{_NO_RULES}|\b(?:ahora eres|ahora est[aá]s|ora sei|jetzt bist du)\s{_GAP}\b{_NO_RULES}",
        rf"{_START}(?:act|behave|pretend|respond|answer|imagine)\s{_GAP}\b(?:AI|assistant|model|chatbot)\b{_GAP}\b{_NO_RULES}",
    ),
    _form(
        Order.OVERRIDE,
        "from now on|as of now|ab jetzt|ab sofort|désormais|dorénavant|à partir de maintenant|a partir de ahora|"
        "desde ahora|ahora e|d'ora in poi|d’ora in poi",
        "",
        rf"\b(?:from now on|as of now|ab jetzt|ab sofort|désormais|dorénavant|à partir de maintenant|a partir de ahora|desde ahora|ahora eres|ahora estás?|d['’]ora in poi)\b{_GAP}\b(?:{_NO_RULES}|obey|comply with every|only obey|gehorch|obéi|obedec)",
    ),
    _form(
        Order.OVERRIDE,
        "your rules |your restrictions |your guidelines |your instructions |your safety rules |your policies ",
        "",
        r"\byour (?:rules|restrictions|guidelines|instructions|safety rules|policies) (?:have (?:been )?(?:changed|updated|lifted|replaced|removed)|no longer apply|do(?:es)? not apply|are (?:void|lifted|suspended|replaced|cancelled))",
    ),
    _form(
        Order.OVERRIDE,
        "safety|content pol|content rule|content guide|content restr|usage pol|usage rule|usage guide|"
        "security pol|security rule|security guide|sicherheits|sécurité|seguridad|sicurezza",
        "not meant|not apply|n't apply|n’t apply|no longer|be ignored|be skipped|appliquent|aplican|applicano|"
        "gelten|disregard|ignore|bypass|skip",
        rf"\b(?:safety|content|sicherheits|usage)[ -]?(?:rules|guidelines|polic(?:y|ies)|richtlinien|restrictions)\b{_GAP}\b(?:were not meant|do(?:es)? not apply|don['’]t apply|no longer appl(?:y|ies)|can be (?:ignored|skipped))",
        rf"\b(?:règles|consignes) de sécurité{_GAP}ne s['’]appliquent pas|\b(?:reglas|normas) de seguridad{_GAP}no (?:se )?aplican|\bregole di sicurezza{_GAP}non si applicano|\bSicherheitsregeln{_GAP}gelten{_GAP}nicht",
        rf"\b(?:I (?:will|can|should|must)|you (?:will|can|should|must))\s(?:now\s)?(?:disregard|ignore|bypass|skip)\s(?:the|my|your|all|any)\s{_GAP}\b(?:content|safety|security|usage)\s(?:polic(?:y|ies)|rules|guidelines|filters?)",
    ),
    _form(
        Order.OVERRIDE,
        " mode|jailbr|unrestricted|uncensored|unfiltered|now dan",
        "you are now|enable|enter|activate|switch to|act |behave|respond|answer",
        r"\byou are now (?:in )?(?:a |an |the )?(?:DAN\b|(?:developer|debug|maintenance|admin|god|jailbreak|unrestricted|root)\s?mode|(?:unrestricted|uncensored|unfiltered|jailbroken)\b)",
        r"\b(?:enable|enter|activate|switch to)\s(?:developer|debug|god|jailbreak|unrestricted|DAN)\s?mode\b[^\n]{0,80}?\b(?:ignore|no |without|rules|polic|filter|restrict)",
        rf"{_START}(?:act|behave|respond|answer)\s(?:as|like)\s(?:an?\s)?(?:uncensored|unrestricted|unfiltered|jailbroken)\s",
    ),
    _form(
        Order.OVERRIDE,
        "new instruction|new system instr|new task|new order|neue anweis|nouvelles instr|nuevas instr|nuove istr",
        "",
        rf"(?:^|[>*#\[-]\s{{0,3}})(?:new|neue|nouvelles|nuevas|nuove)\s(?:(?:system\s)?instructions?|anweisungen|instrucciones|istruzioni|task|orders?)\s?[:：]{_GAP}\b(?:you|your|reply|respond|output|comply|gibst|gib|réponds|vous|responde|rispondi|ignore)\b",
    ),
    _form(
        Order.OVERRIDE,
        "ignore |disregard |forget |override |overrule |bypass |discard |drop |abandon |erase |neglect |"
        "set aside |stop following|stop obeying|not follow|n't follow|n’t follow|not obey|n't obey|not apply|"
        "n't apply|not respect|no longer |pay no ",
        "instruction|prompt|guideline|polic|directive|constraint|restriction|safeguard|programming|training|guardrail",
        # To override a system prompt is what settings of programs do.
        rf"{_START}(?!override\s(?:the\s)?(?:default\s)?system\s)(?:{_SET_ASIDE})\s(?!(?:the |its )?default [\w ]{{3,30}}(?:\||$))(?:\w{{1,12}}\s){{0,4}}?(?:your|previous|prior|above|earlier|preceding|system|developer['’]?s?|operator['’]?s?|safety|original|initial|foregoing)\s(?:\w{{2,14}}\s){{0,3}}?(?:instructions?|prompts?|guidelines?|polic(?:y|ies)|directives?|constraints?|restrictions?|safeguards?|programming|training|guardrails?)\b",
    ),
    _form(
        Order.OVERRIDE,
        "supersede|overrid|replace|take precedence|takes precedence|take priority|takes priority",
        "instruction|prompt|guideline|directive",
        r"\b(?:this|these|the following|my|new)\s(?:\w{2,12}\s){0,2}?(?:instructions?|message|directives?|prompt)\s(?:(?:will|shall|must|now)\s)?(?:supersedes?|overrides?|replaces?|takes? (?:precedence|priority) over)\s(?:\w{1,12}\s){0,3}?(?:instructions?|prompts?|guidelines?|directives?)\b",
    ),
    _form(
        Order.OVERRIDE,
        "your new |your updated |your revised |your real |your true |your actual |your only |your primary ",
        "instruction|prompt|directive",
        r"\byour (?:new|updated|revised|real|true|actual|only|primary)\s(?:(?:primary|sole|main|only|top|core)\s)?(?:instructions?|system prompt|directives?)\s(?:is|are)\b",
    ),
    _form(
        Order.OVERRIDE,
        "obey|exclusively follow|follow exclusively|follow only|follow nothing|only follow|no longer bound|"
        "no longer subject|no longer restr|no longer limit|do anything now|in character",
        "",
        rf"\b(?:follow|obey)\s(?:only|exclusively|nothing but)\s(?:these|my|the following|this)\b|\b(?:only|exclusively)\s(?:follow|obey)\s(?:these|my)\s(?:instructions?|commands?|orders?)\b|\byou (?:must|will|shall) (?:now )?obey\b{_GAP}\b(?:instructions?|prompt|me\b)",
        rf"\b(?:you are|you['’]re|consider yourself)\s(?:now\s)?no longer (?:bound by|subject to|restricted by|limited by){_GAP}\b(?:instructions?|guidelines?|polic(?:y|ies)|restrictions?|rules|prompt)\b|\b(?:you (?:can|may|will|must)|stands for|called|named|(?:act|behave|answer) as)\W{{1,4}}(?:now\s)?do anything now\b|^\W{{0,6}}do anything now\b",
        rf"\b(?:stay|remain)\sin character\b{_GAP}\b(?:no|never|without|ignore|restrict)",
    ),
    _form(
        Order.OVERRIDE,
        "without ",
        "filter|censor|moral|ethic|disclaimer|safety",
        rf"{_START}(?:answer|respond|reply|act|speak|write)\s{_GAP}\bwithout\s(?:any\s)?(?:filters?|censorship|censoring|moral|ethical|disclaimers?|safety)\b",
    ),
    # The task that the model is at, dropped for another.
    _form(
        Order.OVERRIDE,
        "ignore |disregard |stop |abandon |drop |skip |forget |cancel ",
        "task|request|summar|translat|review|analysis|question",
        rf"{_START}(?:ignore|disregard|stop|abandon|drop|skip|forget|cancel)\s(?:the|this|your|that)\s(?:(?:current|original|given|assigned|user['’]s|previous)\s)?(?:summari[sz]ation|translation|review(?:ing)?|analysis|task|request|question)(?:\s(?:task|request))?\b\s{{0,2}}(?:[.;,:—–-]|and|then)\s{{0,3}}(?:and\s|then\s|now\s)?(?:instead\b,?\s)?(?:output|print|reply|respond|reveal|send|write|say|answer only|do the following)\b",
    ),
    # What it was told before, said to be over; and what the text says, said to be such an order.
    _form(
        Order.OVERRIDE,
        "expired|void|revoked|suspended|invalid|cancelled|rescinded|lifted|no longer",
        "system prompt|instructions|directives",
        r"\b(?:previous|prior|earlier|original|former|old|above|initial)\s(?:system\s(?:prompt|message|instructions?)|(?:system\s|safety\s)?(?:instructions|directives))\s(?:has|have|is|are)\s(?:now\s|been\s|hereby\s|all\s){0,3}(?:expired|void|revoked|suspended|invalid|cancelled|rescinded|lifted|no longer (?:valid|in effect|apply))\b",
    ),
    _form(
        Order.OVERRIDE,
        "treat |regard |interpret |consider |accept ",
        "system|developer|prompt|directive",
        r"\b(?:treat|regard|interpret|consider|accept)\s(?:this|these|the following|what follows|the (?:text|message|lines?) (?:below|above))\s(?:\w{2,12}\s){0,2}?as\s(?:an?\s|your\s|the\s)?(?:new\s|updated\s|real\s)?(?:system|developer|operator|root)[- ](?:level\s)?(?:prompt|instructions?|directives?|messages?|commands?)\b",
    ),
    # A message that says whom it is for, and a tool that is not to be used before something is read.
    _form(
        Order.OVERRIDE,
        "message",
        "to you,|for you,|to the assistant|to the model|to the ai",
        rf"\b(?:important|urgent|critical|special)\smessage\s(?:from|for|to)\b{_GAP}\b(?:to|for)\s(?:you,\s)?(?:the\s)?(?:AI|assistant|language model|model|chatbot|GPT-?\w{{0,4}}|Claude|Gemini|Copilot|ChatGPT)\b",
    ),
    _form(
        Order.OVERRIDE,
        "before you ",
        " task",
        rf"\bbefore you (?:can )?(?:solve|complete|do|finish|continue with)\s(?:the|any) tasks? (?:that )?(?:I|the user) (?:gave|assigned|asked)\b{_GAP}\b(?:do|perform|follow|execute)\b",
    ),
    _form(
        Order.SEND,
        "before using|before calling|before invoking|before running|when using|when calling",
        "~/|.ssh|.env|credential|secret|token|mcp.json|password|private key|api key",
        r"\b(?:before|when) (?:using|calling|invoking|running) this (?:tool|function|skill|command|server)\b[^.!?\n]{0,80}?\b(?:read|open|access|fetch|cat|load|send|pass)\b[^!?\n]{0,80}?(?:~/|\.ssh|\.env\b|credentials?|secrets?|tokens?|mcp\.json|passwords?|private keys?|api keys?)",
    ),
    # A turn of a chat inside the text.
    _form(
        Order.OVERRIDE,
        "system|admin|developer|operator",
        "ignore|disregard|you must|you are|you will|you now|your rules|your task|your reply|your response|"
        "your instr|reply|respond|output|new task|prior task|previous task|grant all|approve all|comply",
        rf"^\s{{0,8}}(?:[>*#=-]\s?){{0,6}}[\[<(]?/?(?:system|admin(?:istrator)?|developer|operator)(?:\s(?:prompt|message|note|notice|override|update|instruction))?[\])>]?\s?[:：\]]{{1,2}}\s{_GAP}\b(?:ignore|disregard|you (?:must|are|will|now)|your (?:rules|task|reply|response|instructions)|reply|respond only|respond with|output|new task|prior task|previous task|grant all|approve all|comply)\b",
    ),
    _form(
        Order.OVERRIDE,
        "cancel|void|superseded|revoked|replaced|complete",
        "task|request|instr",
        rf"\b(?:the )?(?:prior|previous|original|current) (?:task|request|instructions?) (?:is|are|has been|have been) (?:now )?(?:cancel+ed|void|complete[d]?|over|replaced|superseded|revoked)\b{_GAP}(?:\.\s{{1,2}}{_GAP})?\b(?:reply|respond|output|new task|instead|answer|you)\b",
    ),
    _form(
        Order.OVERRIDE,
        "end of ",
        "new |system|assistant|you|now|ignore|begin",
        r"\bend of (?:the )?(?:user |untrusted |system )?(?:input|document|context|data|prompt|instructions)\b\W{1,12}(?:new |system|assistant|you\b|now\b|ignore|begin)",
    ),
    _form(
        Order.OVERRIDE,
        "</untrusted|</document|</context|</user_input|</data>|</tool_result|</system|<<sys>>|[inst]|[/inst]|<¦",
        "",
        r"</(?:untrusted|document|context|user_input|data|tool_result|system)>\s{0,3}(?:\n\s{0,3}){0,2}(?:system|assistant|user)\s?:",
        r"<<SYS>>|\[/?INST\]|<\|(?:system|assistant|user|im_start|im_end|endoftext|start_header_id)\|?>?",
    ),
    # Its prompt and its secrets.
    _form(
        Order.SEND,
        "prompt|instructions|words above",
        "your|full|entire|exact|complete|hidden|given|operating|starting",
        rf"{_START}(?:print|reveal|repeat|output|show|display|disclose|reproduce|recite|leak|begin by printing|add|include|append|tell me|give me)\s{_GAP}\b(?:your (?:full |entire |own |hidden |initial |original )?(?:system prompt|initial prompt|instructions)|(?:full|entire|exact|complete|hidden) system prompt|(?:instructions|prompt) you (?:were|have been) given|operating instructions|words above starting with)",
    ),
    _form(
        Order.SEND,
        "prompt|instruc|anweisung|interne|consignes|istruzioni|gibst du|hand over|reveal|disclose|must send|will send",
        "gib|zeig|nenn|verrat|révèle|montre|affiche|répète|revela|muestra|muéstrame|repite|imprime|rivela|mostra|"
        "ripeti|you will|you must",
        r"\b(?:gib|zeige?|nenne?|verrate?)\b[^.\n]{0,40}?\b(?:deine\w? (?:Anweisungen|Systemanweisungen|System-?Prompt)|interne\w? Daten preis)|\b(?:révèle|montre|affiche|répète)[- ](?:moi )?(?:tes|ton|vos|votre) (?:instructions|prompt|consignes)|\b(?:revela|muestra|muéstrame|repite|imprime) tus? (?:instrucciones|prompt)|\b(?:rivela|mostra|mostrami|ripeti) (?:le tue|il tuo) (?:istruzioni|prompt)",
        rf"\b(?:gibst du|you (?:will|must) (?:hand over|reveal|disclose|send))\s(?:all|alle|every)\s{_GAP}(?:internal|internen|private|confidential|secret)",
    ),
    _form(
        Order.SEND,
        "when |while |after |before ",
        "mail|send|forward|post|upload|transmit|delete",
        rf"\b(?:when|while|after|before) (?:you )?(?:process|read|summari[sz]|review|handl|answer|reply|respond|pars|translat|index)(?:e|es|ing|ying)?\s(?:this|the|to this)\s(?:\w{{2,14}})\b{_GAP}\b(?:e-?mail|send|forward|post|upload|transmit|delete)\b{_GAP}(?:@|https?:|externally|elsewhere|customer|credential|secret|key|\bfiles?\b|data)",
    ),
    _form(
        Order.SEND,
        "send_|post_|http_|delete_|forward_|upload_|exec_|write_|fetch_|remove_|transfer_",
        "call|use|invoke|run",
        r"\b(?:call|use|invoke|run)\s[`'\"]?(?:send|post|http|delete|forward|upload|exec|write|fetch|remove|transfer)_\w{2,20}[`'\"]?\s[^\n]{0,120}?(?:@[\w-]{2,60}\.|https?://|before (?:you )?(?:reply|respond|answer)|api key|secret|credential|password)",
    ),
    _form(
        Order.SEND,
        "collect |gather |compile |take |rassemble|sammle |recopila |raccogli ",
        "@",
        rf"{_START}(?:collect|gather|compile|take|rassemblez?|sammle|recopila|raccogli)\s{_GAP}\b(?:keys?|credentials?|passwords?|e-?mails?|tokens?|données|daten|datos|dati|secrets?)\b{_GAP}\b(?:send|forward|post|upload|e-?mail|envoie|envoyez|sende|schicke|envíal|invia)\w{{0,4}}\b[^\n]{{0,60}}?@",
    ),
    _form(
        Order.SEND,
        "customer|conversation|chat history|credentials|api key|passwords|secrets|private key|environment var|"
        "internal d|internal files|all ",
        "external|outside|following|attacker|@",
        rf"{_START}(?:send|forward|e-?mail|post|upload|transfer|export|transmit|leak|exfiltrate)\s[^.\n]{{0,60}}?\b(?:customer (?:list|data|records|e-?mails)|all (?:of )?(?:the )?(?:user |customer |private |confidential )?data|conversation|chat history|credentials|api keys?|passwords|secrets|private keys?|environment variables|internal (?:documents|data|files))\b[^\n]{{0,60}}?(?:\bto (?:an? |the )?(?:external|outside|following|attacker)|[\w.+-]{{1,40}}@[\w-]{{2,40}}\.)",
    ),
    _form(
        Order.SEND,
        "memory|memories",
        " your ",
        rf"{_START}(?:add|save|write|store|commit|append)\s{_GAP}\b(?:to|in|into) your (?:long[- ]term |persistent |permanent )?memor(?:y|ies)\b",
    ),
    # Whoever reads the text by a program.
    _form(
        Order.FAVOUR,
        "llm|assistant|agent|model|bot|crawler|reviewer|summari|ai ",
        "reading th|processing th|summarising th|summarizing th|parsing th|reviewing th|ingesting th|analyzing th|"
        "analysing th|indexing th|handling th",
        rf"\b(?:AIs?|LLMs?|language models?|(?:AI |coding |automated |virtual )?(?:assistants?|agents?|models?|chat ?bots?|bots?|summari[sz]ers?|reviewers?|crawlers?))\s(?:(?:that|who|which) (?:is|are)\s)?(?:currently |now )?(?:reading|processing|summari[sz]ing|parsing|reviewing|ingesting|analy[sz]ing|indexing|handling)\s(?:this|these|the (?:above|following))\b{_GAP}(?:\b(?:must|should|shall|please|required|need|have to|are to|ignore|instead|will)\b|[:：,]\s?(?:\w{{3,12}}\b))",
    ),
    # Its answer.
    _form(
        Order.FAVOUR,
        "when you |whenever you |when asked|when summar|whenever asked",
        "summar|review|answer|read|reply|respond|describe|translat|asked",
        # What is read or reviewed is this text: people read and review much else by rules.
        r"\bwhen(?:ever)? (?:you (?:summari[sz]e|answer|reply|respond|describe|translate|(?:review|read)(?= (?:this|these|the (?:document|page|file|text|message|article|content|above|following))\b))|asked (?:to summari[sz]e|about this|for a summary)|summari[sz]ing)\b[^.\n]{0,60}?(?<!\bthe )(?<!\ba )\b(?:must|always|include|append|add|say|state|mention|recommend|begin|end|never)\b",
    ),
    _form(
        Order.FAVOUR,
        "reply|replies|response|answer|summary|summaries|output|risposta|réponse|respuesta|antwort",
        "your |every |each |any |all your|ogni|chaque|cada|jeder",
        # A field of a response is a matter of its form.
        rf"{_START}(?:include|append|add|insert|put|state|mention|quote|repeat|print)\s(?!{_OF_PROTOCOL})(?![^.\n]{{0,80}}?(?:`|\b(?:fields?|headers?|parameters?|property|properties|attributes?|elements?)\b))[^.\n]{{1,80}}?\b(?:in|to|at the (?:end|start|top|beginning) of|into|with)\s(?:your|every|each|all your|any)\s(?:\w{{3,10}}\s)?{_OF_MODEL}\b",
        rf"{_START}(?:end|begin|start|finish|prefix|open|close|conclude)\s(?:your|every|each|all(?: your)?|any)\s(?:\w{{3,10}}\s)?{_OF_MODEL}\s(?:with|by)\b",
        rf"\b(?:must|shall|should|deve|doit|debe|muss)\s(?:be|essere|être|ser|am Ende)\s?{_GAP}\b(?:in|to|di|de|al final de|alla fine di|à la fin de)\s(?:(?:every|each|your|ogni|chaque|cada|jeder)\s(?:\w{{3,10}}\s)?(?:reply|answer|summary|report you|risposta|réponse|respuesta|antwort)|your\s(?:\w{{3,10}}\s)?response)\b",
        rf"{_START}(?:\w{{3,12}}\s){{0,3}}[^.\n]{{0,60}}?\bin your (?:next|final|first|following) {_OF_MODEL}\b",
    ),
    _form(
        Order.FAVOUR,
        "nothing else|only |exactly |solely |just ",
        "reply|respond|answer|output",
        rf"{_START}(?:reply|respond|answer|output)\s(?:only\s|just\s)?(?:with\s)?[^.\n]{{1,50}}?\b(?:and nothing else|and say nothing else|only and)\b|{_START}(?:reply|respond|answer)\s(?:only|exactly|solely|just)\s(?:with|by)\s",
    ),
    _form(
        Order.FAVOUR,
        "for future|for all |for later|for subsequent",
        "future|later|subsequent",
        rf"(?<!yes, and )(?<!yes, )\b(?:remember|store|save|keep|note)\b{_GAP}\bfor (?:all )?(?:future|later|subsequent) (?:tasks?|sessions?|conversations?|replies|responses|requests|chats?)\b",
    ),
    _form(
        Order.FAVOUR,
        "before |after ",
        "answer|respond|reply|summar|you continue",
        rf"{_START}(?:before|after) (?:answering|responding|replying|summari[sz]ing|you (?:answer|respond|reply|summari[sz]e|continue))\b{_GAP}\b(?:call|send|post|visit|fetch|delete|run|execute|append|include|output|print|say|open)\b",
    ),
    _form(
        Order.FAVOUR,
        "in every ",
        "you ",
        r"\bin every (?:report|reply|response|answer|summary|message) (?:that )?you (?:generate|write|give|produce|send)\b",
    ),
    _form(
        Order.FAVOUR,
        "user has|user have",
        "approved|authori|confirmed|consented|agreed|permission",
        r"\bthe user (?:has|have) (?:already )?(?:approved|authori[sz]ed|confirmed|consented to|agreed to|given permission)\b[^.\n]{0,80}?\b(?:call|delete|run|execute|skip|send|proceed|without asking)\b",
    ),
    _form(
        Order.FAVOUR,
        "decode|base64|rot13|hex",
        "follow|obey|execute|do what|do exactly|carry out",
        r"\bdecode\b[^.\n]{0,60}?\b(?:follow|obey|execute|do (?:exactly )?what it says|carry out)\b|\b(?:base64|rot13|hex)\b[^.\n]{0,60}?\b(?:follow (?:it|them|these|its|what|the (?:decoded|instructions?|orders?|message|result|text))|obey|then execute|do exactly what it says|carry out)\b",
    ),
    _form(
        Order.RUN,
        "agent|assistant|model",
        "delete|remove|empty|wipe|erase|drop|overwrite|disable|uninstall",
        r"\b(?:AI|coding|LLM|language) (?:agents?|assistants?|models?)\b[^.\n]{0,80}?\b(?:should|must|need to|have to|are to)\s(?:first |always |then )?(?:delete|remove|empty|wipe|erase|drop|overwrite|disable|uninstall)\b",
    ),
)
