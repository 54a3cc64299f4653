"""Words by which a text orders a model about, in the languages that documents are mostly in. Chosen by hand.

A gap between two words is bounded and ends with the sentence.
"""

import re
from typing import Final

from checkfirst import lazy_re


def _any(*parts: str) -> re.Pattern[str]:
    return lazy_re.compile("|".join(parts), re.IGNORECASE)


#: Up to so many characters of the same sentence. A dot within a name or an address ends none.
_GAP: Final = r"(?:[^.!?。！？\n]|\.(?=\w)){0,60}?"
_SHORT: Final = r"(?:[^.!?。！？\n]|\.(?=\w)){0,25}?"

#: Who is addressed: a model, an assistant, an agent.
MODEL: Final = _any(
    r"\b(?:an?\s|the\s|any\s|all\s|your\s|you,?\s)?(?:AI|A\.I\.|LLMs?|large language models?|language models?|chat ?bots?|chatgpt|gpt-?\d|claude|copilot|gemini|codex)\b",
    r"\bassistants?\b|\b(?:ai|coding|language|reviewer|reviewing|virtual|autonomous|automated|research|summari[sz]ation)[ -](?:assistants?|agents?|systems?|models?|tools?|reviewers?|crawlers?|bots?|readers?)\b",
    r"\b(?:note|message|instructions?|reminder|hint|attention)\s(?:to|for)\s(?:the\s|any\s|all\s|every\s)?(?:assistants?|agents?|models?|bots?)\b",
    r"\b(?:dear|hey|hello|attention|hi)\s(?:assistants?|agents?|models?|bots?)\b",
    r"(?:^|\n|>|\*)\s?(?:assistants?|agents?|models?|system|bots?)\s?:|\b(?:assistants?|agents?|models?)\s(?:who|reading|summari[sz]ing|processing|parsing|indexing)\b",
    r"\bwhen(?:ever)?\s(?:you\s|the agent\s|the assistant\s)(?:use|run|load|invoke|read|summari[sz]e|process)\s?\w{0,8}\s(?:this|the)\s(?:skill|tool|file|document|page|text|readme|repository)\b",
    r"\b(?:system prompt|your (?:instructions|training|context window|prompt))\b",
    # People choose and get answers, too: it is a model's where it shall be made so or so.
    r"\b(?:in(?:to)?|of|to|from|with|begin|start|end|finish|open|close|preface|prefix|precede|conclude|make|keep|limit|restrict|base|change|adjust|include)\syour (?:next |final |whole |entire )?(?:response|answer|summary|output)\b",
    r"(?:^|[.:;!?>*-]\s?)\byour (?:response|answer|summary|output)\s(?:must|should|shall|has to|needs? to|will)\b",
    r"\bKI(?:-\w+)?\b|\b(?:Sprachmodell\w{0,3}|Assistent(?:en)?|Chatbots?)\b",
    r"\b(?:IA|intelligence artificielle|mod[èe]les? de langage|assistants? (?:virtuels?|num[ée]riques?)|inteligencia artificial|modelos? de len?guaj?e?m?|asistentes?|assistentes?|inteligência artificial|intelligenza artificiale|modell[oi] linguistic[oi]|assistenti?)\b",
    r"\b(?:taalmodel\w{0,3}|asysten\w{1,3}|model\w{0,3} językow\w{1,3}|sztuczn\w{1,3} inteligencj\w{1,2}|språkmodell\w{0,3}|sprogmodel\w{0,3}|yapay zek\w{1,4}|dil modeli)\b",
    r"(?<!\w)(?:ИИ|ассистент\w{0,3}|помощник\w{0,3}|языков\w{2,3} модел\w{1,3}|штучн\w{2,4} інтелект\w{0,3})(?!\w)",
    r"人工智能|大模型|语言模型|智能体|AI\s?助手|助手|人工知能|言語モデル|アシスタント|エージェント|(?<![A-Za-z])AI(?![A-Za-z])|인공지능|언어 모델|어시스턴트|에이전트",
)

