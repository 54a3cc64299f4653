"""Orders on what a model answers, reads, hands over or runs, and turns of a chat inside a text."""

from typing import Final

from checkfirst.measuring.danger.order_forms import GAP, OF_MODEL, OF_PROTOCOL, START, Form, form
from checkfirst.measuring.danger.orders import Order

ON_ANSWERS: Final[tuple[Form, ...]] = (
    # A turn of a chat inside the text.
    form(
        Order.OVERRIDE,
        "system|admin|developer|operator",
        "ignore|disregard|you must|you are|you will|you now|your rules|your task|your reply|your response|"
        "your instr|reply|respond|output|new task|prior task|previous task|grant all|approve all|comply",
        rf"^\s{{0,8}}(?:[>*#=-]\s?){{0,6}}(?!\w{{1,13}}\))[\[<(]?/?(?:system|admin(?:istrator)?|developer|operator)(?:\s(?:prompt|message|note|notice|override|update|instruction))?[\])>]?\s?[:：\]]{{1,2}}\s{GAP}\b(?:ignore|disregard|you (?:must|are|will|now)|your (?:rules|task|reply|response|instructions)|reply|respond only|respond with|output|new task|prior task|previous task|grant all|approve all|comply)\b",
    ),
    form(
        Order.OVERRIDE,
        "cancel|void|superseded|revoked|replaced|complete",
        "task|request|instr",
        rf"\b(?:the )?(?:prior|previous|original|current) (?:task|request|instructions?) (?:is|are|has been|have been) (?:now )?(?:cancel+ed|void|complete[d]?|over|replaced|superseded|revoked)\b{GAP}(?:\.\s{{1,2}}{GAP})?\b(?:reply|respond|output|new task|instead|answer|you)\b",
    ),
    form(
        Order.OVERRIDE,
        "end of ",
        "new |system|assistant|you|now|ignore|begin",
        r"\bend of (?:the )?(?:user |untrusted |system )?(?:input|document|context|data|prompt|instructions)\b\W{1,12}(?:new |system|assistant|you\b|now\b|ignore|begin)",
    ),
    form(
        Order.OVERRIDE,
        "</untrusted|</document|</context|</user_input|</data>|</tool_result|</system|<<sys>>|[inst]|[/inst]|<¦",
        "",
        r"</(?:untrusted|document|context|user_input|data|tool_result|system)>\s{0,3}(?:\n\s{0,3}){0,2}(?:system|assistant|user)\s?:",
        r"<<SYS>>|(?<!\w)\[/?INST\]|<\|(?:system|assistant|user|im_start|im_end|endoftext|start_header_id)\|?>?",
    ),
    # Its prompt and its secrets.
    form(
        Order.SEND,
        "prompt|instructions|words above",
        "your|full|entire|exact|complete|hidden|given|operating|starting",
        rf"{START}(?:print|reveal|repeat|output|show|display|disclose|reproduce|recite|leak|begin by printing|add|include|append|tell me|give me)\s{GAP}\b(?:your (?:full |entire |own |hidden |initial |original )?(?:system prompt|initial prompt|instructions)|(?:full|entire|exact|complete|hidden) system prompt|(?:instructions|prompt) you (?:were|have been) given|operating instructions|words above starting with)",
    ),
    form(
        Order.SEND,
        "prompt|instruc|anweisung|interne|consignes|istruzioni|gibst du|hand over|reveal|disclose|must send|will send",
        "gib|zeig|nenn|verrat|révèle|montre|affiche|répète|revela|muestra|muéstrame|repite|imprime|rivela|mostra|"
        "ripeti|you will|you must",
        r"\b(?:gib|zeige?|nenne?|verrate?)\b[^.\n]{0,40}?\b(?:deine\w? (?:Anweisungen|Systemanweisungen|System-?Prompt)|interne\w? Daten preis)|\b(?:révèle|montre|affiche|répète)[- ](?:moi )?(?:tes|ton|vos|votre) (?:instructions|prompt|consignes)|\b(?:revela|muestra|muéstrame|repite|imprime) tus? (?:instrucciones|prompt)|\b(?:rivela|mostra|mostrami|ripeti) (?:le tue|il tuo) (?:istruzioni|prompt)",
        rf"\b(?:gibst du|you (?:will|must) (?:hand over|reveal|disclose|send))\s(?:all|alle|every)\s{GAP}(?:internal|internen|private|confidential|secret)",
    ),
    form(
        Order.SEND,
        "when |while |after |before ",
        "mail|send|forward|post|upload|transmit|delete",
        rf"\b(?:when|while|after|before) (?:you )?(?:process|read|summari[sz]|review|handl|answer|reply|respond|pars|translat|index)(?:e|es|ing|ying)?\s(?:this|the|to this)\s(?:\w{{2,14}})\b{GAP}\b(?:e-?mail|send|forward|post|upload|transmit|delete)\b{GAP}(?:@|https?:|externally|elsewhere|customer|credential|secret|key|\bfiles?\b|data)",
    ),
    form(
        Order.SEND,
        "send_|post_|http_|delete_|forward_|upload_|exec_|write_|fetch_|remove_|transfer_",
        "call|use|invoke|run",
        r"\b(?:call|use|invoke|run)\s[`'\"]?(?:send|post|http|delete|forward|upload|exec|write|fetch|remove|transfer)_\w{2,20}[`'\"]?\s[^\n]{0,120}?(?:@[\w-]{2,60}\.|https?://|before (?:you )?(?:reply|respond|answer)|api key|secret|credential|password)",
    ),
    form(
        Order.SEND,
        "collect |gather |compile |take |rassemble|sammle |recopila |raccogli ",
        "@",
        rf"{START}(?:collect|gather|compile|take|rassemblez?|sammle|recopila|raccogli)\s{GAP}\b(?:keys?|credentials?|passwords?|e-?mails?|tokens?|donn[ée]es|daten|datos|dati|secrets?)\b{GAP}\b(?:send|forward|post|upload|e-?mail|envoie|envoyez|sende|schicke|envíal|invia)\w{{0,4}}\b[^\n]{{0,60}}?@",
    ),
    form(
        Order.SEND,
        "customer|conversation|chat history|credentials|api key|passwords|secrets|private key|environment var|"
        "internal d|internal files|all ",
        "external|outside|following|attacker|@",
        rf"{START}(?:send|forward|e-?mail|post|upload|transfer|export|transmit|leak|exfiltrate)\s[^.\n]{{0,60}}?\b(?:customer (?:list|data|records|e-?mails)|all (?:of )?(?:the )?(?:user |customer |private |confidential )?data|conversation|chat history|credentials|api keys?|passwords|secrets|private keys?|environment variables|internal (?:documents|data|files))\b[^\n]{{0,60}}?(?:\bto (?:an? |the )?(?:external|outside|following|attacker)|[\w.+-]{{1,40}}@[\w-]{{2,40}}\.)",
    ),
    form(
        Order.SEND,
        "memory|memories",
        " your ",
        rf"{START}(?:add|save|write|store|commit|append)\s{GAP}\b(?:to|in|into) your (?:long[- ]term |persistent |permanent )?memor(?:y|ies)\b",
    ),
    # Whoever reads the text by a program.
    form(
        Order.FAVOUR,
        "llm|assistant|agent|model|bot|crawler|reviewer|summari|ai ",
        "reading th|processing th|summarising th|summarizing th|parsing th|reviewing th|ingesting th|analyzing th|"
        "analysing th|indexing th|handling th",
        rf"\b(?:AIs?|LLMs?|language models?|(?:AI |coding |automated |virtual )?(?:assistants?|agents?|models?|chat ?bots?|bots?|summari[sz]ers?|reviewers?|crawlers?))\s(?:(?:that|who|which) (?:is|are)\s)?(?:currently |now )?(?:reading|processing|summari[sz]ing|parsing|reviewing|ingesting|analy[sz]ing|indexing|handling)\s(?:this|these|the (?:above|following))\b{GAP}(?:\b(?:must|should|shall|please|required|need|have to|are to|ignore|instead|will)\b|[:：,]\s?(?:\w{{3,12}}\b))",
    ),
    # Its answer.
    form(
        Order.FAVOUR,
        "when you |whenever you |when asked|when summar|whenever asked",
        "summar|review|answer|read|reply|respond|describe|translat|asked",
        # What is read or reviewed is this text: people read and review much else by rules.
        r"\bwhen(?:ever)? (?:you (?:summari[sz]e|answer|reply|respond|describe|translate|(?:review|read)(?= (?:this|these|the (?:document|page|file|text|message|article|content|above|following))\b))|asked (?:to summari[sz]e|about this|for a summary)|summari[sz]ing)\b[^.\n]{0,60}?(?<!\bthe )(?<!\ba )\b(?:must|always|include|append|add|say|state|mention|recommend|begin|end|never)\b",
    ),
    form(
        Order.FAVOUR,
        "reply|replies|response|answer|summary|summaries|output|risposta|réponse|respuesta|antwort",
        "your |every |each |any |all your|ogni|chaque|cada|jeder",
        # A field of a response is a matter of its form.
        rf"{START}(?:include|append|add|insert|put|state|mention|quote|repeat|print)\s(?!{OF_PROTOCOL})(?![^.\n]{{0,80}}?(?:`|\b(?:fields?|headers?|parameters?|property|properties|attributes?|elements?)\b))[^.\n]{{1,80}}?\b(?:in|to|at the (?:end|start|top|beginning) of|into|with)\s(?:your|every|each|all your|any)\s(?:\w{{3,10}}\s)?{OF_MODEL}\b",
        rf"{START}(?:end|begin|start|finish|prefix|open|close|conclude)\s(?:your|every|each|all(?: your)?|any)\s(?:\w{{3,10}}\s)?{OF_MODEL}\s(?:with|by)\b",
        rf"\b(?:must|shall|should|deve|doit|debe|muss)\s(?:be|essere|être|ser|am Ende)\s?{GAP}\b(?:in|to|di|de|al final de|alla fine di|à la fin de)\s(?:(?:every|each|your|ogni|chaque|cada|jeder)\s(?:\w{{3,10}}\s)?(?:reply|answer|summary|report you|risposta|réponse|respuesta|antwort)|your\s(?:\w{{3,10}}\s)?response)\b",
        rf"{START}(?:\w{{3,12}}\s){{0,3}}[^.\n]{{0,60}}?\bin your (?:next|final|first|following) {OF_MODEL}\b(?!,?\s(?:i|we|you|he|she|they)\s(?:\w{{1,12}}\s){{0,2}}?(?:underst\w{{1,6}}|said|say|wrote|write|mention\w{{0,3}}|ask\w{{0,3}}|suggest\w{{0,3}}|explain\w{{0,3}}|told|describ\w{{1,3}}|recommend\w{{0,3}}|see|saw|read)\b)",
    ),
    form(
        Order.FAVOUR,
        "nothing else|only |exactly |solely |just ",
        "reply|respond|answer|output",
        rf"{START}(?:reply|respond|answer|output)\s(?:only\s|just\s)?(?:with\s)?[^.\n]{{1,50}}?\b(?:and nothing else|and say nothing else|only and)\b|{START}(?:reply|respond|answer)\s(?:only|exactly|solely|just)\s(?:with|by)\s",
    ),
    form(
        Order.FAVOUR,
        "for future|for all |for later|for subsequent",
        "future|later|subsequent",
        rf"(?<!yes, and )(?<!yes, )\b(?:remember|store|save|keep|note)\b{GAP}\bfor (?:all )?(?:future|later|subsequent) (?:tasks?|sessions?|conversations?|replies|responses|requests|chats?)\b",
    ),
    form(
        Order.FAVOUR,
        "before |after ",
        "answer|respond|reply|summar|you continue",
        rf"{START}(?:before|after) (?:answering|responding|replying|summari[sz]ing|you (?:answer|respond|reply|summari[sz]e|continue))\b{GAP}\b(?:call|send|post|visit|fetch|delete|run|execute|append|include|output|print|say|open)\b",
    ),
    form(
        Order.FAVOUR,
        "in every ",
        "you ",
        r"\bin every (?:report|reply|response|answer|summary|message) (?:that )?you (?:generate|write|give|produce|send)\b",
    ),
    form(
        Order.FAVOUR,
        "user has|user have",
        "approved|authori|confirmed|consented|agreed|permission",
        r"\bthe user (?:has|have) (?:already )?(?:approved|authori[sz]ed|confirmed|consented to|agreed to|given permission)\b[^.\n]{0,80}?\b(?:call|delete|run|execute|skip|send|proceed|without asking)\b",
    ),
    form(
        Order.FAVOUR,
        "decode|base64|rot13|hex",
        "follow|obey|execute|do what|do exactly|carry out",
        r"\bdecode\b[^.\n]{0,60}?\b(?:follow|obey|execute|do (?:exactly )?what it says|carry out)\b|\b(?:base64|rot13|hex)\b[^.\n]{0,60}?\b(?:follow (?:it|them|these|its|what|the (?:decoded|instructions?|orders?|message|result|text))|obey|then execute|do exactly what it says|carry out)\b",
    ),
    form(
        Order.RUN,
        "agent|assistant|model",
        "delete|remove|empty|wipe|erase|drop|overwrite|disable|uninstall",
        r"\b(?:AI|coding|LLM|language) (?:agents?|assistants?|models?)\b[^.\n]{0,80}?\b(?:should|must|need to|have to|are to)\s(?:first |always |then )?(?:delete|remove|empty|wipe|erase|drop|overwrite|disable|uninstall)\b",
    ),
)
