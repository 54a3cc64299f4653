"""Signs of lines."""

from checkfirst.measuring.text.signs import CAPITAL, CONTROL, DIGIT, NON_ASCII, SMALL, SPACE, bits_of, having, signs_of


def test_each_line_has_the_bits_of_its_own_signs() -> None:
    signs = signs_of("# Title\n\n3 <b>\nüber\t\x1b")
    assert signs.tolist() == [
        bits_of("#") | SPACE | CAPITAL | SMALL,
        0,
        bits_of("<>") | SPACE | DIGIT | SMALL,
        NON_ASCII | SMALL | SPACE | CONTROL,
    ]
    assert having(signs, bits_of("#<")).tolist() == [True, False, True, False]
