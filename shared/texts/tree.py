"""An act as a tree of structural elements (Law 480-V, art. 23)."""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from shared.kernel.text import Language


class Level(StrEnum):
    """The structural elements of an act, from the outermost to the innermost."""

    SECTION = "section"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    POINT = "point"
    SUB_POINT = "sub_point"
    PART = "part"
    INDENT = "indent"


ABBREVIATED = {
    Level.SECTION: "sec",
    Level.CHAPTER: "chp",
    Level.PARAGRAPH: "par",
    Level.ARTICLE: "art",
    Level.POINT: "pt",
    Level.SUB_POINT: "sp",
    Level.PART: "part",
    Level.INDENT: "ind",
}
"""How levels are written in addresses, as `art_33-1__pt_2__sp_1`."""


class Element(BaseModel):
    """A structural element with what is under it.

    Attributes:
        number: as printed, without punctuation: `33-1`. Parts and indents are counted from 1 as
            lawyers cite them: the own words of the element above are its first, so that what
            follows `1. Text` is `part_2`. Notes of editors are parts `note-1`, what follows the
            last article (signatures) are parts `end-1`.
        heading: its title, where it has one.
        text: its own words, before its first child.
        line: where it begins in the file it was read from, from 1; 0 if it was not read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Level
    number: str
    heading: str = ""
    text: str = ""
    children: tuple["Element", ...] = ()
    line: int = Field(default=0, exclude=True)

    def __eq__(self, other: object) -> bool:
        """Where in its file an element was read is not part of what it says."""
        return isinstance(other, Element) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return self.level, self.number, self.heading, self.text, self.children

    @property
    def key(self) -> str:
        return f"{ABBREVIATED[self.level]}_{self.number}"


class Act(BaseModel):
    """One language's text of an act: its title, what precedes the first element, the elements."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    title: str = ""
    preamble: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()

    def addressed(self) -> Iterator[tuple[str, Element]]:
        """Every element with its address, in the order of the text.

        Article numbers run through the whole act (Law 480-V, art. 23), so the address of an
        article, and of what is in it, does not name its chapter and survives its moving.
        """
        for element in self.elements:
            yield from _addressed(element, "")


def _addressed(element: Element, above: str) -> Iterator[tuple[str, Element]]:
    outermost = element.level is Level.ARTICLE or not above
    address = element.key if outermost else f"{above}__{element.key}"
    yield address, element
    for child in element.children:
        yield from _addressed(child, address)
