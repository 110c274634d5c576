"""Lines of a file into paragraphs: long lines may have been broken, and indented by hand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from shared.kernel.text import Language
from shared.texts.marks import Mark, mark_of

ENDS = (".", ";", ":", "!", "?")
DEEP = 8
"""Spaces; headings in the middle of the line are broken, and go on in the middle of the next."""
TITLE_MARGIN = 8
"""Spaces; a title begins at the edge or in the middle, an indented paragraph is no title."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words with single spaces, from 1, and how far it is set in."""

    text: str
    number: int
    indent: int
    after_blank: bool


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the number of its first line, and how far that was set in."""

    text: str
    line: int
    indent: int


def may_be_title(indent: int) -> bool:
    """Whether words set in so far may be a title, and not a paragraph."""
    return indent == 0 or indent >= TITLE_MARGIN


def paragraphs(text: str, language: Language) -> list[Paragraph]:
    """The paragraphs of a text.

    In a file of broken lines a paragraph begins where a line is indented, after a blank line, or
    with the mark of an element; in any other file every line is a paragraph.
    """
    broken = _has_broken_lines(text, language)
    lines = list(_lines(text, spaced=broken))
    if not broken:
        return [Paragraph(line.text, line.number, line.indent) for line in lines]
    return _joined(lines, language)


def _lines(text: str, *, spaced: bool = False) -> Iterator[Line]:
    blank = True
    for number, raw in enumerate(text.split("\n"), 1):
        words = " ".join((_unspaced(raw) if spaced else raw).split())
        if words:
            yield Line(words, number, len(raw) - len(raw.lstrip()), blank)
        blank = not words


def _unspaced(line: str) -> str:
    """Words that were s p a c e d  o u t to fill a line, put together again."""
    return "  ".join(_together(chunk) for chunk in re.split(r"\s{2,}", line))


def _together(chunk: str) -> str:
    letters = chunk.split()
    single = len(letters) > 1 and all(len(one) == 1 for one in letters)
    words = sum(one.isalpha() for one in letters) > 2  # noqa: PLR2004 "и в" is two words
    number = re.fullmatch(r"(\d )+[.)]", chunk)
    return "".join(letters) if single and (words or number) else chunk


def _has_broken_lines(text: str, language: Language) -> bool:
    """Whether lines at the edge go on with the sentence of the line above them."""
    lines = list(_lines(text))
    if not any(line.indent for line in lines):
        return False
    pairs = pairwise(lines)
    goes_on = [
        not above.text.endswith(ENDS)
        for above, line in pairs
        if line.indent == 0
        and not line.after_blank
        and not _heads(mark_of(above.text, language))
        and not _heads(mark_of(line.text, language))
    ]
    return 2 * sum(goes_on) > len(goes_on)


def _heads(mark: Mark | None) -> bool:
    return mark is not None and mark.heads


class _Open:
    """A paragraph that may go on in the next line."""

    def __init__(self, line: Line, mark: Mark | None) -> None:
        self.pieces = [line.text]
        self.first = line
        self.heads = _heads(mark)

    @property
    def last(self) -> str:
        return self.pieces[-1]

    def take(self, line: Line) -> None:
        self.pieces += [_between(self.last, line.text), line.text]

    def closed(self) -> Paragraph:
        return Paragraph("".join(self.pieces), self.first.number, self.first.indent)


def _joined(lines: Iterable[Line], language: Language) -> list[Paragraph]:
    found: list[_Open] = []
    for line in lines:
        mark = mark_of(line.text, language)
        if found and _goes_on(found, line, mark):
            found[-1].take(line)
        else:
            found.append(_Open(line, mark))
    return [paragraph.closed() for paragraph in found]


def _goes_on(found: list[_Open], line: Line, mark: Mark | None) -> bool:
    above = found[-1]
    if line.after_blank or _heads(mark):
        return False
    if len(found) == 1 and not above.heads and may_be_title(above.first.indent):
        return line.text[0].islower()
    if mark is not None or line.indent:
        unfinished = not above.last.endswith(ENDS)
        return unfinished and _goes_on_inside(above, line, mark)
    return True


def _goes_on_inside(above: _Open, line: Line, mark: Mark | None) -> bool:
    """After an unfinished sentence: at the edge always, set in if it is the same sentence."""
    if not line.indent:
        return True
    if mark is not None:
        return False
    return line.text[0].islower() or (above.heads and min(above.first.indent, line.indent) >= DEEP)


def _between(above: str, line: str) -> str:
    """No space where the break fell inside a word, or beside its signs."""
    inside = re.search(r"\w-$|[(«„“]$|(?:^|\s)\"$", above)
    begins = re.match(r"[,.;:)!?»”]|-\w", line)
    return "" if inside or begins else " "
