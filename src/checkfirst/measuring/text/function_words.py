"""The words that hold sentences together in each language: articles, pronouns, prepositions, conjunctions, forms of to be.

They make up a third to half of running text (Zipf 1949), whatever it is about, and hardly any of a list of names or of
code. The lists are our own; words that two languages share count for both.
"""

from typing import Final

_WORDS: Final = {
    "en": "the of and to in is that it for was on are as with his they at be this have from or had by but not what all were when your can said there use an each which she how their if will up other about out many then them these so some her would make like him into has look more go see no way could my than been its who now did may must should does also any where while between only such after before because our you we",
    "de": "der die das und in zu den ist nicht von mit sich des auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn kann gegen vom können schon ihre dann unter wir soll ich eines ihr alle muss müssen dieser diese dieses zwischen jedoch sowie beim ohne ihren keine",
    "fr": "le la les de des du un une et est en que qui dans pour pas sur au avec ce il plus par ne se sont ou comme mais on nous vous ils elle cette ces son sa ses leur leurs aux être fait été peut doit tout tous même sans si entre sous aussi où lui après avant dont très avoir cela chaque depuis lorsque afin ainsi alors c'est n'est qu'il d'une d'un l'on",
    "es": "el la los las de del un una y en que es no se por con para su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras está son ser tiene puede debe cada si fue era han",
    "pt": "o a os as de do da dos das um uma e em que é não se por com para seu sua ao no na nos nas mais mas como foi ele ela são tem à ou ser quando muito há já está eu também só pelo pela até isso entre depois sem mesmo aos seus quem me esse essa num nem suas meu às minha numa eles pode deve cada você este esta ainda onde sobre todos qual",
    "it": "il lo la i gli le di del della dei delle un una e è in che non si per con da al alla come più ma anche sono su nel nella ha o se ci questo questa essere loro tra dal dalla cui sul sulla quando ogni dopo prima dove deve può tutti tutto senza suo sua stato molto solo così già ancora fra ai agli alle degli negli",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit nog over worden wordt of deze dit die hij ze we je kan moet heeft werd was hebben tot dan meer geen wel tussen zoals alle onder na hun zich waar wat al u haar mijn ons ik",
    "da": "og i at det er en til på som for de af med den ikke der et har om var fra kan skal også eller men han vi hun blev ved så efter efterse når være sig denne dette disse over under blive bliver mellem hvor hvis alle deres hvad uden kun igen ind ud op",
    "sv": "och i att det är en som på för av med den till inte ett om har de var kan ska så från eller men vid han vi hon blev efter när vara sig denna detta dessa över under bli mellan där alla deras vad utan samt också måste bara skulle även här mot upp",
    "no": "og i å det er en til på som for av med den ikke et har om var fra kan skal også eller men han vi hun ble ved så etter når være seg denne dette disse over under blir mellom hvor hvis alle deres hva uten kun opp må noen etter ut inn",
    "fi": "ja on ei että se oli hän mutta ovat kun niin kuin myös tai jos joka sen voi mitä olla ole vain ne sitä sekä hänen jotka minä tämä tämän siitä kaikki nyt vielä mukaan jo ennen jälkeen sitten eli täytyy pitää niiden kanssa koska",
    "pl": "i w na nie się z do to że jest o jak po ale za od przez co dla tym są być może czy który która które przy tak już było był tylko także oraz lub ma jego jej ich można nad pod między gdy jeśli przed bez należy tego tej",
    "cs": "a v na je se že to s z do o pro jako by byl ve jsou k za po nebo ale jeho od není být tak který která které při podle také může pokud přes mezi pod nad až jen aby však musí jejich bylo byla ze ještě již když",
    "hu": "a az és hogy nem is egy de van csak ez volt meg ha mint már vagy azt még el ki lehet kell ezt minden után amely között szerint ezek azok pedig mert nincs lesz voltak majd illetve ami aki",
    "ro": "și de la în a cu pe nu se este din care pentru o un mai că ca sau prin au fost sunt sa după dar al ale această aceste acest fi poate trebuie între fără dacă când lui lor foarte doar către asupra",
    "tr": "ve bir bu için ile da de olarak olan daha gibi çok ne kadar sonra veya her en ancak ama ise değil var o ki mi kendi tarafından göre üzere önce arasında bunun olduğu oldu",
    "id": "dan yang di untuk dengan dari ini itu pada adalah dalam tidak akan ke atau oleh juga dapat sebagai ada bisa telah lebih karena seperti saat harus antara bagi tersebut setelah kami kita mereka anda",
    "ca": "el la els les de del dels un una i en que és no es per amb al com més però seva seu ja o aquest aquesta quan molt sense sobre també fins hi ha on des tot són ser pot cada si va han l'",
    "vi": "và của là có được trong cho không một các với này để người khi đã từ những về như vào ra đến tại cũng nhưng theo trên hay nếu phải sẽ bạn thì",
    "ru": "и в не на что с по это как к но из у за от так же для о то все он она они мы вы бы было быть только при или если уже может есть был была были его ее их до после между также который которая которые чтобы без через над под",
    "uk": "і в не на що з по це як до але із у за від так же для про то все він вона вони ми ви би було бути тільки при або якщо вже може є був була були його її їх після між також який яка які щоб без через та й",
    "bg": "и в на не да се за от с по това е са като че си но или при до ще има може към бъде която който които след без само между над под трябва беше той тя те ние вие",
    "el": "και το του η της να ο την τα με για που στο σε από είναι δεν θα τον στη στην ως τους οι των αυτό ή αλλά μια ένα μπορεί πρέπει κατά μετά όταν όπως μεταξύ χωρίς",
}
#: The function words of each language, by ISO 639-1 code, in small letters.
FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {code: frozenset(words.split()) for code, words in _WORDS.items()}
