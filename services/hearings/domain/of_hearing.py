"""What belongs to a hearing is a case of its own, so that many can act beside each other."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.hearings.domain.conditions import acts_for_the_initiator
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.stages import AHEAD, Stage
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

RUNNERS = [Role.CHAIR, Role.COMMITTEE_CHAIR, Role.FACTION_LEADER, Role.CLERK]
HEARINGS = "Constitution 2026, art. 56(18)"
OPENNESS = "Constitution 2026, art. 58(6)"


@dataclass(eq=False, kw_only=True)
class OfHearing(Aggregate):
    """Belongs to a hearing, which is `seen` for one act and not kept with it."""

    id: UUID
    hearing_id: UUID
    stage: Any = None
    version: int = 0
    seen: Hearing | None = None

    @property
    def hearing(self) -> Hearing:
        """Raises ValueError where whoever loaded the case forgot the hearing."""
        if self.seen is None:
            message = "what belongs to a hearing is judged together with it"
            raise ValueError(message)
        return self.seen


@condition(
    en="whoever acts speaks for the initiator of the hearing, or is of the Apparatus",
    ru="действует представитель инициатора слушаний или Аппарат",
    kk="тыңдау бастамашысының өкілі немесе Аппарат әрекет етеді",
    provision="Constitution 2026, art. 57(3)(5), 59(2)",
)
def runs_the_hearing(case: OfHearing, occasion: Occasion) -> bool:
    return acts_for_the_initiator.holds(case.hearing, occasion)


@condition(
    en="the hearing is called and has not begun",
    ru="слушания назначены и ещё не начались",
    kk="тыңдау тағайындалған және әлі басталған жоқ",
    provision=HEARINGS,
)
def hearing_is_ahead(case: OfHearing, _: Occasion) -> bool:
    return case.hearing.stage in AHEAD


@condition(
    en="the hearing is called and not over",
    ru="слушания назначены и не окончены",
    kk="тыңдау тағайындалған және аяқталмаған",
    provision=HEARINGS,
)
def hearing_is_not_over(case: OfHearing, _: Occasion) -> bool:
    return case.hearing.stage in {*AHEAD, Stage.OPEN}


@condition(
    en="the hearing is under way",
    ru="слушания идут",
    kk="тыңдау өтіп жатыр",
    provision=HEARINGS,
)
def hearing_is_open(case: OfHearing, _: Occasion) -> bool:
    return case.hearing.stage is Stage.OPEN


@condition(
    en="the hearing is under way, or was held",
    ru="слушания идут или состоялись",
    kk="тыңдау өтіп жатыр немесе өткізілді",
    provision=HEARINGS,
)
def hearing_has_begun(case: OfHearing, _: Occasion) -> bool:
    return case.hearing.stage in {Stage.OPEN, Stage.HELD, Stage.CONCLUDED}
