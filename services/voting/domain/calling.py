"""The order in which a roll is called: by the alphabet, by number, or as it was given."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.voting.domain.alphabet import is_letter, sort_key
from services.voting.domain.refusals import NoSuchCalling
from services.voting.domain.stages import CallingOrder
from shared.contracts.words import Bilingual
from shared.kernel.rules import Rules

USUAL = "voting.roll_call_order"
"""The parameter that says how a roll is called unless who presides says otherwise."""


@dataclass(frozen=True, slots=True)
class Calling:
    """How a roll is called.

    Attributes:
        first: the deputy to begin with; who stands before them comes at the end.
        letter: of an alphabetical order, the letter to begin with, or the next that there is.
        given: of an order that was given, everyone.
    """

    order: CallingOrder
    first: UUID | None = None
    letter: str | None = None
    given: tuple[UUID, ...] = ()

    @property
    def is_usual(self) -> bool:
        """Whether nobody chose anything about it."""
        return self.order is not CallingOrder.GIVEN and not (self.first or self.letter)


@dataclass(frozen=True, slots=True)
class Callee:
    """A deputy on the roll; `name` as it stands there."""

    person_id: UUID
    number: int
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Called:
    """A deputy at their place in the order of calling, counted from 1."""

    place: int
    person_id: UUID
    number: int
    name: Bilingual


def calling_under(
    rules: Rules, *, order: Sequence[UUID] | None = None, starts_at: UUID | str | None = None
) -> Calling:
    """The calling that is asked for: in that order, or in the usual one; from there on."""
    kind = CallingOrder(rules.choice(USUAL)) if order is None else CallingOrder.GIVEN
    first = starts_at if isinstance(starts_at, UUID) else None
    letter = starts_at if isinstance(starts_at, str) else None
    return Calling(kind, first=first, letter=letter, given=tuple(order or ()))


def fits(calling: Calling, roll: Collection[UUID]) -> bool:
    """Whether everyone on the roll, and nobody else, can be called so."""
    in_order = calling.order is not CallingOrder.GIVEN or _names_exactly(calling.given, roll)
    begins = calling.first is None or calling.first in roll
    alphabetical = calling.order is CallingOrder.ALPHABETICAL
    spelled = calling.letter is None or (alphabetical and is_letter(calling.letter))
    return in_order and begins and spelled


def must_fit(calling: Calling, roll: Collection[UUID]) -> None:
    """Raises NoSuchCalling, with who is missing and who does not belong there."""
    if not fits(calling, roll):
        named = {*calling.given, *([calling.first] if calling.first else [])}
        missing = set(roll) - named if calling.order is CallingOrder.GIVEN else set()
        raise NoSuchCalling(missing=missing, strangers=named - set(roll))


def in_order(calling: Calling, roll: Sequence[Callee]) -> tuple[Called, ...]:
    """Everyone on the roll, in the order in which they are called. It must fit."""
    called = sorted(roll, key=lambda callee: _key(calling, callee))
    start = next((n for n, one in enumerate(called) if _begins(calling, one)), 0)
    turned = [*called[start:], *called[:start]]
    return tuple(Called(n, one.person_id, one.number, one.name) for n, one in enumerate(turned, 1))


def _key(calling: Calling, callee: Callee) -> tuple[object, ...]:
    """Who bears the same name is told apart by number."""
    match calling.order:
        case CallingOrder.GIVEN:
            return (calling.given.index(callee.person_id),)
        case CallingOrder.ALPHABETICAL:
            return (sort_key(callee.name.kk), callee.number, callee.person_id)
        case CallingOrder.BY_NUMBER:
            return (callee.number, callee.person_id)


def _begins(calling: Calling, callee: Callee) -> bool:
    if calling.letter is not None:
        return sort_key(callee.name.kk) >= sort_key(calling.letter)
    return calling.first in {None, callee.person_id}


def _names_exactly(given: Sequence[UUID], roll: Collection[UUID]) -> bool:
    return len(given) == len(roll) and set(given) == set(roll)
