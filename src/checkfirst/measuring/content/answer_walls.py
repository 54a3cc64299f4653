"""Whole sentences in which a server answers in place of a document, in the languages of most of the web.

Unlike the classes of words that an answer has, they are told by their form: who has to sign in, and what for; which page is
not there. A text that says hardly anything else is such an answer.
"""

from typing import Final

from checkfirst import lazy_re

#: What it is for, up to some words of it.
_TO: Final = r".{2,60}"
#: Sign in first; or you may not.
_SIGN_IN: Final = (
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
#: For subscribers alone.
_SUBSCRIBERS: Final = (
    r"this (?:article|content|story|page|document) is (?:only |exclusively )?(?:available )?(?:for|to|reserved for) (?:our )?(?:paying |premium |registered )?(?:subscribers|members|users)\b|you(?:'ve| have) reached your (?:\w+ )?limit of (?:free )?articles",
    r"(?:dieser|dieses) (?:artikel|inhalt|beitrag|dokument) (?:ist|steht) (?:nur |exklusiv |ausschließlich ){0,2}(?:für )?(?:unsere )?(?:abonnenten|mitglieder|registrierte)\w{0,3}",
    r"(?:cet article|ce contenu|ce document|cette page) est réservée? aux (?:abonnés|membres|utilisateurs)",
    r"este (?:artículo|contenido|documento) es(?:tá)? (?:exclusivo|reservado|solo|sólo|disponible solo)(?: disponible)? para (?:suscriptores|miembros|usuarios)",
    r"questo (?:articolo|contenuto|documento) è (?:riservato|disponibile solo) (?:agli|per gli|ai|per i) (?:abbonati|iscritti|membri|utenti)",
    r"este (?:artigo|conteúdo|documento) é (?:exclusivo|restrito|reservado) (?:para|a) (?:assinantes|membros|usuários)",
    r"(?:dit artikel|deze inhoud) is (?:alleen|exclusief|enkel) (?:beschikbaar )?voor (?:abonnees|leden)",
    r"(?:ten artykuł|ta treść) jest (?:dostępn|zarezerwowan)\w (?:tylko )?dla (?:subskrybentów|prenumeratorów|członków)",
    r"(?:эта статья|этот материал) доступ\w{1,3} (?:только )?(?:для )?(?:подписчик|зарегистрированн)\w{1,4}",
    r"この(?:記事|コンテンツ|ページ)は(?:有料)?会員(?:限定|専用)|(?:本|此|该)(?:文|文章|内容)仅(?:限|供|对)(?:会员|订阅)|(?:이|본) (?:기사|콘텐츠)는 (?:유료 )?(?:회원|구독자) ?전용",
)
#: No such page.
_NOT_THERE: Final = (
    r"die (?:von ihnen )?(?:angeforderte|gesuchte|gewünschte|aufgerufene) (?:seite|datei|adresse) (?:wurde nicht gefunden|konnte nicht gefunden werden|existiert nicht|ist nicht (?:mehr )?(?:verfügbar|vorhanden))",
    r"la page (?:que vous (?:cherchez|recherchez|avez demandée)|demandée) (?:n'existe (?:pas|plus)|est introuvable|n'a pas été trouvée)",
    r"la página (?:que (?:buscas?|está buscando|solicitó)|solicitada) no (?:existe|se encuentra|se encontró|fue encontrada|está disponible|se ha encontrado)",
    r"la pagina (?:richiesta|che (?:stai cercando|cerchi|hai richiesto)) non (?:è stata trovata|esiste|è (?:più )?disponibile)",
    r"a página (?:solicitada|que (?:você )?(?:procura|está procurando)) não (?:foi encontrada|existe|está disponível)",
    r"de (?:opgevraagde|gevraagde) pagina (?:bestaat niet|(?:kon|kan) niet (?:worden )?gevonden|is niet gevonden)",
    r"strona, której szukasz,? (?:nie istnieje|nie została znaleziona)|(?:požadovaná|hledaná) stránka (?:neexistuje|nebyla nalezena)",
    r"(?:sidan|siden) du (?:söker|leder efter|leter etter|søger) (?:finns inte|findes ikke|finnes ikke|kunde inte hittas|kunne ikke findes|ble ikke funnet)",
    r"страница, которую вы (?:ищете|запросили),? не (?:найдена|существует)|сторінк[уа], яку ви шукаєте,? не (?:знайдено|існує)",
    r"aradığınız sayfa (?:bulunamadı|mevcut değil)|trang bạn (?:tìm|yêu cầu) không tồn tại",
    r"(?:お探し|ご指定|要求された|アクセスしようとした).{0,6}(?:ページ|ファイル)は(?:見つかりません|存在しません)|(?:您|你)?(?:要)?(?:访问|请求|查找|浏览)的(?:页面|网页|文件)(?:不存在|未找到|找不到)|요청하신 (?:페이지|파일|문서)를? 찾을 수 없",
)
#: Not now, not here, not without a script or a proof.
_NOT_NOW: Final = (
    r"(?:ihre|deine) sitzung ist abgelaufen|votre session a expiré|(?:su|tu) sesión ha (?:caducado|expirado)|la (?:tua|sua) sessione è scaduta|sua sessão expirou|uw sessie is verlopen|(?:twoja )?sesja wygasła|ваша сессия (?:истекла|завершена)|セッションの有効期限が切れ|(?:您的)?(?:会话|登录)已(?:过期|失效)|세션이 만료",
    r"der (?:dienst|service) ist (?:vorübergehend|derzeit|momentan|zurzeit) nicht (?:verfügbar|erreichbar)|(?:le )?(?:service|site)(?: est)? (?:temporairement|momentanément) indisponible|el (?:servicio|sitio) no está disponible (?:temporalmente|en este momento)|(?:il )?servizio (?:è )?temporaneamente non disponibile|(?:o )?serviço (?:está )?temporariamente indisponível",
    r"(?:bitte )?aktivieren sie javascript,? um|(?:veuillez )?activer javascript pour|(?:por favor,? )?(?:activ|habilit)[ea] javascript para|(?:abilita|attiva) javascript per|(?:ative|habilite) (?:o )?javascript para|schakel javascript in om|włącz (?:obsługę )?javascript,? (?:aby|żeby)|включите javascript|javascript(?:を|が).{0,10}有効に|请(?:启用|开启) ?javascript",
    r"(?:bitte )?bestätigen sie,? dass sie (?:ein mensch|kein roboter) sind|(?:veuillez )?(?:vérifi|confirm)ez que vous (?:êtes (?:un )?humain|n'êtes pas un robot)|(?:verifi(?:que|ca)|confirm[ea]) que (?:usted )?(?:eres|es|no es|no eres) (?:un )?(?:humano|robot)|(?:conferma|verifica) di (?:essere umano|non essere un robot)|(?:verifique|confirme) que você (?:é humano|não é um robô)|подтвердите,? что вы (?:не робот|человек)|(?:ロボット|人間)で(?:ない|ある)ことを確認|请(?:验证|确认)您(?:是|不是)(?:真人|人类|机器人)",
    r"dieser inhalt ist in (?:ihrem|deinem) land nicht verfügbar|ce contenu n'est pas disponible dans votre (?:pays|région)|este contenido no está disponible en (?:tu|su) (?:país|región)|questo contenuto non è disponibile nel tuo paese|este conteúdo não está disponível no seu país",
    r"you need access\b|access to this (?:document|page|file) is restricted\b|the connection has timed out\b",
)
#: Matched at the start of a sentence in small letters.
WALL: Final = lazy_re.compile(rf"^\W{{0,6}}(?:{'|'.join((*_SIGN_IN, *_SUBSCRIBERS, *_NOT_THERE, *_NOT_NOW))})")
#: Most words of a text that says nothing else. Not measured.
WALL_WORDS: Final = 40
