"""What belongs to the work on a bill: co-committees, a rapporteur, a plan, days, dissent."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.committees.domain.meeting import MeetingDecision
from services.committees.domain.request import Reply
from services.committees.domain.running_out import NOT_KNOWN, RunsOut
from shared.contracts.words import Bilingual

FROZEN = ConfigDict(frozen=True)


class CoCommittee(BaseModel):
    """A committee that gives an opinion beside the lead committee."""

    model_config = FROZEN

    committee_id: UUID
    name: Bilingual
    named_at: datetime


class Opinion(BaseModel):
    """What a co-committee thinks of the bill, for one reading."""

    model_config = FROZEN

    committee_id: UUID
    reading: int
    favourable: bool
    summary: Bilingual
    at: datetime


class Rapporteur(BaseModel):
    """The member of the lead committee who reports on the bill."""

    model_config = FROZEN

    person_id: UUID
    name: Bilingual
    since: datetime


class PlanItem(BaseModel):
    """By which day what is done, and who does it."""

    model_config = FROZEN

    day: date
    what: Bilingual
    who: Bilingual


class Plan(BaseModel):
    """A plan as it was made, or changed; the newest one counts, the earlier ones stay on file."""

    model_config = FROZEN

    reading: int
    items: tuple[PlanItem, ...]
    at: datetime
    by: UUID | None
    why: Bilingual | None = None


class DayFixed(BaseModel):
    """By which day the lead committee concludes for a reading, and by which decision."""

    model_config = FROZEN

    reading: int
    day: date
    ground: str
    at: datetime


class Dissent(BaseModel):
    """The opinion of a member who does not agree with the conclusion, in the member's words."""

    model_config = FROZEN

    reading: int
    person_id: UUID
    name: Bilingual
    text: Reply
    at: datetime


@dataclass(frozen=True, slots=True)
class Considered:
    """What an act on a referral is about, and what the register says of it; not kept.

    Attributes:
        members: who is of the lead committee now, its chair and secretaries included.
        person_id: who is to report on the bill.
        committee_id: which committee is to be named, and whether it is `chaired`.
        body_id: which working group is to be attached, and whether it is `group_formed`.
        day: the day that is to be fixed.
        planned: the days of the plan that is to be made.
        dissent_ends: when members may attach their opinions no longer.
        decision: what a meeting decided, that is to be entered.
        carried: whether the vote that it names was certified, and carried.
        met: the committees whose sitting that vote was held at; None of no such sitting.
        most_present: how many belong to the committees that met.
        number: of the follow-up that is to be closed, and the `done_on` of it.
    """

    members: frozenset[UUID] = frozenset()
    person_id: UUID | None = None
    committee_id: UUID | None = None
    chaired: bool = True
    body_id: UUID | None = None
    group_formed: bool = True
    day: date | None = None
    planned: tuple[date, ...] = ()
    dissent_ends: RunsOut = NOT_KNOWN
    decision: MeetingDecision | None = None
    carried: bool = True
    met: frozenset[UUID] | None = None
    most_present: int = 0
    number: int | None = None
    done_on: date | None = None


NOTHING = Considered()
