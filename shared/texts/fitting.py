"""Whether a change has what its kind needs, and whether a new element may stand where it is put."""

from shared.kernel.text import Text
from shared.texts.changes import (
    AN_ELEMENT,
    ANOTHER_ELEMENT,
    BESIDE,
    COUNTED,
    DOES_NOT_FIT,
    INSERTING,
    NOTHING,
    ONE_ELEMENT,
    SOME_WORDS,
    WRONG_SHAPE,
    Change,
    ChangeKind,
    ChangeRefused,
)
from shared.texts.places import Place
from shared.texts.tree import Element, Level

IN_AN_ARTICLE = frozenset({Level.POINT, Level.SUB_POINT, Level.PART, Level.INDENT})
IN_A_GROUP = frozenset({Level.POINT, Level.PART})
"""Of an act that has points and no articles."""
MAY_HOLD: dict[Level, frozenset[Level]] = {
    Level.SECTION: frozenset({Level.CHAPTER, Level.PARAGRAPH, Level.ARTICLE, *IN_A_GROUP}),
    Level.CHAPTER: frozenset({Level.PARAGRAPH, Level.ARTICLE, *IN_A_GROUP}),
    Level.PARAGRAPH: frozenset({Level.ARTICLE, *IN_A_GROUP}),
    Level.ARTICLE: IN_AN_ARTICLE,
    Level.POINT: frozenset({Level.SUB_POINT, Level.PART, Level.INDENT}),
    Level.SUB_POINT: frozenset({Level.PART, Level.INDENT}),
    Level.PART: frozenset({Level.POINT, Level.SUB_POINT, Level.INDENT}),
    Level.INDENT: frozenset(),
}
"""What may stand in what (Law 480-V, art. 23)."""


def refuse_unfit(change: Change, place: Place) -> None:
    """See that the change has what it needs, and that what it brings fits. Raises ChangeRefused."""
    needed = _lacking(change)
    if needed:
        raise ChangeRefused(WRONG_SHAPE.filled(address=change.address, needed=needed))
    if change.kind is ChangeKind.NEW_WORDING:
        _refuse_another(change, place)
    if change.kind in INSERTING:
        _refuse_misplaced(change, place)


def _lacking(change: Change) -> Text | None:
    wordy = change.kind is ChangeKind.REPLACE_WORDS
    if wordy and not change.words.strip():
        return SOME_WORDS
    if change.kind is ChangeKind.NEW_WORDING and len(change.elements) != 1:
        return ONE_ELEMENT
    if change.kind in INSERTING and not change.elements:
        return AN_ELEMENT
    bare = change.kind in {ChangeKind.REPLACE_WORDS, ChangeKind.REMOVE}
    return NOTHING if bare and change.elements else None


def _refuse_another(change: Change, place: Place) -> None:
    """A new wording is that of the element itself: its level, and its number if it is printed."""
    [new], old = change.elements, place.element
    same = new.level is old.level and (new.level in COUNTED or new.number == old.number)
    if not same:
        raise ChangeRefused(ANOTHER_ELEMENT.filled(address=change.address, key=new.key))


def _refuse_misplaced(change: Change, place: Place) -> None:
    for element in change.elements:
        if not _fits(element, change, place):
            found = DOES_NOT_FIT.filled(address=change.address, key=element.key)
            raise ChangeRefused(found)


def _fits(element: Element, change: Change, place: Place) -> bool:
    """Beside an element stands one of its level; under it, what such an element may hold."""
    if change.kind in BESIDE:
        return element.level is place.element.level
    children = {child.level for child in place.element.children}
    return element.level in (children or MAY_HOLD[place.element.level])
