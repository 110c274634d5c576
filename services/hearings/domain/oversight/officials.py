"""Officials whom the Kurultai hears every year: what is due, held and left."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from shared.contracts.official_hearings import OfficialHeard, OfficialHearingStruck
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition
from shared.kernel.rules import Rules

LAW = "Constitution 2026, art. 56(14)-(16)"


class Duty(StrEnum):
    """What is heard every year; each is the key of a parameter that says how often."""

    AUDIT_CHAIR = "audit_chair_report"
    COURT_MESSAGE = "constitutional_court_message"
    BUDGET_BY_GOVERNMENT = "budget_execution_report.government"
    BUDGET_BY_AUDIT = "budget_execution_report.audit"


PROVISIONS = {
    Duty.AUDIT_CHAIR: "Constitution 2026, art. 56(15)",
    Duty.COURT_MESSAGE: "Constitution 2026, art. 56(14)",
    Duty.BUDGET_BY_GOVERNMENT: "Constitution 2026, art. 56(16)",
    Duty.BUDGET_BY_AUDIT: "Constitution 2026, art. 56(16)",
}


class OfficialStage(StrEnum):
    NEW = "new"
    HEARD = "heard"
    STRUCK = "struck"


class OfficialAct(StrEnum):
    ENTER = "enter_official_hearing"
    STRIKE = "strike_official_hearing"


@dataclass(eq=False)
class OfficialHearing(Aggregate):
    """Who was heard, on what duty and day; whether it was `entered` before is not kept."""

    id: UUID
    kind: Duty
    day: date
    name: Bilingual
    reason: Bilingual | None = None
    stage: OfficialStage = OfficialStage.NEW
    version: int = 0
    entered: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """Of a year: needed and left are None where no source says how often."""

    kind: Duty
    year: int
    needed: int | None
    held: int
    left: int | None
    provision: str


@condition(
    en="the day is not ahead",
    ru="этот день не впереди",
    kk="бұл күн алда емес",
    provision=LAW,
)
def day_has_come(hearing: OfficialHearing, occasion: Occasion) -> bool:
    return hearing.day <= occasion.day


@condition(
    en="the same was not entered for that day",
    ru="за этот день то же ещё не внесено",
    kk="осы күнге дәл сол енгізілмеген",
    provision=LAW,
)
def is_entered_once(hearing: OfficialHearing, _: Occasion) -> bool:
    return not hearing.entered


S, A = OfficialStage, OfficialAct
RUNNERS = [Role.CHAIR, Role.DEPUTY_CHAIR, Role.CLERK]
MAY_ENTER = [day_has_come, is_entered_once]

# fmt: off
OFFICIALS: Procedure[OfficialHearing] = Procedure(
    #   act       from     to        by       not until  under
    Row(A.ENTER,  S.NEW,   S.HEARD,  RUNNERS, MAY_ENTER, LAW),
    Row(A.STRIKE, S.HEARD, S.STRUCK, RUNNERS, [],        LAW),
)
# fmt: on


def enter(hearing: OfficialHearing, occasion: Occasion) -> None:
    """Enter that the official was heard. Raises NotNow: the day is ahead, or entered already."""
    OFFICIALS.take(hearing, OfficialAct.ENTER, occasion)
    hearing.record(
        OfficialHeard(
            at=occasion.at,
            official_hearing_id=hearing.id,
            kind=hearing.kind,
            on=hearing.day,
            name=hearing.name,
            provision=PROVISIONS[hearing.kind],
        )
    )


def strike(hearing: OfficialHearing, reason: Bilingual, occasion: Occasion) -> None:
    """It was entered by mistake: it counts no longer."""
    OFFICIALS.take(hearing, OfficialAct.STRIKE, occasion)
    hearing.reason = reason
    hearing.record(
        OfficialHearingStruck(at=occasion.at, official_hearing_id=hearing.id, reason=reason)
    )


def due_in(rules: Rules, year: int, duty: Duty, held: int) -> Due:
    """What the rules ask of that year, beside what was held in it."""
    often = rules.settled(duty)
    needed = often if isinstance(often, int) else None
    left = None if needed is None else max(needed - held, 0)
    return Due(duty, year, needed, held, left, PROVISIONS[duty])
