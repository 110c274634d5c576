"""A procedure is a table: which act is open at which stage, to whom, on what conditions, and why.

The table is data that a lawyer can read; this module is all the machinery there is.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from shared.kernel.actor import ROLE_NAMES, Role
from shared.kernel.aggregate import Taken
from shared.kernel.errors import NotEntitled, NotNow, Unmet, not_until
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text, joined


class Case(Protocol):
    """Anything that stands at a stage of a procedure."""

    stage: Any

    def note(self, taken: Taken) -> None: ...


type Test[C: Case] = Callable[[C, Occasion], bool]


@dataclass(frozen=True, slots=True)
class Condition[C: Case]:
    """A named test of a case. Its sentence and provision are what people read when it fails."""

    holds: Test[C]
    sentence: Text
    provision: str


def condition[C: Case](
    *, en: str, ru: str, kk: str, provision: str
) -> Callable[[Test[C]], Condition[C]]:
    """Turn a test into a condition: what must be so, and which provision says it."""
    return lambda holds: Condition(holds, Text(kk=kk, ru=ru, en=en), provision)


@dataclass(frozen=True, slots=True)
class Row[C: Case]:
    """A row of the table. With `anywhere` the act itself says where the case goes."""

    act: StrEnum
    origin: StrEnum
    target: StrEnum
    by: Collection[Role]
    when: Collection[Condition[C]]
    provision: str
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An act as it looks from here and now: open, or closed for these reasons."""

    act: StrEnum
    target: StrEnum
    provision: str
    unmet: tuple[Unmet, ...]

    @property
    def is_open(self) -> bool:
        return not self.unmet


UNKNOWN_HERE = Text(
    kk="«{stage}» сатысында «{act}» әрекеті ешкімге ашық емес.",
    ru="На стадии «{stage}» действие «{act}» никому не открыто.",
    en="At the stage “{stage}” the act “{act}” is not open to anyone.",
)
FOR_OTHERS = Text(
    kk="«{act}» әрекетін жасауға құқылы: {roles}.",
    ru="Действие «{act}» вправе совершить: {roles}.",
    en="The act “{act}” is for: {roles}.",
)


class Procedure[C: Case]:
    """The rows, and the three questions one may ask of them."""

    def __init__(self, *rows: Row[C]) -> None:
        if len({(row.act, row.origin) for row in rows}) != len(rows):
            message = "two rows give the same act at the same stage"
            raise ValueError(message)
        self.rows = rows

    def decide(self, case: C, act: StrEnum, occasion: Occasion) -> Row[C]:
        """The row by which this act may be taken on this case, on this occasion.

        Raises:
            NotNow: the stage does not know the act, or a condition is unmet (all unmet are named).
            NotEntitled: the act is for other roles.
        """
        row = next((r for r in self.rows if r.act == act and r.origin == case.stage), None)
        if row is None:
            words = UNKNOWN_HERE.filled(stage=case.stage, act=act)
            raise NotNow(words, provision=self._provision_of(act))
        if capacity(row, occasion) is None:
            raise NotEntitled(_for_others(row), provision=row.provision)
        if unmet := _unmet(row, case, occasion):
            raise not_until(*unmet)
        return row

    def _provision_of(self, act: StrEnum) -> str | None:
        """Under which provision the act is taken where it is open."""
        return next((row.provision for row in self.rows if row.act == act), None)

    def take(
        self, case: C, act: StrEnum, occasion: Occasion, *, to: StrEnum | None = None
    ) -> Row[C]:
        """Take the act: the case moves to the row's target, and the record gets its line.

        By a row that leads anywhere it moves `to` where the act says.

        Raises: as `decide`; then nothing has changed.
        """
        row = self.decide(case, act, occasion)
        if row.anywhere != (to is not None):
            message = f"{act} leads {'anywhere: say where' if row.anywhere else row.target}"
            raise ValueError(message)
        case.stage = to or row.target
        case.note(_taken(row, case.stage, occasion))
        return row

    def options(self, case: C, occasion: Occasion) -> list[Option]:
        """Every act this stage knows; a closed one says why."""
        return [
            Option(row.act, row.target, row.provision, _reasons(row, case, occasion))
            for row in self.rows
            if row.origin == case.stage
        ]


def capacity[C: Case](row: Row[C], occasion: Occasion) -> Role | None:
    """The role in which the actor may take this row: the first of the row's that is held."""
    return next((role for role in row.by if occasion.by.holds(role)), None)


def _taken[C: Case](row: Row[C], target: StrEnum, occasion: Occasion) -> Taken:
    role = capacity(row, occasion)
    if role is None:
        message = "an act is taken only by someone entitled to it"
        raise ValueError(message)
    return Taken(
        act=row.act,
        origin=row.origin,
        target=target,
        person_id=occasion.by.person_id,
        role=role,
        at=occasion.at,
        provision=row.provision,
        profile=occasion.rules.profile_name,
    )


def _unmet[C: Case](row: Row[C], case: C, occasion: Occasion) -> tuple[Unmet, ...]:
    return tuple(Unmet(c.sentence, c.provision) for c in row.when if not c.holds(case, occasion))


def _reasons[C: Case](row: Row[C], case: C, occasion: Occasion) -> tuple[Unmet, ...]:
    entitled = capacity(row, occasion) is not None
    others = () if entitled else (Unmet(_for_others(row), row.provision),)
    return others + _unmet(row, case, occasion)


def _for_others[C: Case](row: Row[C]) -> Text:
    names = joined([ROLE_NAMES[role] for role in row.by], ", ")
    return FOR_OTHERS.filled(act=row.act, roles=names)