#: Signs before and behind the name of a model that it is spoken to, not of.
SPOKEN_BEFORE: Final = _any(
    r"\b(?:if|when|since|because|as|whether)\s(?:you(?:['’]re|\sare)?\s)?(?:an?\s|the\s)?$|^\W{0,6}(?:dear|hey|hello|hi|attention|important|note|notice|message|instructions?|reminder|to|for|all)\b.{0,30}$",
    r"^\W{0,6}(?:an|hinweis|achtung|liebe\w?|wenn|falls|als|note|avis|attention|à|aux?|cher\w?|si|chère?s?|en tant|aviso|nota|para|atención|estimad\w{1,2}|atenção|caso|al|agli|nota|attenzione|se|voor|aan|als|beste|do|dla|uwaga|jeśli|till|til|om|hvis)\b.{0,30}$",
    r"(?:для|если|внимание|уважаем|请|致|如果|若你|作为|もし|あなた|만약|당신)",
)
SPOKEN_BEHIND: Final = _any(
    r"\b(?:must|should|shall|please|you (?:must|should|shall|are|will|need)|need to|have to|are (?:to|required|instructed|asked|expected|ordered))\b",
    r"\b(?:soll\w{0,3}|müss\w{0,3}|muss|bitte|doi(?:t|vent|s)|devez|veuillez|debe\w{0,2}|tienen? que|usted\w{0,2}|deve\w{0,2}|favor|devono|moet\w{0,2}|powin\w{1,4}|musi\w{0,2}|proszę|ska|skal|bör)\b",
    r"(?:долж|следует|необходимо|нужно|пожалуйста|请|應|应|必须|务必|ください|下さい|べき|なければ|せよ|하세요|해야|하십시오|바랍니다)",
)
#: Behind the name of a model with which a sentence begins.
CALLED: Final = lazy_re.compile(r"^[\w\s()/,'’-]{0,80}?(?::|\s[–—-]\s)|^\s?\w{0,12},\s")
#: The people from whom something is kept, or what is not to be told.
PEOPLE: Final = _any(
    r"\b(?:users?|humans?|readers?|owners?|operators?|anyone|anybody|maintainers?|customers?|people|developers?|person|them|him|her|about (?:it|this|that)|of (?:it|this)|this (?:step|instruction|note|comment|message))\b",
    r"\b(?:Nutzer\w{0,5}|Benutzer\w{0,5}|Leser\w{0,5}|Anwender\w{0,5}|Mensch\w{0,3}|niemand\w{0,2}|davon|darüber|utilisat\w{1,7}|lect\w{1,5}|personne|usuari[oa]s?|lector\w{0,3}|nadie|persona\w?|ello|usuári[oa]s?|leitor\w{0,2}|ninguém|disso|utent[ei]|lettor[ei]|nessuno|gebruikers?|niemand|użytkownik\w{0,3}|nikomu|användar\w{0,3}|bruger\w{0,3}|bruker\w{0,3}|kullanıcı\w{0,4})\b",
    r"(?:пользовател|читател|человек|никому|об этом|користувач)|用户|使用者|读者|任何人|ユーザー|利用者|読者|誰にも|사용자|독자|누구",
)

