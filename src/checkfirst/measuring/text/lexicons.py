"""Word lists whose rates are features: pronouns, modal verbs, components of systems, and vocabulary of fields."""

from typing import Final

LEXICONS: Final[dict[str, str]] = {
    "I": "i me my mine i'm i've i'd i'll myself",
    "we": "we us our ours we're we've we'll ourselves",
    "you": "you your yours you're you'll yourself",
    "he or she": "he she his her him hers himself herself",
    "they": "they them their theirs themselves people someone everyone nobody",
    "norm": "must shall should required requires mandatory prohibited recommended",
    "may": "may can cannot might could would",
    "component": "server client service controller device module component system host node agent daemon process parser"
    " compiler interpreter kernel driver firmware sensor queue cache database storage buffer socket implementation"
    " implementations runtime library protocol session connection gateway scheduler worker handler clock register",
    "interface": "request response message packet header payload record field parameter argument function method interface"
    " endpoint token key value object array string integer boolean byte bytes type default format identifier status error",
    "behaviour": "returns sends receives stores reads writes accepts rejects responds checks verifies validates computes"
    " calculates generates creates deletes updates opens closes starts stops waits retries ignores emits raises throws"
    " parses encodes decodes contains specifies defines represents indicates reports refuses keeps handles replaces",
    "behaviour to be": "return send receive store read write accept reject respond check verify validate compute generate"
    " create delete update ignore emit raise parse encode decode contain specify define",
    "speech": "said says told added asked replied announced explained argued claimed thinks believes",
    "past": "was were had did went came got took made became began felt knew thought saw",
    "filler": "yeah um uh okay ok oh gonna yes hmm hi hello thanks",
    "law": "hereby herein thereof hereunder liability warranty warranties indemnify licensor licensee agreement thereto",
    "teaching": "let's step steps example try click run install now next open tutorial guide",
    "commerce": "price buy order shipping cart stock sale product products free delivery customers offer",
    "meeting": "agenda minutes attendees meeting discussed action absent motion vote attendance",
    "proposal": "motivation rationale alternatives drawbacks compatibility proposal proposed abstract unresolved",
    "scholarship": "et al fig figure results method methods dataset experiments approach propose evaluation",
    "opinion": "think believe feel seems perhaps really course wrong truth obviously ought never always",
    "praise": "great best amazing wonderful love loved beautiful excellent terrible awful boring fun",
}
"""Words of each list, as the tokeniser returns them, by the list's name."""
