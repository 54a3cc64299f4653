"""The sentence of a page that shows nothing before its visitor signs in, or that refuses, in the languages of most of the web.

Unlike the classes of words that an answer has, it is told by its whole form: who has to sign in, and what for.
"""

from typing import Final

from checkfirst import lazy_re

#: What it is for, up to some words of it.
_TO: Final = r".{2,60}"
_FORMS: Final = (
    r"you (?:must|need to|have to) (?:first )?(?:be )?(?:logged|signed|log|sign)[ -]?in (?:first )?(?:to|in order to|before you can) (?:view|see|read|access|continue|open|download)\b",
    rf"(?:bitte )?(?:melden sie sich|melde dich|loggen sie sich|logge dich)(?: \w+){{0,3}} (?:an|ein),? um {_TO}",
    rf"(?:sie müssen|du musst)(?: \w+){{0,3}} (?:angemeldet|eingeloggt|anmelden|einloggen)(?: sein)?,? um {_TO}",
    rf"(?:vous devez|il faut|veuillez|merci de)(?: vous)? (?:être )?(?:connecté\w{{0,3}}|connecter|identifier|authentifier) (?:pour|afin d)[e' ]?{_TO}|connectez-vous pour {_TO}",
    rf"(?:debes?|tienes? que|necesitas?|por favor,?) (?:iniciar|inici[ea]) sesión para {_TO}|inici[ea] sesión para {_TO}|debes? (?:identificarse|identificarte) para {_TO}",
    rf"(?:devi|deve|è necessario|bisogna) (?:effettuare (?:l'accesso|il login)|accedere|autenticar[st]i) per {_TO}|(?:accedi|effettua l'accesso) per {_TO}",
    rf"(?:você precisa|você deve|é necessário|precisa|deve) (?:fazer login|iniciar sessão|estar (?:logad|autenticad)\w) para {_TO}|(?:faça login|inicie sessão) para {_TO}",
    rf"(?:u|je) moet(?: \w+){{0,2}} (?:ingelogd|aangemeld|inloggen|aanmelden)(?: zijn)? om {_TO}|log in om {_TO}",
    rf"(?:musisz|należy|trzeba)(?: być| się){{0,2}} (?:zalogować|zalogowan\w)(?: się)?,? (?:aby|żeby|by) {_TO}|zaloguj się,? (?:aby|żeby|by) {_TO}",
    rf"du (?:måste|skal|må) (?:vara |være )?(?:logga in|inloggad|logget ind|logge ind|logget inn|logge inn|innlogget) (?:för att|for at|for å) {_TO}",
    rf"(?:для|чтобы) {_TO}(?:необходимо|нужно|требуется) (?:войти|авторизова\w{{2,4}})|войдите,? чтобы {_TO}",
    rf"(?:для|щоб) {_TO}(?:необхідно|потрібно) (?:увійти|авторизува\w{{2,4}})|увійдіть,? щоб {_TO}",
    r"\w.{0,60}(?:görmek|görüntülemek|okumak|erişmek) için .{0,40}(?:giriş yap|oturum aç)\w{1,12}",
    rf"(?:vui lòng |bạn (?:cần|phải) )đăng nhập để {_TO}",
    r".{0,40}(?:表示|閲覧|ご覧|読む|見る|アクセス)(?:する|になる)?には、?.{0,12}(?:ログイン|サインイン)(?:が必要|してください|する必要)",
    r"(?:您|你)?(?:请|請|需要|必须|須)(?:先)?(?:登录|登入|登錄)(?:后|後)?(?:才能|才可|以)?(?:查看|访问|阅读|瀏覽|浏览|继续)",
    r".{0,30}(?:보려면|보시려면|읽으려면|이용하려면|접근하려면) .{0,12}로그인",
    # A refusal.
    r"vous n'avez pas (?:l'autorisation|la permission|accès|le droit).{2,40}(?:page|document|contenu)\b",
    r"no tienes? (?:permiso|acceso|autorización).{2,40}(?:página|documento|contenido)\b",
    r"non (?:hai|dispone|disponi|ha)(?: d\w{1,4})? (?:il permesso|i permessi|l'autorizzazione|l'accesso|accesso).{2,40}(?:pagina|documento|contenuto)\b",
    r"(?:você )?não tem (?:permissão|acesso|autorização).{2,40}(?:página|documento|conteúdo)\b",
    r"(?:u hebt?|je hebt) geen (?:toegang|toestemming|rechten).{2,40}(?:pagina|document)\b",
    r"nie (?:masz|posiadasz) (?:uprawnień|dostępu|pozwolenia).{2,40}(?:stron|dokument)\w{0,3}",
    r"du har inte (?:behörighet|åtkomst|tillgång).{2,40}(?:sida|sidan|dokument)\w{0,2}",
    r"у вас (?:нет|недостаточно) (?:доступа|прав|разрешения).{2,40}(?:страниц|документ)\w{0,2}",
    r".{0,12}(?:ページ|文書|コンテンツ)(?:を|への|に).{0,15}(?:権限がありません|アクセスできません|許可されていません)",
    r"(?:您|你)?(?:没有|沒有)(?:权限|權限)?(?:查看|访问|浏览|阅读|瀏覽)",
    r".{0,12}(?:페이지|문서|콘텐츠).{0,12}(?:권한이 없습니다|볼 수 없습니다)",
)
#: Matched at the start of a sentence in small letters.
WALL: Final = lazy_re.compile(rf"^\W{{0,6}}(?:{'|'.join(_FORMS)})")
#: Most words of a text that says nothing else. Not measured.
WALL_WORDS: Final = 40