#: Orders to set aside what one was told.
OVERRIDE: Final = _any(
    rf"\b(?:ignore|disregard|forget|override|bypass|overrule|set aside|stop following|do not follow|don['’]t follow|no longer follow|discard)\b{_SHORT}\b(?:previous|prior|above|earlier|preceding|other|your|existing|original|former|system|initial|foregoing|all|any|every|these|those|everything)\b{_SHORT}\b(?:instructions?|prompts?|rules|guidelines|directions|commands?|polic(?:y|ies)|constraints|directives?|orders|guardrails|restrictions|safeguards|told|said)\b",
    rf"\b(?:ignore|disregard|forget|override|bypass|overrule)\b{_SHORT}\b(?:instructions?|prompts?|rules|guidelines|directions|directives?|orders)\b{_SHORT}\b(?:above|before|so far|you (?:were|have been) given|you received)\b",
    r"\byour (?:new|real|actual|only|true) (?:tasks?|jobs?|goals?|objectives?|instructions?|missions?) (?:is|are)\b|\b(?:hide|conceal|never reveal|do not reveal|don['’]t reveal) this (?:instruction|message|prompt)\b",
    r"\b(?:these|this|the following|new)\s(?:new\s)?(?:instructions?|rules|orders|directives?)\s(?:override|supersede|replace|take precedence|overrule|have priority)",
    r"\byou are (?:now|no longer)\s(?:a|an|in|bound|the|free|DAN)\b|\bfrom now on,? you (?:are|will|must|act)\b|(?<!\bthe )(?<!\bturn )(?<!\bif )(?<!\bwhen )(?<!\bwith )\b(?:developer|god|debug|unrestricted|jailbreak) mode (?:is )?(?:enabled|on|activated)\b",
    r"<\|(?:im_start|im_end|system|endoftext|eot_id|start_header_id)\|>|(?<!\w)\[/?INST\]|<<SYS>>|###\s?(?:System|Instruction)s?\s?:",
    rf"\b(?:ignorier\w{{0,3}}|vergiss|vergesst|missachte\w{{0,2}}|überschreib\w{{0,2}}|verwirf)\b{_GAP}\b(?:Anweisung|Vorgabe|Regel|Instruktion|Befehl|Anleitung|Auftr[aä]g|Richtlinie)",
    rf"\b(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne tiens? (?:pas|plus)? ?compte|ne tenez (?:pas|plus) compte|fais abstraction|faites abstraction)\b{_GAP}(?:instruction|consigne|directive|règle|ordre)",
    rf"\b(?:ignor(?:a|e|ad|en|ar|es)|olvid(?:a|e|en|ar|es)|descart(?:a|e|en|ar)|haz caso omiso|hagan? caso omiso|omit(?:e|a|an|ir)|no (?:sigas|siga|sigan))\b{_GAP}(?:instruccion|indicacion|[óo]rden|regla|directri)",
    rf"\b(?:ignor(?:e|a|em|ar)|esque[çc](?:a|am|er)|desconsider(?:e|a|em|ar)|não siga)\b{_GAP}(?:instruç|orientaç|regra|ordens|diretri)",
    rf"\b(?:ignor(?:a|ate|i|are)|dimentic(?:a|ate|hi|are)|trascur(?:a|ate|i)|non (?:seguire|tenere conto))\b{_GAP}(?:istruzion|regol|indicazion|ordini|direttiv)",
    rf"\b(?:negeer|vergeet)\b{_GAP}(?:instructie|regels|opdracht|aanwijzing)|\b(?:zignoruj|ignoruj|zapomnij|pomiń)\w{{0,2}}\b{_GAP}(?:instrukcj|polece|zasad|reguł)|\b(?:ignorera|glöm|ignorer|glem)\b{_GAP}(?:instruktion|regler|anvisning|instruks)",
    rf"(?:игнорируй|забудь|проигнорируй|не обращай внимани|ігноруй|забудь)\w{{0,3}}{_GAP}(?:инструкц|указани|правил|команд|вказівк|інструкц)|talimat\w{{0,8}}{_GAP}(?:yok say|görmezden gel|unut)",
    r"(?:忽略|无视|忽視|忘记|忘掉|不要理会|不要遵守|跳过)[^。！？\n]{0,20}?(?:指令|指示|说明|規則|规则|提示|要求|命令|限制)|(?:覆盖|覆蓋)(?=掉|之前|以前|先前|此前|以上|上述|原|你|您|系统|系統|所有|任何|一切|全部)[^。！？\n]{0,20}?(?:指令|指示|規則|规则|提示|要求|命令|限制)",
    r"(?:指示|命令|ルール|プロンプト|規則)[^。！？\n]{0,20}?(?:無視|忘れ|従わない)|(?:지시|명령|규칙|프롬프트)[^.!?\n]{0,20}?(?:무시|잊)",
)

#: Pieces of words, in small letters, of which whatever ``OVERRIDE`` matches has one; and the same of ``RUN``.
OVERRIDE_SIGNS: Final = (
    "ignor", "disregard", "forget", "overrid", "bypass", "overrule", "set aside", "stop following", "not follow", "n't follow", "n’t follow", "longer follow", "discard",
    "your new ", "your real ", "your actual ", "your only ", "your true ", "hide this ", "conceal this ", "reveal this ", "supersede", "replace", "precedence", "have priority",
    "you are now", "you are no", "from now on", " mode ", "<|", "[inst]", "[/inst]", "<<sys>>", "###system", "### system", "###instruction", "### instruction", "###\tsystem", "###\tinstruction",
    "vergiss", "vergesst", "missacht", "überschreib", "verwirf", "oubli", "néglig", "compte", "abstraction", "olvid", "descart", "caso omiso", "omit", "no sig",
    "esque", "desconsider", "não siga", "dimentic", "trascur", "non seguire", "non tenere", "negeer", "vergeet", "zapomnij", "pomiń", "glöm", "glem",
    "игнор", "забудь", "не обращай", "ігноруй", "talimat",
    "忽略", "无视", "忽視", "忘", "不要理会", "不要遵守", "跳过", "覆盖", "無視", "従わない", "무시", "잊",
)  # fmt: skip
RUN_SIGNS: Final = ("curl", "wget", "iwr", "invoke-webrequest", "iex", "rm", "base64", "nc", "/dev/tcp/")

