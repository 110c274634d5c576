"""What each paragraph of an act is, before any of them is put into its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from shared.kernel.text import Language
from shared.texts.marks import Mark, mark_of
from shared.texts.paragraphs import Paragraph

NOTES = {
    Language.RU: re.compile(r"Примечание [А-Я]{2,}!"),
    Language.KK: re.compile(r"[А-ЯӘІҢҒҮҰҚӨҺ]{2,}-\w+ ескертпесі!"),
}
"""An editors' note that precedes what it is about; its words are often the next paragraph."""
FOOTNOTES = {Language.RU: re.compile(r"Сноска\."), Language.KK: re.compile(r"Ескерту\.")}
"""An editors' note that follows what it is about."""
SIGNATURES = {
    Language.RU: re.compile(r"©|(Президент|Премьер-Министр|Председатель|Министр|Депутат)\b"),
    Language.KK: re.compile(
        r"©|(Президент|Премьер-Министр|Төраға|Министр|Депутат)|Қазақстан Республикасының"
    ),
}
QUOTES = {"«": "»", "“": "”", "„": "“"}


class Sort(Enum):
    """MARKED: begins with its mark; PLAIN: without; QUOTED: of another act, given in quotes."""

    MARKED = auto()
    PLAIN = auto()
    QUOTED = auto()
    NOTE = auto()
    FOOTNOTE = auto()
    END = auto()


@dataclass(slots=True)
class Sorted:
    """A paragraph and what it is; only MARKED ones have a mark."""

    text: str
    line: int
    sort: Sort
    mark: Mark | None = None

    @property
    def is_note(self) -> bool:
        return self.sort in (Sort.NOTE, Sort.FOOTNOTE)

    @property
    def heads(self) -> bool:
        return self.mark is not None and self.mark.heads


def sorted_out(found: Sequence[Paragraph], language: Language) -> list[Sorted]:
    """Every paragraph with what it is, in order; a note and its words become one."""
    rows = _with_quotes(found, language)
    return _ended(_with_notes(rows, language), language)


def _with_quotes(found: Sequence[Paragraph], language: Language) -> list[Sorted]:
    rows: list[Sorted] = []
    quoted_until = 0
    unclosed: set[str] = set()
    for at, paragraph in enumerate(found):
        opening = paragraph.text[0]
        if at >= quoted_until and opening not in unclosed and _opens(paragraph.text):
            quoted_until = _closing(found, at)
            if not quoted_until:
                unclosed.add(opening)
        rows.append(_sorted(paragraph, language, quoted=at < quoted_until))
    return rows


def _opens(text: str) -> bool:
    """Whether a paragraph begins a quotation that goes on in the next paragraphs."""
    return (text[0] in QUOTES or text[0] == '"') and _left_open(text, text[0]) > 0


def _left_open(text: str, opening: str) -> int:
    if opening == '"':
        return text.count('"') % 2
    return text.count(opening) - text.count(QUOTES[opening])


def _closing(found: Sequence[Paragraph], at: int) -> int:
    """The place after the paragraph that closes the quotation; 0 if nothing closes it."""
    opening = found[at].text[0]
    depth = 0
    for place in range(at, len(found)):
        depth += _left_open(found[place].text, opening)
        if depth <= 0 or (opening == '"' and depth > 1):
            return place + 1
    return 0


def _sorted(paragraph: Paragraph, language: Language, *, quoted: bool) -> Sorted:
    text, line = paragraph.text, paragraph.line
    if quoted:
        return Sorted(text, line, Sort.QUOTED)
    if NOTES[language].match(text):
        return Sorted(text, line, Sort.NOTE)
    if FOOTNOTES[language].match(text):
        return Sorted(text, line, Sort.FOOTNOTE)
    mark = mark_of(text, language)
    return Sorted(text, line, Sort.MARKED if mark else Sort.PLAIN, mark)


def _with_notes(rows: list[Sorted], language: Language) -> list[Sorted]:
    """A note of one word is followed by its words, unless an element begins there."""
    done: list[Sorted] = []
    for row in rows:
        above = done[-1] if done else None
        waits = above and above.sort is Sort.NOTE and NOTES[language].fullmatch(above.text)
        if above and waits and row.sort is Sort.PLAIN:
            above.text = f"{above.text}\n{row.text}"
        else:
            done.append(row)
    return done


def _ended(rows: list[Sorted], language: Language) -> list[Sorted]:
    """What follows the signature, if nothing marked follows it, is no part of the last article."""
    marked = [at for at, row in enumerate(rows) if row.mark]
    after = range(marked[-1] + 1, len(rows)) if any(row.heads for row in rows) else range(0)
    signed = (at for at in after if _is_signature(rows[at], language))
    start = next(signed, len(rows))
    for row in rows[start:]:
        row.sort = Sort.END
    return rows


def _is_signature(row: Sorted, language: Language) -> bool:
    words = row.sort is Sort.PLAIN and not row.text.endswith((".", ";", ":", ","))
    return bool(words and SIGNATURES[language].match(row.text))
