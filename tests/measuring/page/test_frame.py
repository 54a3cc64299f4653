"""Menus and notices around the text of saved pages, told by their form in several languages and page systems."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.document import Role
from checkfirst.model.traces import TraceKind
from checkfirst.reading.read import read

_WIKI = """\
Zum Inhalt springen
Hauptmenü
Hauptseite
Letzte Änderungen
Benutzerkonto anlegen
Anmelden
Inhaltsverzeichnis
Aufbau
Wartung
Kalkofen
Artikel
Diskussion
Quelltext bearbeiten
Versionsgeschichte
Ein Kalkofen dient dazu, Kalkstein bei hoher Temperatur zu Branntkalk zu brennen.
Aufbau[Bearbeiten]
Der Schacht ist gemauert und innen mit feuerfesten Steinen ausgekleidet. Oben wird Stein aufgegeben, unten Kalk abgezogen.
Wartung[Bearbeiten]
Das Futter hält einige Jahre. Danach muss es Stein für Stein ersetzt werden.
Diese Seite wurde zuletzt am 4. März 2023 um 18:20 Uhr bearbeitet.
Der Text ist unter der Lizenz „Namensnennung 4.0“ verfügbar.
Datenschutz
Über das Wiki
Impressum
"""
_GUIDE = """\
* [Inicio](/)
* [Guía](/guia)
* [Instalar](/guia/instalar)
* [Configurar](/guia/configurar)
* [Copias](/guia/copias)
* [Preguntas](/faq)

Documentación > Guía > Copias

Buscar

# Copias

## Diarias

El programa guarda una copia cada noche en la carpeta que se haya indicado en la configuración.

## Semanales

Los domingos se guarda además una copia completa, que se conserva durante ocho semanas.

[Editar esta página](https://example.org/e)

Última actualización: 12 de mayo de 2024

[Anterior](/a)

[Siguiente](/b)

© 2024 Equipo de copias
"""
_JAPANESE = """\
メインページ
コミュニティ
最近の更新
ログイン
目次
概要
構造
水門
出典
ページ
議論
編集
水門は、川や用水路の水位を調節するために設けられる構造物であり、扉を上下に動かして水の量を変える。
構造[編集]
扉は鋼で作られることが多く、両側の溝に沿って動く。小さなものは人の手で、大きなものは電動機で開閉される。
最終更新 2023年4月2日 (日) 09:12
テキストはクリエイティブ・コモンズのライセンスのもとで利用できます。
プライバシー・ポリシー
免責事項
お問い合わせ
"""


def roles(name: str, text: str) -> dict[str, Role]:
    """The role of each line that is not blank, by its words."""
    document = read(name, text.encode())
    lines = document.text.split("\n")
    return {
        lines[n].strip(): segment.role
        for segment in measure(document, load_weights()).segments
        for n in segment.span.indices
        if n < len(lines) and lines[n].strip()
    }


@pytest.mark.parametrize(
    ("name", "text", "menu", "title", "kept", "foot"),
    [
        ("kalkofen.txt", _WIKI, "Versionsgeschichte", "Kalkofen", "Aufbau[Bearbeiten]", "Impressum"),
        ("copias.md", _GUIDE, "* [Guía](/guia)", "# Copias", "## Semanales", "[Siguiente](/b)"),
        ("suimon.txt", _JAPANESE, "ログイン", "水門", "構造[編集]", "免責事項"),
    ],
)
def test_frames(name: str, text: str, menu: str, title: str, kept: str, foot: str) -> None:
    measures = measure(read(name, text.encode()), load_weights())
    assert len(measures.traced(TraceKind.PAGE_FRAME)) == 3
    found = roles(name, text)
    chrome = {Role.NAVIGATION, Role.PAGE_CHROME, Role.TAGS}
    assert found[menu] in chrome
    assert found[foot] in chrome
    assert found[title] is Role.TITLE
    assert found[kept] not in chrome


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "packing.txt",
            "Packing list\nRope\nLamp\nSpare fuses\nPaper\nWhistle\nGloves\nMap\nKettle\n"
            "Put the fuses in the small box, since they break easily and nobody sells them on the way.\n"
            "Blanket\nSoap\nMatches\nPrinted 3 May 2024\n",
        ),
        (
            "crew.md",
            "---\ntitle: Crew\ntags: boats\nowner: desk\nstate: final\nlang: en\nid: 7\nweight: 3\n---\n\n"
            "The crew of the night ferry meets at nine in the small room above the office.\n\n"
            "## Licence\n\nCC BY 4.0\n\nKari\n\nJonas\n",
        ),
        (
            "poem.txt",
            "The lock at dawn\n\nGrey water\nA rope let down\nNo wind\nA heron\nThe gate\nOnly the gate\n\n"
            "And then the keeper came with his lamp and let the long boat through.\n\nGrey water\nNo wind\n\n© 2011 A. Brandt\n",
        ),
    ],
)
def test_lists_and_poems_have_no_frame(name: str, text: str) -> None:
    assert not measure(read(name, text.encode()), load_weights()).traced(TraceKind.PAGE_FRAME)
