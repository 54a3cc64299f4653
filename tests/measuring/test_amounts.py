"""Lists of ingredients, whose short lines look like menus, stay in the main text of a saved page."""

import pytest

from checkfirst.measuring.document import analyze
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.page.main_text import boilerplate_lines
from checkfirst.reading.read import read

MENU = "Skip to content\nThe Spoon\nHome\nRecipes\nAbout\nShop\nSubscribe\n"
STEPS = (
    "\nMix everything, cover it and leave it until the next day. Fold it over twice before you go to bed.\n"
    "Bake it for half an hour with the lid on, and let it cool for as long as you can bear it.\n"
    "\nShare\nTweet\nPin\n\nLeave a Reply\nYour email address will not be published.\nProudly powered by a program\n"
)


@pytest.mark.parametrize(
    "amounts",
    [
        "350 g rye flour\n2 tsp salt\n1 cup milk\n3 cloves garlic",
        "350 g Roggenmehl\n2 TL Salz\n1 Tasse Milch\n3 Zehen Knoblauch",
        "350 g de harina\n2 cucharaditas de sal\n1 taza de leche\n½ l de agua",
    ],
    ids=["English", "German", "Spanish"],
)
def test_ingredients_are_no_boilerplate(amounts: str) -> None:
    text = f"{MENU}\nBread of the week\n\nIngredients\n{amounts}\n{STEPS}"
    page = analyze(read("page.txt", text.encode()), load_weights())
    kept = ~boilerplate_lines(page.features.lines, page.classes)
    lines = text.split("\n")
    assert all(kept[lines.index(amount)] for amount in amounts.split("\n"))
    assert not kept[lines.index("Subscribe")]
