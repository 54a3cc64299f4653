"""Words of the answers of servers and sites, by what they are for, in the languages of most of the web.

Each pattern is a class of words rather than a sentence: an answer is told by the classes that meet in its lines. Texts
are lower case, with straight apostrophes. The words were chosen by hand; how often they meet is not measured.

A stem of one language begins common words of another, such as "abilit" of Italian in "ability": so a text is searched for
words of its own language and of English alone.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.measuring.text.sought import WORDS, Sought

#: ISO 639-1 codes of the languages of the words, in the order in which each class has them.
LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ru", "tr", "vi")
_WORD: Final = lazy_re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def languages_of(text: str, language: str | None) -> frozenset[str]:
    """The languages whose words may stand in a text: its own and English.

    Where its own can't be told, they are those with the most function words; without any, all may.
    """
    if language is not None:
        return frozenset({"en", language})
    words = _WORD.findall(text.lower())
    counts = Counter(code for word in words for code in LANGUAGES if word in FUNCTION_WORDS[code])
    most = max(counts.values(), default=0)
    return frozenset({"en", *(code for code in LANGUAGES if counts[code] == most)})


def _class(*words: str, within: str = "") -> Callable[[frozenset[str]], re.Pattern[str]]:
    """A class of words that begin as given, by languages; ``$`` at the end of one means the whole word.

    Those of ``within`` count anywhere: their languages put no spaces between words.
    """

    @cache
    def pattern(languages: frozenset[str]) -> re.Pattern[str]:
        listed = [
            word.removesuffix("$") + (r"(?!\w)" if word.endswith("$") else "")
            for code, line in zip(LANGUAGES, words, strict=True)
            for word in line.split("|")
            if code in languages
        ]
        anywhere = f"|{within}" if within else ""
        return lazy_re.compile(rf"(?<![\w-])(?:{'|'.join(listed)}){anywhere}")

    return pattern


#: What a visitor uses, and what is shown to one: the page, the browser, the account.
SITE: Final = _class(
    "page|site$|sites$|website|web ?site|web ?page|browser|url$|link$|cookie|javascript|robot|bot$|bots$|captcha|human|account"
    "|password|sign[- ]?in|log[- ]?in|server|domain|connection|session|webmaster|administrator|request|access|app$|address"
    "|document (?:that )?you|article (?:that )?you|repository|cloudflare|partner|device|traffic|permission|rate limit|portal|hosting|bucket|default page",
    "seite|webseite|anmeld|kennwort|passwort|konto|verbindung|anfrage|zugriff|zugang|sitzung|mensch|adresse|startseite",
    "navigateur|connexion|compte$|mot de passe|lien$|requête|accès|accueil|humain|adresse|serveur",
    "página|sitio|navegador|conexión|cuenta$|contraseña|enlace|acceso|solicitud|humano|servidor|dirección",
    "pagina|sito$|connessione|richiesta|accesso|umano|collegamento|indirizzo",
    "conta$|senha$|conexão|ligação|acesso|pedido|endereço",
    "verbinding|wachtwoord|toegang|verzoek|mens$|adres$",
    "stron|przeglądark|połączeni|kont[oa]$|hasł|dostęp|żądani",
    "sida|sidan|webbläsare|anslutning|lösenord|åtkomst",
    "страниц|сайт|браузер|подключени|соединени|аккаунт|пароль|доступ|запрос|человек",
    "sayfa|tarayıcı|bağlantı|şifre|erişim",
    "trang|trình duyệt|kết nối|mật khẩu|truy cập",
    within="页面|頁面|網頁|网页|网站|網站|浏览器|瀏覽器|访问|存取|请求|密码|ページ|サイト|ブラウザ|アクセス|パスワード|페이지|사이트|브라우저|비밀번호",
)
#: That something failed, is refused, has to be waited for, or is to be proved first.
FAILED: Final = _class(
    r"not found|not be found|can(?:no|')t (?:be )?(?:find|found|reach|display|open|load)|could(?: not|n't) (?:be )?(?:find|found|reach|load)"
    r"|doesn't exist(?! yet)|does not exist(?! yet)|never existed|no longer|is gone|gone$|has moved|been (?:moved|removed|deleted|blocked|denied|renamed|suspended|parked)"
    r"|(?:is|are) blocked|request blocked|denied|forbidden|unavailable|not available|unauthori[sz]ed|expired|too many|try again|rate limit"
    r"|wait$|waiting$|moment(?:\.|…| please| while|,)|just a moment|one moment|under maintenance|down for|maintenance$|scheduled maintenance|planned maintenance|right back|back soon|be back|offline$|closed$|out of service|temporarily|checking|\bverify(?:ing)?\b|\bverifies\b|being verified"
    r"|confirm (?:that )?you|prove|press (?:&|and) hold|looked at before|look at the security|security verification|robot\?|not a (?:bot|robot)|are human|a human"
    r"|need (?:permission|access|to (?:sign|log|enable))|ask for access|request access|don't have (?:permission|access)|do not have (?:permission|access)|not authori[sz]ed"
    r"|not supported|isn't supported|unsupported|(?:is|has) (?:been )?(?:disabled|switched off|turned off)|(?:is|has)(?: it)? switched off|enable|update your|latest version of"
    r"|without javascript|something went wrong|oops|uh[- ]oh|failed to|unable to|^\W{0,20}(?:[\w-]{1,40} ){0,4}error[^\w\n]*+$|^\W*error\b(?! messages?)|\ban? (?:\w+ ){0,2}error (?:has |was )?(?:occurred|happened|encountered)|error (?:code|id|no\.?|number)?\W{0,2}\d|parked|for sale|is this your domain|loading\.|loading…|redirect|bad gateway|default page|not yet (?:been )?configured|request failed|no results|page missing",
    r"nicht gefunden|nicht (?:mehr )?(?:verfügbar|erreichbar|vorhanden)|existiert nicht|verweigert|abgelaufen|zu viele|bitte warten|einen moment|moment bitte|wartungsarbeiten|wird gewartet|wartung$|gleich (?:wieder )?(?:da|zurück)"
    r"|prüf|überprüf|bestätigen|gesperrt|blockiert|fehler|aktivieren|nicht unterstützt|kein(?:en)? zugriff|verschoben|gelöscht",
    r"introuvable|n'existe (?:pas|plus)|pas (?:été )?trouvée?|été déplacée?|été supprimée?|refusé|interdit|expirée?|trop de|patient|un instant|maintenance|vérifi|confirme[zr]|bloqué|erreur|activer|indisponible|n'est (?:pas|plus) disponible",
    r"no (?:se )?(?:encontr|existe|está disponible)|denegad|prohibid|caducad|expirad|demasiad|espere|un momento|mantenimiento|verific(?!ation)|confirme|bloquead|^\W*error\W*$|(?:ocurrido|produjo|produjeron|producido|hubo|hay) (?:un |el )?error|active |habilit|no disponible|eliminad|movid",
    r"non (?:è stata )?(?:trovat|esiste|disponibile)|negato|vietato|scadut|troppe|attend|un momento|manutenzione|verific(?!ation)|conferm|bloccat|errore|abilit|rimoss|spostat",
    r"não (?:foi )?(?:encontrad|existe|está disponível)|negado|proibid|expirad|muit[ao]s pedidos|aguarde|um momento|manutenção|verific(?!ation)|confirm(?:e|ar|a|ando)\b|bloquead|erro$|ativ[ae]r?|removid|movid",
    r"niet (?:gevonden|beschikbaar|bestaat|worden gevonden)|bestaat niet|geweigerd|verlopen|te veel|een moment|moment geduld|onderhoud|controleren|bevestig|geblokkeerd|fout$|verplaatst|verwijderd",
    r"nie (?:znalezion|istnieje|można znaleźć)|odmow|wygas|zbyt wiele|poczekaj|chwil|konserwacj|przerwa techniczna|potwierdź|zablokowan|błąd|usunięt|przeniesion",
    r"hittades inte|finns inte|nekad|utgått|för många|vänta|underhåll|bekräfta|blockerad|fel$|flyttats|tagits bort",
    r"не (?:найден|существует|доступн)|запрещ|отказан|истек|слишком много|подожд|минут|обслуживани|технические работы|подтверд|заблокирован|ошибк|удален|перемещен",
    r"bulunamadı|mevcut değil|reddedildi|bekleyin|bakım|doğrula|engellendi|hata$",
    r"không (?:còn )?tồn tại|không tìm thấy|bị từ chối|bảo trì|xác minh",
    within="不存在|找不到|未找到|无法访问|無法|被拒绝|禁止|维护|維護|稍后|稍後|验证|驗證|见つかりません|見つかりません|存在しません|できません|お待ち|メンテナンス|拒否|確認"
    "|찾을 수 없|존재하지 않|기다려|점검|거부|확인",
)
#: Failures that only a machine tells of; the others are of a site only beside a word of one, or alone in their line.
CERTAIN: Final = lazy_re.compile(
    r"request (?:failed|blocked)|bad gateway|gateway time|just a moment|one moment|something went wrong|oops|uh[- ]oh|right back|back soon|thank(?:s| you) for (?:waiting|your patience)"
    r"|under maintenance|(?:scheduled|planned) maintenance|down for|without javascript|loading(?:\.|…)|try again (?:later|in|soon)|\berror\W{0,2}\d|^\W*error\b|error (?:has )?(?:occurred|happened)"
    r"|not a (?:bot|robot)|press (?:&|and) hold|unusual traffic|too many requests|access denied|for sale|is this your domain|default page|parked|not yet (?:been )?configured"
    r"|security (?:check|verification)|confirm (?:that )?you|prove (?:that )?you|don't have (?:permission|access)|need (?:permission|access|to (?:sign|log))|not authori[sz]ed"
    r"|(?:request|ask for) access|browser (?:is |version )*(?:not supported|isn't supported|unsupported|too old|out of date)|(?:not|n't) support(?:ed)? (?:by )?your browser"
    r"|(?:without|enable|needs?|requires?|turn on|switch on) javascript|javascript (?:enabled|is (?:disabled|required|needed|switched off|turned off))"
)
#: What a visitor asked for, as only an answer names it.
ASKED_FOR: Final = lazy_re.compile(
    r"\b(?:page|document|article|file|address|url|content|resource)s? (?:that |which )?you(?:'re|'ve)?\b|\brequested (?:page|document|article|file|address|url|content|resource)\b"
    r"|\b(?:seite|dokument|datei|artikel|adresse), (?:die|das|den) (?:sie|du)\b|\b(?:page|document|fichier|article|adresse) (?:que|à laquelle) vous\b"
    r"|\b(?:página|documento|artículo|archivo) (?:que|a la que) (?:usted|está|busca|intenta|solicit)|\b(?:pagina|documento) (?:che|a cui) (?:stai|hai|cerchi|sta)"
    r"|\b(?:página|documento|artigo) (?:que você|que procura|solicitad)|\b(?:pagina|document) (?:die|dat) (?:u|je)\b|\bstron\w+, któr|\bsidan (?:som )?du\b|\bстраниц\w+, котор"
)
#: Words that speak to the visitor.
ADDRESSED: Final = lazy_re.compile(
    r"(?<!\w)(?:you|your|we(?!\w)|we'|our(?!\w)|us(?!\w)|please|sorry|thank|retry|try(?!\w)|reload|go (?:back|home|to)|back to|return to|take me|click|tick|press|learn more|why am i|check the|switch|oops"
    r"|sie(?!\w)|ihr|ihnen|wir(?!\w)|uns|bitte|leider|zurück|vous|votre|vos(?!\w)|nous|notre|désolé|veuillez|retour|revenez|usted|su(?!\w)|sus(?!\w)|tu(?!\w)|por favor|lo sentimos|volver|vuelva|inténtelo"
    r"|lei(?!\w)|suo(?!\w)|tuo(?!\w)|per favore|spiacenti|torna|prego|você|seu(?!\w)|sua(?!\w)|desculpe|voltar|tente|u(?!\w)|uw(?!\w)|je(?!\w)|jouw|alstublieft|helaas|terug|proszę|przepraszamy|twój|wróć|din(?!\w)|ditt|tyvärr|vänligen|försök"
    r"|вы(?!\w)|вам|ваш|пожалуйста|извините|вернит|попробуйте|lütfen|üzgünüz|bạn(?!\w)|vui lòng|quay trở về|quay lại)"
    r"|您|你|请|請|抱歉|返回|ください|申し訳|お客様|戻る|죄송|주세요|하세요|돌아가"
)
#: What every form asks for, and tables of fields name: a form that signs in asks for more.
OF_ANY_FORM: Final = lazy_re.compile(r"^\W*(?:your |user )?(?:name|account|address|code|e-?mail(?: address)?)\W*$")
#: A line of a form that signs a visitor in; elements of XML are no lines of a form.
SIGN_IN: Final = lazy_re.compile(
    r"^(?!\W*</?\w)\W*(?:(?:your |user ?|e-?mail |directory |one-time |forgot(?:ten)? (?:your )?)?(?:name|account|address|password|passcode|code|e-?mail|username)\??"
    r"|(?:log|sign)[ -]?(?:in|on|into? \S+(?: \S+)?)|(?:send (?:the|a)|resend) code(?: again)?|send the code again|use (?:a|another) [\w ]{3,30}|keep me (?:logged|signed) in|remember me|verify (?:that )?it(?: i|')s you"
    r"|anmelden|einloggen|benutzername|kennwort|passwort(?: vergessen\??)?|angemeldet bleiben|se connecter|connexion|identifiant|mot de passe(?: oublié ?\??)?|nom d'utilisateur"
    r"|iniciar sesión|usuario|contraseña|accedi|nome utente|entrar|senha|usuário|inloggen|gebruikersnaam|wachtwoord|zaloguj(?: się)?|hasło|logga in|lösenord|användarnamn|войти|логин|пароль"
    r"|(?:log ?in|ログイン|サインイン)(?:する|画面|ページ|状態を(?:保持|維持)(?:する)?|したままにする)?|(?:ユーザー?|会員|ログイン)(?:名|id)(?:(?:または|か)メールアドレス)?|パスワード(?:を(?:お忘れ|忘れた)(?:ですか|方|の方|場合)?(?:はこちら)?)?"
    r"|로그인(?: ?(?:하기|유지|상태 ?유지))?|아이디(?: ?(?:또는|/) ?이메일)?(?: ?저장)?|비밀번호(?:를 ?(?:잊으셨나요|찾기)| ?찾기)?|登[录入](?:账号|账户)?|用户名|帐号|账号|密码|忘记密码|記住我|记住我)\W*$"
)
#: A line of a page that was saved before its script had filled it.
LOADING: Final = lazy_re.compile(
    r"^\W*(?:loading|please wait|wird geladen|lädt|lade[nr]?|chargement(?: en cours)?|cargando|caricamento|carregando|laden|bezig met laden"
    r"|загрузка|ładowanie|wczytywanie|laddar|yükleniyor|加载中|読み込み中|로딩 중)\W*(?:\.\.\.|…)\W*$"
)
#: Words of a dialog that asks for consent; those of what is stored.
STORED: Final = lazy_re.compile(rf"(?<!\w)(?:{'|'.join(WORDS[Sought.STORED])})")
CONSENT: Final = lazy_re.compile(
    r"(?<!\w)(?:cookie|consent|privacy|partner|advertis|ads(?!\w)|analy[sz]|track|marketing|statistic|necessary|preference|functional|always on|off(?!\w)|on(?!\w)|accept|reject|allow|deny"
    r"|agree|choice|purpose|store|imprint|settings|storage duration|show details|details(?!\w)|einwilligung|datenschutz|werbung|notwendig|präferenz|statistik|akzeptier|ablehn|zustimm"
    r"|einstellung|impressum|auswahl|alle(?!\w)|vie privée|consentement|publicité|nécessaire|préférence|accepter|refuser|paramètre|privacidad|consentimiento|publicidad"
    r"|necesari|preferencia|aceptar|rechazar|configur|consenso|pubblicità|necessari|preferenze|accett|rifiut|impostazioni|aceitar|rejeitar|publicidade"
    r"|toestemming|advertentie|noodzakelijk|voorkeur|accepteren|weigeren|instellingen|akceptuj|odrzuć|ustawienia|принять|отклонить|настройки)"
)
#: Words of an offer to read on for money.
PAID: Final = lazy_re.compile(
    r"(?<!\w)(?:subscri|paid|member(?!\w)|members(?!\w)|membership|trial|per month|a month|billed|unlimited|premium|unlock|keep reading|continue reading|read the full|cancel any"
    r"|abonn|abo(?!\w)|probe|monatlich|pro monat|weiterlesen|jetzt testen|freischalt|s'abonner|essai|par mois|sans engagement|réservé|lire la suite"
    r"|suscri|prueba|al mes|seguir leyendo|abbona|prova(?!\w)|al mese|continua a leggere|assin|por mês|continuar lendo|abonneer|proef|per maand|lees verder|prenumer|subskry|подпис)"
    r"|订阅|訂閱|会员|會員|購読|有料|会員|구독"
)
#: A title of such a page that needs no word of a site beside it.
TITLED: Final = lazy_re.compile(
    r"(?<!\d)[45]\d\d(?!\d)|^(?:not found|just a moment|one moment|access denied|forbidden)\W*$"
)
#: A line that says that there is no such page.
STATED: Final = lazy_re.compile(
    r"\W*(?:(?:[45]\d\d|error|oops|whoops|sorry|hmm|uh[- ]oh|we're sorry|désolé|leider|ups|lo sentimos|spiacenti|desculpe)\W+){0,3}"
    r"(?:(?:the |this |that |requested |la |die |diese |cette |esta |a |questa )*(?:page|seite|página|pagina|strona|sidan|страница|sayfa|trang này)\b.{0,40}?"
    r"(?:not (?:be )?found|no longer exists?|(?:does not|doesn't) exist(?! yet)|(?:is not|isn't) available|(?:cannot|can't|could not|couldn't) be found"
    r"|nicht gefunden|existiert nicht|introuvable|n'existe (?:pas|plus)|no (?:se ha |fue )?encontrada|no existe|non trovata|non esiste|não (?:foi )?encontrada|niet gevonden"
    r"|bestaat niet|nie (?:została )?(?:znaleziona|istnieje)|hittades inte|не найдена|не существует|bulunamadı|không (?:còn )?tồn tại)"
    r"|(?:we )?(?:can't|cannot|couldn't|could not) (?:seem to )?find (?:the|that|this|what|your)\b.{0,20}\b(?:page|you)\b|页面(?:不存在|未找到)|ページが?(?:見つかりません|存在しません))"
)
