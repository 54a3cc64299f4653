"""Lines that say that a text is still to be written, in several languages."""

import re
from typing import Final

from checkfirst import lazy_re

#: A line that says that the text is still to be written, in its own words.
UNWRITTEN: Final = lazy_re.compile(
    r"^\W*(?:(?:note|status|warning|hinweis|wip)\W+)?(?:tbd|tba|todo|to-do|wip|fixme|n/a yet|coming (?:very )?soon|work in progress|under construction|in progress|placeholder|stub"
    r"|to write\W*$|soon\W*$|to be (?:done|determined|defined|decided|written|completed|added|announced|continued)|(?:content|text|details|documentation|more|description)\b.{0,20}\b(?:to follow|will follow|coming|to come|follows)"
    r"|(?:this|the) (?:page|section|document|chapter|article|part|file|topic)\b.{0,30}\b(?:being written|under construction|in progress|to be written|not (?:yet|been) written|(?:is )?coming|be (?:added|written)|is a (?:stub|placeholder)|not ready|incomplete|is empty)"
    r"|(?:(?:the|this|l['’]|cet?|cette|le|la|el|este|esta|der|die|das|diese[rs]?|questo|questa|o|a) ?)?(?:article|page|section|chapter|guide|chapitre|artículo|página|sección|artikel|seite|kapitel|abschnitt|articolo|pagina|artigo)\b"
    r" (?:(?:is|will be|est|sera|está|estará|ist|wird|è|sarà) )?(?:coming (?:very )?soon|available (?:very )?soon|bientôt|prochainement|próximamente|disponible (?:muy )?pronto|demnächst|in kürze|prossimamente|in arrivo|em breve)"
    r"(?: (?:available|online|disponible|verfügbar|disponibile|disponível))?\W*$"
    r"|not (?:yet )?(?:written|available|documented)(?: yet)?|nothing here yet|check back|stay tuned|watch this space|draft to come"
    r"|folgt(?: noch| in kürze| später)?|in (?:arbeit|bearbeitung|vorbereitung|kürze)|(?:der |die |das |diese[rs]? )?(?:text|inhalt|beschreibung|seite|abschnitt|kapitel)\b.{0,20}\b(?:folgt|fehlt noch|noch nicht|in arbeit|im aufbau)|im aufbau|demnächst|wird noch|noch (?:nicht|zu) |platzhalter"
    r"|(?:(?:der |die |das )?\w+ )?wird (?:noch |bald |demnächst |später |in kürze )+(?:ergänzt|veröffentlicht|hinzugefügt|geschrieben)|(?:(?:le |ce )?(?:contenu|texte|document) )?sera (?:(?:bientôt |prochainement )(?:complétée?|ajoutée?|rédigée?|publiée?)|(?:complétée?|ajoutée?|rédigée?|publiée?)(?: bientôt| prochainement| plus tard| ultérieurement)?\W*$)|à (?:venir|compléter|définir|rédiger|suivre)|en (?:construction|cours)|bientôt|(?:cette|la) (?:page|section)\b.{0,30}\b(?:en construction|en cours|à venir|pas encore)|contenu à venir|pas encore"
    r"|(?:(?:el|este) )?(?:contenido|texto|documento|apartado)\b.{0,20}\b(?:próximamente|pendiente|en (?:breve|preparación|construcción)|por escribir)|(?:se (?:completará|publicará|agregará|añadirá)|será (?:completado|publicado)) (?:pronto|próximamente|en breve|más adelante)\b|próximamente|por (?:definir|escribir|completar)|en (?:construcción|preparación)|pendiente|(?:esta|la) página\b.{0,30}\ben (?:construcción|preparación)|aún no"
    r"|(?:(?:il )?(?:contenuto|testo|documento) )?(?:sarà (?:presto )?(?:aggiunto|completato|pubblicato)|in (?:arrivo|preparazione))\W*$|in (?:arrivo|costruzione|preparazione|lavorazione)|da (?:definire|completare|scrivere)|prossimamente|questa pagina\b.{0,30}\b(?:in costruzione|in preparazione)"
    r"|(?:(?:o )?(?:conteúdo|texto|documento) )(?:em (?:breve|preparação|construção)|será (?:adicionado|publicado|completado)(?: em breve| depois)?\W*$)|em (?:breve|construção|preparação|elaboração)|a (?:definir|completar)|esta página\b.{0,30}\bem (?:construção|preparação)"
    r"|volgt(?: nog| later)?|binnenkort|nog te |in (?:aanbouw|bewerking|voorbereiding)|deze pagina\b.{0,30}\b(?:in aanbouw|volgt)"
    r"|(?:treść|opis|tekst|dokument|rozdział|strona)\b.{0,20}\b(?:(?:zostanie|będzie) (?:wkrótce |później )?(?:uzupełnion|dodan|opublikowan|dostępn)\w{1,2}(?: wkrótce| później)?\W*$|wkrótce|w (?:przygotowaniu|budowie|trakcie)|pojawi się)|wkrótce|w (?:przygotowaniu|budowie|trakcie)|do (?:uzupełnienia|napisania)|kommer (?:snart|senare)|under (?:arbete|uppbyggnad)|(?:содержание|текст|описание|страница|раздел)\b.{0,20}(?:будет (?:скоро |позже )?(?:добавлен|дополнен|опубликован|написан)\w{0,2}|появится|скоро|в (?:разработке|процессе))(?: позже| скоро)?\W*$|скоро|в (?:разработке|работе|процессе)|будет (?:добавлен|написан)|ещё не|yakında|hazırlanıyor"
    r"|pagina in (?:costruzione|allestimento|arrivo)|deze pagina (?:is|wordt)\b.{0,20}\b(?:nog leeg|nog niet|aangevuld)|(?:内容|正文|说明|本页|该页面|本章|本节)(?:正在|尚)?(?:待补充|待完善|待续|建设中|整理中|编写中|未完成)"
    r"|待补充|待定|待续|待完善|建设中|即将|未完成|(?:この(?:ページ|文書|章|節)は|本文は|内容は)?(?:現在)?(?:準備中|工事中|作成中|未定|執筆中)|(?:近日(?:中に)?|後日|追って)(?:公開|追記|掲載|追加)|(?:追記|記載|公開)予定|まだ(?:書かれて|内容が)|(?:이 (?:페이지|문서|장)는 )?(?:현재 )?(?:준비 ?중|작성 ?중)|(?:내용|본문|설명)[은는이가]? ?(?:추후|곧|준비 ?중|작성 ?(?:중|예정)|추가 ?예정|없음\W*$)|(?:추후|곧) .{0,12}(?:예정|작성|추가|공개)|(?:작성|추가|업데이트|공개) ?예정)",
    re.IGNORECASE,
)
