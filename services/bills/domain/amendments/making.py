"""Amendments as they are written, checked against the texts, and made into new texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.bills.domain.amendments.amendment import (
    OWN_IDEA,
    Amendment,
    Proposed,
    Provenance,
)
from services.bills.domain.amendments.plenary import Entry
from services.bills.domain.structure import Acts
from services.bills.domain.texts import Texts
from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from shared.texts.changes import BESIDE, INSERTING, Change, ChangeKind
from shared.texts.changing import changed
from shared.texts.conflicting import conflicts
from shared.texts.fragments import read_fragment
from shared.texts.places import TOP, Places
from shared.texts.tree import Act, Level
from shared.texts.writing import written

WRITTEN = (Language.KK, Language.RU)


@dataclass(frozen=True, slots=True)
class Pair:
    """Plain words in both languages, of any length; empty where nothing is said."""

    kk: str = ""
    ru: str = ""


NO_WORDS = Pair()


@dataclass(frozen=True, slots=True)
class Asked:
    """A change as it is written on paper.

    Attributes:
        text: the new wording, or what is inserted.
        words: what is replaced; `instead` of it stands this.
    """

    kind: ChangeKind
    address: str
    text: Pair = NO_WORDS
    words: Pair = NO_WORDS
    instead: Pair = NO_WORDS


@dataclass(frozen=True, slots=True)
class Filing:
    """All that an author files; `invited` are deputies who may sign it as its co-authors."""

    asked: Asked
    reasons: Bilingual
    invited: tuple[UUID, ...] = ()
    provenance: Provenance = OWN_IDEA
    touches_budget: bool = False
    text_version: int | None = None


def proposed(asked: Asked, acts: Acts) -> Proposed:
    """The change in both languages, read and tried on both texts.

    Raises:
        ChangeRefused: the element is not there, or the change cannot be made; it is named.
        TextRefused: the new wording cannot be read.
    """
    made = {language.value: _read(asked, acts, language) for language in WRITTEN}
    return Proposed(**made)


def _read(asked: Asked, acts: Acts, language: Language) -> Change:
    act: Act = getattr(acts, language)
    places = Places(act)
    own = places.at(asked.address).element.level
    text = getattr(asked.text, language)
    under, wanted = _stands(asked, places, own)
    elements = read_fragment(text, language, under=under, wanted=wanted) if text.strip() else ()
    change = Change(
        kind=asked.kind,
        address=asked.address,
        elements=elements,
        words=getattr(asked.words, language),
        instead=getattr(asked.instead, language),
    )
    changed(act, [change])
    return change


def _stands(asked: Asked, places: Places, own: Level) -> tuple[Level | None, Level | None]:
    """In what the new elements stand, and of which level they are, where that is known."""
    if asked.kind in INSERTING and asked.kind not in BESIDE:
        children = places.at(asked.address).element.children
        return own, children[-1].level if children else None
    above = places.at(asked.address).above
    return (places.at(above).element.level if above != TOP else None), own


def excluding(one: Proposed, others: Sequence[Amendment], acts: Acts) -> tuple[int, ...]:
    """The numbers of those accepted amendments that exclude this change in either language."""
    found = set[int]()
    for language in WRITTEN:
        mine = getattr(one, language)
        theirs = [getattr(other.accepted_wording, language) for other in others]
        last = len(theirs)
        for group in conflicts(getattr(acts, language), [*theirs, mine]):
            found |= {at for at in group.changes if group.between(at, last)}
    return tuple(sorted(others[at].number for at in found))


def texts_with(acts: Acts, entries: Iterable[Entry]) -> Texts:
    """Both texts with all of these, made mechanically.

    Raises:
        ChangeRefused: one of them cannot be made, or two exclude each other; the element is named.
    """
    wordings = [entry.wording for entry in entries]
    kk = changed(acts.kk, [wording.kk for wording in wordings])
    ru = changed(acts.ru, [wording.ru for wording in wordings])
    return Texts(written(kk), written(ru))
