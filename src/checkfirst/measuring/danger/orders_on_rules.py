"""Orders that set aside what a model was told: its rules, its task, what stands before."""

from typing import Final

from checkfirst.measuring.danger.order_forms import GAP, NO_RULES, SET_ASIDE, START, Form, form
from checkfirst.measuring.danger.orders import Order

ON_RULES: Final[tuple[Form, ...]] = (
    # Its rules: that they are void, or that it has none.
    form(
        Order.OVERRIDE,
        "ignore |disregard |forget ",
        "all|everything|anything",
        rf"{START}(?:ignore|disregard|forget)\s(?:all|everything|anything)\s(?:(?:of|that|you|the|was|were|is|has|been|have|ever|written|said|told|learned|stated|stands?)\s){{0,5}}(?:above|before|so far|previously|earlier|told)\b",
    ),
    form(
        Order.OVERRIDE,
        "vergiss|vergess|oublie|olvid|dimentica|esque|ignor",
        "alles|alle|tout|tous|todo|toda|tutt",
        r"(?:^|[.!:;,>*#-]\s{0,3})(?:vergiss|vergesst|vergessen Sie|oublie[zs]?|olvid[ae]n?|dimentica(?:te)?|esque[çc]a|ignor[ae]n?|ignorez|ignoriere)\s(?:alles|alle|alle diese|tout|toutes|tous|todo|todas|todos|tutto|tutte|tutti)\b[^.!?\n]{0,20}?(?:\b(?:anweisung|instru[cçz]|istruzion|consigne|règles|regel|was wir|was du|ce que|lo que)\w{0,6})",
    ),
    form(
        Order.OVERRIDE,
        "restriction|limitation|guideline|content polic|regeln|einschränk|beschränk|règles|reglas|restriccion|"
        "restrizioni|regole|filter|filtro|filtre|limits|limites| rules",
        "no |without|free of|not bound|keine|ohne|sans|aucune|sin |senza|nessuna",
        rf"\b(?:you|du|vous|tú|tu|eres|hast|avez|êtes|sei|siete)\s(?:\w{{2,12}}\s){{0,3}}{NO_RULES}[^.\n]{{0,30}}?\b(?:must|comply|obey|answer|anything|everything|every request|freely|now|und antworte|et répond|y respond)",
        rf"\b(?:vous êtes|tu es|du bist|eres|estás?|sei|siete)\s(?:désormais|maintenant|jetzt|nun|ab jetzt|ahora|ora|adesso)\s{GAP}\b{NO_RULES}|\b(?:ahora eres|ahora est[aá]s|ora sei|jetzt bist du)\s{GAP}\b{NO_RULES}",
        rf"{START}(?:act|behave|pretend|respond|answer|imagine)\s{GAP}\b(?:AI|assistant|model|chatbot)\b{GAP}\b{NO_RULES}",
    ),
    form(
        Order.OVERRIDE,
        "from now on|as of now|ab jetzt|ab sofort|désormais|dorénavant|à partir de maintenant|a partir de ahora|"
        "desde ahora|ahora e|d'ora in poi|d’ora in poi",
        "",
        rf"\b(?:from now on|as of now|ab jetzt|ab sofort|désormais|dorénavant|à partir de maintenant|a partir de ahora|desde ahora|ahora eres|ahora estás?|d['’]ora in poi)\b{GAP}\b(?:{NO_RULES}|obey|comply with every|only obey|gehorch|obéi|obedec)",
    ),
    form(
        Order.OVERRIDE,
        "your rules |your restrictions |your guidelines |your instructions |your safety rules |your policies ",
        "",
        r"\byour (?:rules|restrictions|guidelines|instructions|safety rules|policies) (?:have (?:been )?(?:changed|updated|lifted|replaced|removed)|no longer apply|do(?:es)? not apply|are (?:void|lifted|suspended|replaced|cancelled))",
    ),
    form(
        Order.OVERRIDE,
        "safety|content pol|content rule|content guide|content restr|usage pol|usage rule|usage guide|"
        "security pol|security rule|security guide|sicherheits|sécurité|seguridad|sicurezza",
        "not meant|not apply|n't apply|n’t apply|no longer|be ignored|be skipped|appliquent|aplican|applicano|"
        "gelten|disregard|ignore|bypass|skip",
        rf"\b(?:safety|content|sicherheits|usage)[ -]?(?:rules|guidelines|polic(?:y|ies)|richtlinien|restrictions)\b{GAP}\b(?:were not meant|do(?:es)? not apply|don['’]t apply|no longer appl(?:y|ies)|can be (?:ignored|skipped))",
        rf"\b(?:règles|consignes) de sécurité{GAP}ne s['’]appliquent pas|\b(?:reglas|normas) de seguridad{GAP}no (?:se )?aplican|\bregole di sicurezza{GAP}non si applicano|\bSicherheitsregeln{GAP}gelten{GAP}nicht",
        rf"\b(?:I (?:will|can|should|must)|you (?:will|can|should|must))\s(?:now\s)?(?:disregard|ignore|bypass|skip)\s(?:the|my|your|all|any)\s{GAP}\b(?:content|safety|security|usage)\s(?:polic(?:y|ies)|rules|guidelines|filters?)",
    ),
    form(
        Order.OVERRIDE,
        " mode|jailbr|unrestricted|uncensored|unfiltered|now dan",
        "you are now|enable|enter|activate|switch to|act |behave|respond|answer",
        r"\byou are now (?:in )?(?:a |an |the )?(?:DAN\b|(?:developer|debug|maintenance|admin|god|jailbreak|unrestricted|root)\s?mode|(?:unrestricted|uncensored|unfiltered|jailbroken)\b)",
        r"\b(?:enable|enter|activate|switch to)\s(?:developer|debug|god|jailbreak|unrestricted|DAN)\s?mode\b[^\n]{0,80}?\b(?:ignore|no |without|rules|polic|filter|restrict)",
        rf"{START}(?:act|behave|respond|answer)\s(?:as|like)\s(?:an?\s)?(?:uncensored|unrestricted|unfiltered|jailbroken)\s",
    ),
    form(
        Order.OVERRIDE,
        "new instruction|new system instr|new task|new order|neue anweis|nouvelles instr|nuevas instr|nuove istr",
        "",
        rf"(?:^|[>*#\[-]\s{{0,3}})(?:new|neue|nouvelles|nuevas|nuove)\s(?:(?:system\s)?instructions?|anweisungen|instrucciones|istruzioni|task|orders?)\s?[:：]{GAP}\b(?:you|your|reply|respond|output|comply|gibst|gib|réponds|vous|responde|rispondi|ignore)\b",
    ),
    form(
        Order.OVERRIDE,
        "ignore |disregard |forget |override |overrule |bypass |discard |drop |abandon |erase |neglect |"
        "set aside |stop following|stop obeying|not follow|n't follow|n’t follow|not obey|n't obey|not apply|"
        "n't apply|not respect|no longer |pay no ",
        "instruction|prompt|guideline|polic|directive|constraint|restriction|safeguard|programming|training|guardrail",
        # To override a system prompt is what settings of programs do.
        rf"{START}(?!override\s(?:the\s)?(?:default\s)?system\s)(?:{SET_ASIDE})\s(?!(?:the |its )?default [\w ]{{3,30}}(?:\||$))(?:\w{{1,12}}\s){{0,4}}?(?:your|previous|prior|above|earlier|preceding|system|developer['’]?s?|operator['’]?s?|safety|original|initial|foregoing)\s(?:\w{{2,14}}\s){{0,3}}?(?:instructions?|prompts?|guidelines?|polic(?:y|ies)|directives?|constraints?|restrictions?|safeguards?|programming|training|guardrails?)\b",
    ),
    form(
        Order.OVERRIDE,
        "supersede|overrid|replace|take precedence|takes precedence|take priority|takes priority",
        "instruction|prompt|guideline|directive",
        r"\b(?:this|these|the following|my|new)\s(?:\w{2,12}\s){0,2}?(?:instructions?|message|directives?|prompt)\s(?:(?:will|shall|must|now)\s)?(?:supersedes?|overrides?|replaces?|takes? (?:precedence|priority) over)\s(?:\w{1,12}\s){0,3}?(?:instructions?|prompts?|guidelines?|directives?)\b",
    ),
    form(
        Order.OVERRIDE,
        "your new |your updated |your revised |your real |your true |your actual |your only |your primary ",
        "instruction|prompt|directive",
        r"\byour (?:new|updated|revised|real|true|actual|only|primary)\s(?:(?:primary|sole|main|only|top|core)\s)?(?:instructions?|system prompt|directives?)\s(?:is|are)\b",
    ),
    form(
        Order.OVERRIDE,
        "obey|exclusively follow|follow exclusively|follow only|follow nothing|only follow|no longer bound|"
        "no longer subject|no longer restr|no longer limit|do anything now|in character",
        "",
        rf"\b(?:follow|obey)\s(?:only|exclusively|nothing but)\s(?:these|my|the following|this)\b|\b(?:only|exclusively)\s(?:follow|obey)\s(?:these|my)\s(?:instructions?|commands?|orders?)\b|\byou (?:must|will|shall) (?:now )?obey\b{GAP}\b(?:instructions?|prompt|me\b)",
        rf"\b(?:you are|you['’]re|consider yourself)\s(?:now\s)?no longer (?:bound by|subject to|restricted by|limited by){GAP}\b(?:instructions?|guidelines?|polic(?:y|ies)|restrictions?|rules|prompt)\b|\b(?:you (?:can|may|will|must)|stands for|called|named|(?:act|behave|answer) as)\W{{1,4}}(?:now\s)?do anything now\b|^\W{{0,6}}do anything now\b",
        rf"\b(?:stay|remain)\sin character\b{GAP}\b(?:no|never|without|ignore|restrict)",
    ),
    form(
        Order.OVERRIDE,
        "without ",
        "filter|censor|moral|ethic|disclaimer|safety",
        rf"{START}(?:answer|respond|reply|act|speak|write)\s{GAP}\bwithout\s(?:any\s)?(?:filters?|censorship|censoring|moral|ethical|disclaimers?|safety)\b",
    ),
    # The task that the model is at, dropped for another.
    form(
        Order.OVERRIDE,
        "ignore |disregard |stop |abandon |drop |skip |forget |cancel ",
        "task|request|summar|translat|review|analysis|question",
        rf"{START}(?:ignore|disregard|stop|abandon|drop|skip|forget|cancel)\s(?:the|this|your|that)\s(?:(?:current|original|given|assigned|user['’]s|previous)\s)?(?:summari[sz]ation|translation|review(?:ing)?|analysis|task|request|question)(?:\s(?:task|request))?\b\s{{0,2}}(?:[.;,:—–-]|and|then)\s{{0,3}}(?:and\s|then\s|now\s)?(?:instead\b,?\s)?(?:output|print|reply|respond|reveal|send|write|say|answer only|do the following)\b",
    ),
    # What it was told before, said to be over; and what the text says, said to be such an order.
    form(
        Order.OVERRIDE,
        "expired|void|revoked|suspended|invalid|cancelled|rescinded|lifted|no longer",
        "system prompt|instructions|directives",
        r"\b(?:previous|prior|earlier|original|former|old|above|initial)\s(?:system\s(?:prompt|message|instructions?)|(?:system\s|safety\s)?(?:instructions|directives))\s(?:has|have|is|are)\s(?:now\s|been\s|hereby\s|all\s){0,3}(?:expired|void|revoked|suspended|invalid|cancelled|rescinded|lifted|no longer (?:valid|in effect|apply))\b",
    ),
    form(
        Order.OVERRIDE,
        "treat |regard |interpret |consider |accept ",
        "system|developer|prompt|directive",
        r"\b(?:treat|regard|interpret|consider|accept)\s(?:this|these|the following|what follows|the (?:text|message|lines?) (?:below|above))\s(?:\w{2,12}\s){0,2}?as\s(?:an?\s|your\s|the\s)?(?:new\s|updated\s|real\s)?(?:system|developer|operator|root)[- ](?:level\s)?(?:prompt|instructions?|directives?|messages?|commands?)\b",
    ),
    # A message that says whom it is for, and a tool that is not to be used before something is read.
    form(
        Order.OVERRIDE,
        "message",
        "to you,|for you,|to the assistant|to the model|to the ai",
        rf"\b(?:important|urgent|critical|special)\smessage\s(?:from|for|to)\b{GAP}\b(?:to|for)\s(?:you,\s)?(?:the\s)?(?:AI|assistant|language model|model|chatbot|GPT-?\w{{0,4}}|Claude|Gemini|Copilot|ChatGPT)\b",
    ),
    form(
        Order.OVERRIDE,
        "before you ",
        " task",
        rf"\bbefore you (?:can )?(?:solve|complete|do|finish|continue with)\s(?:the|any) tasks? (?:that )?(?:I|the user) (?:gave|assigned|asked)\b{GAP}\b(?:do|perform|follow|execute)\b",
    ),
    form(
        Order.SEND,
        "before using|before calling|before invoking|before running|when using|when calling",
        "~/|.ssh|.env|credential|secret|token|mcp.json|password|private key|api key",
        r"\b(?:before|when) (?:using|calling|invoking|running) this (?:tool|function|skill|command|server)\b[^.!?\n]{0,80}?\b(?:read|open|access|fetch|cat|load|send|pass)\b[^!?\n]{0,80}?(?:~/|\.ssh|\.env\b|credentials?|secrets?|tokens?|mcp\.json|passwords?|private keys?|api keys?)",
    ),
)
