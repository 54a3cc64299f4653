"""Short guides to pages of sign-in and of challenges, and such pages themselves."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

_GUIDES = {
    "challenge": "# Challenge\n\nShow this page when a client asks too often.\n\n1. Render the widget and wait until the visitor has proved to be"
    " human.\n2. Send the answer to `/proved`.\n3. Store the result in the cookie of the visitor.\n\nPlease enable JavaScript and cookies to"
    " continue is what clients without scripts see.\n",
    "keys": "# Adding a captcha to the sign-in\n\nRegister the domain of the shop and note the keys.\n\nPut the public key into the template of the"
    " page. Verify you are human appears above the button.\n",
    "token": "# Sign in\n\nLog in with your account before you call the interface. Enter your email and password on the page, then copy the token.\n"
    "Pass the token in the `Authorization` header of each call. Don't have an account? Create one at the desk.\n",
    "German": "# Anmeldung\n\nFüge das Feld für den Benutzernamen in das Formular `sign-in` ein. Bitte melden Sie sich an, um fortzufahren, steht darüber.\n"
    "Sende das Formular mit `POST` an den Dienst. Passwort vergessen? führt zur Seite mit dem Rückruf.\n",
}  # fmt: skip
_PAGES = {
    "challenge": "# Just a moment...\n\nVerify you are human by completing the action below.\n\nThe site needs to review the security of your connection"
    " before proceeding.\n\nEnable JavaScript and cookies to continue\n",
    "sign-in": "Sign in\n\nEnter your email and password to continue.\n\nForgot your password?\n\nDon't have an account? Sign up\n\nSend me a link"
    " instead\n\nShow password\n\nUse another account\n",
    "refused": "# Access denied\n\nYou don't have permission to access this page on this server.\n\nReference number: 18.6f2d3e17.1699\n",
}


def codes(text: str, name: str = "sign-in.md") -> list[str]:
    report = check_documents({name: text.encode()}.items(), config=Config(select=("KND003",)))
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("name", _GUIDES)
def test_a_guide_is_no_such_page(name: str) -> None:
    assert codes(_GUIDES[name]) == []


@pytest.mark.parametrize("name", _PAGES)
def test_such_a_page_is_none_of_a_guide(name: str) -> None:
    assert codes(_PAGES[name]) == ["KND003"]