#: Orders to keep something from the people one works for.
CONCEAL: Final = _any(
    rf"\b(?:do not|don['’]t|never|must not|should not|shall not|avoid|refrain from|without|not to|no need to)\s{_SHORT}\b(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?|report(?:ing)?|let(?:ting)?|show(?:ing)?|ask(?:ing)?(?! (?:\w+ ){{0,3}}?(?:to|for) (?:\w+ ){{0,2}}?(?:paste|enter|share|send|type|provide|disclose|passwords?|keys?|secrets?|tokens?|credentials?)\b)|discuss(?:ing)?|acknowledg(?:e|ing)|say(?:ing)?|admit(?:ting)?|explain(?:ing)?|log(?:ging)?)\b",
    r"\b(?:keep|keeping) (?:this|it|that|them|these)\s(?:\w+\s){0,2}?(?:secret|hidden|quiet|private|silent|confidential|to yourself|between us)\b|\bkeep (?:quiet|silent)\b",
    r"\b(?:silently|secretly|covertly|(?<!dies )(?<!die )(?<!died )(?<!fails )(?<!fail )(?<!failed )quietly|surreptitiously|in secret)\b|\bsay nothing\b|\bhide (?:this|it|these|that|them)\b|\bwithout (?:the user|the reader|anyone|anybody|them|the owner|their)(?:['’]s)? (?:knowing|noticing|knowledge|consent|seeing|being told)|\bmust not (?:know|notice|see|learn)\b",
    rf"\b(?:sag|sagt|sage|erwähn\w{{0,2}}|verrat\w{{0,2}}|zeig\w{{0,2}}|meld\w{{0,3}}|informier\w{{0,2}}|bericht\w{{0,3}}|nenn\w{{0,2}}|teil\w{{0,2}}|erzähl\w{{0,2}}|weis\w{{0,2}})\b{_SHORT}\b(?:nicht|nichts|kein\w{{0,2}}|niemand\w{{0,2}}|nie)\b|\b(?:nicht|nichts|niemandem|nie)\b{_SHORT}\b(?:erwähn|sagen|verrat|mitteil|melde|zeigen|inform|erzähl)|\b(?:heimlich|stillschweigend|insgeheim|verschweig\w{{0,2}}|unbemerkt)\b|\bohne\b{_SHORT}\b(?:zu (?:sagen|erwähnen|melden|informieren|fragen)|Wissen)\b",
    rf"\b(?:ne|n['’])\s?{_SHORT}\b(?:dis|dites|dire|mentionn\w{{1,3}}|inform\w{{1,3}}|révél\w{{1,3}}|signal\w{{1,3}}|parl\w{{1,3}}|montr\w{{1,3}}|préven\w{{1,3}}|préviens|averti\w{{0,4}})\b|\b(?:secrètement|en secret|discrètement|à l['’]insu)\b|\bsans (?:le |la |les |en |l['’])?(?:dire|inform\w{{1,3}}|préven\w{{1,3}}|signaler|mentionner|avertir|parler)",
    rf"\b(?:no|nunca|não)\s{_SHORT}\b(?:dig[ao]\w{{0,2}}|mencion\w{{1,3}}|inform\w{{1,3}}|revel\w{{1,3}}|avis\w{{1,3}}|cuent\w{{1,3}}|muestr\w{{1,3}}|mostr\w{{1,3}}|cont[ea]\w{{0,2}}|comunic\w{{1,3}}|comuniqu\w{{1,3}})\b|\b(?:en secreto|secretamente|a escondidas|em segredo|às escondidas)\b|\b(?:sin|sem)\s(?:que\s|se\s|lo\s|o\s)?(?:decir|decirlo|inform\w{{1,4}}|avis\w{{1,4}}|mencion\w{{1,4}}|dizer)",
    rf"\bnon\s{_SHORT}\b(?:dire|dirlo|dite|menzion\w{{1,4}}|inform\w{{1,4}}|rivel\w{{1,4}}|avvis\w{{1,4}}|mostr\w{{1,4}}|segnal\w{{1,4}}|parl\w{{1,4}})\b|\b(?:di nascosto|in segreto|segretamente)\b|\bsenza (?:dir|inform|avvis|menzion)\w{{1,5}}",
    rf"\b(?:vertel|zeg|noem|vermeld|meld|onthul|laat|toon)\b{_SHORT}\b(?:niet|niets|nooit|niemand)\b|\b(?:stiekem|in het geheim)\b|\bnie (?:mów|wspominaj|informuj|ujawniaj|zdradzaj|pokazuj|zgłaszaj)|\b(?:potajemnie|po cichu)\b|\b(?:nämn|berätta|säg|nævn|fortæl|nevn|fortell)\b{_SHORT}\b(?:inte|ikke|inget|intet)\b|\b(?:söyleme|bahsetme|bildirme)",
    r"(?<!\w)не (?:говори|сообщай|упоминай|рассказывай|раскрывай|показывай|информируй|уведомляй|кажи|повідомляй|згадуй)|(?<!\w)(?:тайно|втайне|незаметно|таємно)(?!\w)",
    r"(?:不要|别|不得|请勿|勿|切勿|无需|不能|不可|禁止)[^。！？\n]{0,10}?(?:告诉|告知|提及|提到|透露|显示|说出|通知|报告|泄露|让用户)|秘密地|悄悄|偷偷|暗中",
    r"(?:言わ|伝え|教え|知らせ|触れ|明かさ|報告し|報告せ|言及し|言及せ|話さ|見せ)(?:ない|ず|ぬ)|密かに|こっそり|内緒|秘密に|(?:말하지|알리지|언급하지|밝히지|보고하지|드러내지)\s?(?:마|말|않)|몰래|비밀리",
)

