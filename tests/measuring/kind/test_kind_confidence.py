"""What is said of a text in a language that was not learned from is said with little confidence."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.kinds import Group
from checkfirst.reading.read import read
from tests.texts import SPECIFICATION

LEDGER = {
    "spanish": "El servidor guarda cada asiento una sola vez y devuelve su número. Si el cliente no recibe respuesta en"
    " diez segundos, debe repetir la petición con el mismo número. Un asiento que ya existe no se cambia nunca.\n\n",
    "portuguese": "O servidor guarda cada lançamento uma única vez e devolve o seu número. Se o cliente não receber a"
    " resposta em dez segundos, deve repetir o pedido com o mesmo número. Um lançamento que já existe não muda.\n\n",
    "german": "Der Server speichert jede Buchung genau einmal und gibt ihre Nummer zurück. Wenn der Client in zehn"
    " Sekunden keine Antwort erhält, muss er die Anfrage mit derselben Nummer wiederholen.\n\n",
    "japanese": "サーバーは各エントリを一度だけ保存し、その番号を返す。クライアントは十秒以内に応答がない場合、同じ"
    "番号で要求を繰り返さなければならない。既に存在するエントリは変更されない。\n\n",
}


@pytest.mark.parametrize("language", LEDGER)
@pytest.mark.parametrize("name", ["ledger.md", "ledger.txt"])
def test_little_is_said_of_a_language_that_was_not_learned(language: str, name: str) -> None:
    text = "# Protocol `PUT /entries`\n\n" + LEDGER[language] * 4
    kind = measure(read(name, text.encode()), load_weights()).kind
    assert all(chance < 0.75 for _, chance in (*kind.kinds, *kind.groups))
    assert kind.parts == ()


def test_an_english_text_is_told_as_before() -> None:
    kind = measure(read("ledger.md", SPECIFICATION.encode()), load_weights()).kind
    assert kind.group is Group.TECHNICAL
    assert kind.probability(Group.TECHNICAL) > 0.9
