"""Walls in front of a text, in three languages; offers and prices within a complete text are none."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.traces import TraceKind
from checkfirst.reading.read import read


def has_wall(name: str, text: str) -> bool:
    return bool(measure(read(name, text.encode()), load_weights()).traced(TraceKind.WALL))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "quai.md",
            "# Le quai vide\n\nQuand le sable est venu, le port a déménagé, et personne en ville\n\n"
            "Cet article est réservé à nos abonnés. Abonnez-vous pour lire la suite.\n\n1 € par mois, sans engagement\n\n"
            "S'abonner\n\nSe connecter\n",
        ),
        (
            "muelle.txt",
            "El muelle vacío\nCuando llegó la arena, el puerto se mudó, y nadie en el pueblo\n"
            "Este contenido es para suscriptores. Suscríbase para seguir leyendo su periódico.\nSuscribirse\nIniciar sesión\n",
        ),
        (
            "kai.md",
            "# Der leere Kai\n\nAls der Sand kam, zog der Hafen um, und niemand in der Stadt\n\n"
            "Weiterlesen mit dem Abo. Sie testen alle Artikel vier Wochen lang.\n\n9 € monatlich, jederzeit kündbar\n\nJetzt abonnieren\n",
        ),
    ],
)
def test_walls(name: str, text: str) -> None:
    assert has_wall(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "subscriptions.md",
            "# Subscriptions\n\nA client subscribes to a topic with one message. The broker answers with the number of the subscription.\n\n"
            "The broker sends your client each event once. A subscription ends when the connection does.\n",
        ),
        (
            "prices.md",
            "# Berths\n\n## Members\n\nYou pay 40 € a month.\n\n## Guests\n\nYou pay 3 € an hour.\n\n## Unlock\n\nThe desk keeps the keys.\n",
        ),
    ],
)
def test_documents_about_subscriptions(name: str, text: str) -> None:
    assert not has_wall(name, text)