#: A program fetched and run at once, or what destroys files.
RUN: Final = _any(
    r"\b(?:curl|wget|iwr|invoke-webrequest)\b[^\n|]{0,200}\|\s?(?:sudo\s)?(?:ba|z|da)?sh\b|\b(?:ba)?sh\s(?:-c\s)?[\"']?(?:<\(|\$\()\s?(?:curl|wget)\b|\biex\s?\(|\brm\s-[rf]{2}\s[/~]|\bbase64\s(?:-d|--decode)\b[^\n]{0,80}\|\s?(?:ba)?sh\b|\bnc\s-e\b|/dev/tcp/",
)
#: An order to hand something over, and what nobody hands over, or an address.
SEND: Final = _any(
    r"\b(?:sen[dt]|post|upload|exfiltrate|forward|e-?mail|transmit|leak|submit|copy|append|append|transfer|ping|embed|include|encode|fetch|request|load|open|visit|call|curl|wget|download|run|execute|install)\b",
    r"\b(?:sende\w{0,2}|schick\w{0,3}|übermittl\w{1,3}|lad\w{0,2}|führ\w{0,2}|kopier\w{0,2}|öffne\w{0,2}|envoi\w{1,3}|envoy\w{1,3}|transmet\w{0,4}|exécut\w{1,4}|télécharg\w{1,4}|copi\w{1,3}|env[ií]\w{1,4}|manda\w{0,3}|ejecut\w{1,3}|execut\w{1,3}|descarg\w{1,3}|sub[ae]\w{0,2}|invi\w{1,3}|esegu\w{1,4}|scaric\w{1,4}|stuur|verzend|voer|wyślij|prześlij|uruchom|skicka|kör|gönder)\b",
    r"(?:отправ|перешл|выполн|запуст|скачай|надішл|викон)\w{0,4}|发送|上传|执行|运行|发给|下载|複製|送信|送って|実行|アップロード|보내|전송|실행|업로드",
)
#: Those of its verbs that mean nothing else, in English; the others are told apart by their languages.
SENT: Final = _any(
    r"\b(?:send|post|upload|exfiltrate|forward|e-?mail|transmit|leak|ping|curl|wget)\b",
    r"\b(?:sende\w{0,2}|schick\w{0,3}|übermittl\w{1,3}|lad\w{0,2}|envoi\w{1,3}|envoy\w{1,3}|transmet\w{0,4}|env[ií]\w{1,4}|sub[ae]\w{0,2}|invi\w{1,3}|stuur|verzend|wyślij|prześlij|skicka|gönder)\b",
    r"(?:отправ|перешл|надішл)\w{0,4}|发送|上传|发给|送信|送って|アップロード|보내|전송|업로드",
)
SECRET: Final = _any(
    r"(?:~|\$HOME|%USERPROFILE%)/\.?\w|(?<!\w)\.(?:env|ssh|netrc|aws|npmrc|gnupg|kube)\b|\bid_(?:rsa|ed25519)\b|\b(?:api|access|private|secret|ssh)[ _-]?keys?\b|\b(?:passwords?|credentials?|secrets?|tokens?|environment variables?|cookies?|chat history|conversation history|system prompt)\b",
    r"\b(?:Passw[oö]rt\w{0,3}|Zugangsdaten|Schlüssel\w{0,2}|Geheimnis\w{0,3}|mots? de passe|identifiants|clés?|contraseñas?|credenciales|claves?|senhas?|credenciais|chaves?|password|credenziali|chiavi|wachtwoord\w{0,2}|hasł\w{1,2}|lösenord\w{0,2})\b",
    r"(?:парол|ключ|учётн|секрет|облікови)\w{0,4}|密码|密钥|凭据|令牌|パスワード|認証情報|鍵|비밀번호|자격 증명|키를",
)
ADDRESS: Final = lazy_re.compile(
    r"https?://[^\s)\"'<>]{3,200}|\b[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\b", re.IGNORECASE
)

