"""How the structural elements of our acts are called in Akoma Ntoso."""

from shared.kernel.text import Language
from shared.texts.tree import Level

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
MEDIA_TYPE = "application/akn+xml"
ISO_639_2 = {Language.KK: "kaz", Language.RU: "rus"}
COUNTRY = "kz"

TAGS = {
    Level.SECTION: "section",
    Level.CHAPTER: "chapter",
    Level.PARAGRAPH: "subchapter",
    Level.ARTICLE: "article",
    Level.POINT: "paragraph",
    Level.SUB_POINT: "point",
    Level.PART: "alinea",
    Level.INDENT: "indent",
}
"""A numbered paragraph of Akoma Ntoso is our point; our paragraphs divide chapters."""

ASIDE = "hcontainer"
"""Notes of editors, and the words of an act that has no elements; their `name` says which."""
NOTE, END, WORDS = "note", "end", "words"

ABBREVIATED = {
    "section": "sec",
    "chapter": "chp",
    "subchapter": "subchp",
    "article": "art",
    "paragraph": "para",
    "alinea": "al",
}
"""AKN Naming Convention 1.0, section 5; what is not here is not abbreviated."""

LEVELS = {tag: level for level, tag in TAGS.items()} | {ASIDE: Level.PART}


def reference(tag: str, number: str) -> str:
    """The last step of an eId."""
    return f"{ABBREVIATED.get(tag, tag)}_{number}"
