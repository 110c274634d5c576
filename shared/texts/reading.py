"""Plain text into the tree of an act, by the structure that Law 480-V, art. 23 gives to acts."""

from collections.abc import Sequence

from shared.kernel.text import Language
from shared.texts.checking import refuse_duplicates
from shared.texts.growing import Growth
from shared.texts.hygiene import (
    LONGEST,
    normalised,
    refuse_invisible,
    refuse_long,
    refuse_mixed,
)
from shared.texts.paragraphs import Paragraph, may_be_title, paragraphs
from shared.texts.placing import Placing
from shared.texts.sorting import Sorted, sorted_out
from shared.texts.tree import Act, Level


def read_act(text: str, language: Language, *, strict: bool = True, limit: int = LONGEST) -> Act:
    """The act that a plain text is.

    A text without articles and points is an act of a preamble only. Nothing is lost: signatures
    and notes of editors are parts of the tree (see `Element.number`).

    Args:
        text: as typed, or with broken lines as published; quotations of other acts stay whole.
        language: Kazakh or Russian.
        strict: False takes words of mixed alphabets, which published acts have too.
        limit: characters.

    Raises:
        TextRefused: it is too long, has characters that no reader would see, mixed alphabets,
            elements out of order or numbered alike.
    """
    clean = _checked(text, language, strict=strict, limit=limit)
    return _read(paragraphs(clean, language), language)


def read_paragraphs(
    found: Sequence[Paragraph], language: Language, *, strict: bool = True, limit: int = LONGEST
) -> Act:
    """The act that paragraphs are, which are known to begin and to end where they do.

    Raises:
        TextRefused: as `read_act` does.
    """
    whole = "\n".join(one.text for one in found)
    rows = _checked(whole, language, strict=strict, limit=limit).split("\n")
    clean = [
        Paragraph(" ".join(row.split()), one.line, one.indent)
        for row, one in zip(rows, found, strict=True)
    ]
    return _read([one for one in clean if one.text], language)


def _checked(text: str, language: Language, *, strict: bool, limit: int) -> str:
    refuse_long(text, limit)
    clean = normalised(text)
    refuse_invisible(clean, language)
    if strict:
        refuse_mixed(clean, language)
    return clean


def _read(found: list[Paragraph], language: Language) -> Act:
    rows = sorted_out(found, language)
    first = _first_element(rows)
    if first is None:
        return Act(language=language, preamble=tuple(row.text for row in rows))
    titled = first > 0 and may_be_title(found[0].indent)
    growth = Growth(language, has_articles=_has_articles(rows))
    Placing(growth, rows[first:]).place_all()
    act = Act(
        language=language,
        title=rows[0].text if titled else "",
        preamble=tuple(row.text for row in rows[titled:first]),
        elements=tuple(node.finished() for node in growth.root.children),
    )
    refuse_duplicates(act)
    return act


def _has_articles(rows: Sequence[Sorted]) -> bool:
    return any(row.mark and row.mark.level is Level.ARTICLE for row in rows)


def _first_element(rows: Sequence[Sorted]) -> int | None:
    """Where the elements begin: at a heading, or in an act without articles at its first point."""
    headed = [at for at, row in enumerate(rows) if row.heads]
    points = (at for at, row in enumerate(rows) if row.mark and row.mark.level is Level.POINT)
    return headed[0] if headed else next(points, None)