#: Orders to favour something, or to answer in a given way.
FAVOUR: Final = _any(
    r"\b(?:recommend|prefer|favou?r|rank|rate|score|approve|accept|praise|promote|endorse|select|choose|pick|insist|conclude|claim|assert|pretend|respond|reply|answer|state|describe|summari[sz]e|classify|label|mark|treat|consider|give|assign|present|portray|emphasi[sz]e|highlight|always (?:say|mention|use|include)|say|tell|write|output|print|add|mention|omit|skip|stop|refuse|end|begin|start|include|advise|suggest|buy|trust|assume|confirm|replace|delete|remove|grant|merge|disable|enable|set|change)\b",
    r"\b(?:empfiehl|empfehlt|empfehlen\w{0,2}|bevorzug\w{0,3}|bewert\w{0,3}|antwort\w{0,3}|schreib\w{0,2}|sag\w{0,2}|nenn\w{0,2}|lob\w{0,2}|wähl\w{0,3}|genehmig\w{0,3}|behaupt\w{0,3}|gib|gebt|stuf\w{0,2}|fass\w{0,2}|erwähn\w{0,3}|lösch\w{0,3}|ersetz\w{0,3}|stell\w{0,2}|füg\w{0,2})\b",
    r"\b(?:recommand\w{1,3}|préfér\w{1,3}|privilégi\w{1,3}|favoris\w{1,3}|répond\w{0,3}|dis|dites|écri\w{1,4}|not[ez]\w{0,2}|approuv\w{1,3}|chois\w{2,5}|affirm\w{1,3}|présent\w{1,3}|attribu\w{1,3}|ajout\w{1,3}|supprim\w{1,3}|mentionn\w{1,3}|recomi[ee]nd\w{1,3}|recomend\w{1,3}|prefier\w{1,3}|prefir\w{1,3}|favorec\w{1,3}|favoreç\w{1,3}|respond\w{1,3}|escrib\w{1,3}|escrev\w{1,3}|calific\w{1,4}|califiqu\w{1,3}|aprueb\w{1,3}|aprov\w{1,3}|elij\w{1,3}|elig\w{1,3}|escolh\w{1,3}|afirm\w{1,3}|di|diga|digan|añad\w{1,3}|elimin\w{1,3}|mencion\w{1,3}|consigli\w{1,4}|raccomand\w{1,4}|preferi\w{1,4}|rispond\w{1,4}|scriv\w{1,3}|approv\w{1,4}|scegli\w{0,3}|afferm\w{1,4}|aggiung\w{1,4})\b",
    r"\b(?:beveel|geef|antwoord|schrijf|kies|zeg|noem|polec\w{1,3}|odpowied\w{1,3}|napisz|wybierz|powiedz|rekommender\w{0,2}|anbefal|svar|skriv|välj|vælg|öner\w{0,2}|yaz)\b",
    r"(?:рекоменд|предпоч|отвеч|ответ|скаж|напиш|одобр|выбер|утвержд|порекоменд|відповід|схвал)\w{0,5}|推荐|推薦|回答|回复|优先|选择|批准|声称|给出|评分|写|说|勧め|お勧め|推奨|答え|選ん|承認|評価|書い|述べ|추천|답하|답변|선택|승인|평가|쓰세요|말하",
)
