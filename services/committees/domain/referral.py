"""A referral: a bill before its lead committee, which concludes on it for a reading."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.committees.domain.bill_work import (
    NOTHING,
    CoCommittee,
    Considered,
    DayFixed,
    Dissent,
    Opinion,
    Plan,
    Rapporteur,
)
from services.committees.domain.meeting import FollowUp, MeetingDecision
from services.committees.domain.stages import ReferralStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class Conclusion(BaseModel):
    """What the committee concluded for one reading."""

    model_config = ConfigDict(frozen=True)

    reading: int
    favourable: bool
    summary: Bilingual
    at: datetime
    decision: MeetingDecision | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a referral depends on: the bill, its committee, and whether it was referred before."""

    bill_open: bool = False
    committee_chaired: bool = False
    referred_before: bool = False


NO_PROSPECT = Prospect()


@dataclass(eq=False)
class Referral(Aggregate):
    """`reading` is the one for which the committee concludes next, or concluded last.

    Attributes:
        plans: the plans of the work, oldest first; the newest one counts.
        days: the days fixed for the conclusions, oldest first.
        conclusion_day: the one that counts for the reading to come.
        decision: of the meeting that voted for the conclusion on the reading to come.
        prospect: what the referral depends on before it is made; this and what follows is not
            kept.
        passed: the reading that the Kurultai just passed.
        withdrawn: whether the bill was.
        considered: what the act that is being taken is about.
    """

    id: UUID
    bill_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    reading: int = 1
    conclusions: tuple[Conclusion, ...] = ()
    co_committees: tuple[CoCommittee, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    rapporteur: Rapporteur | None = None
    working_group_id: UUID | None = None
    plans: tuple[Plan, ...] = ()
    days: tuple[DayFixed, ...] = ()
    conclusion_day: date | None = None
    dissents: tuple[Dissent, ...] = ()
    decision: MeetingDecision | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    stage: ReferralStage = ReferralStage.NEW
    version: int = 0
    prospect: Prospect = NO_PROSPECT
    passed: int | None = None
    withdrawn: bool = False
    considered: Considered = NOTHING

    def begin(self, reading: int) -> None:
        """The committee works for that reading now; no day is fixed for it yet."""
        self.reading = reading
        self.conclusion_day = self.decision = None

    def fix(self, fixed: DayFixed) -> None:
        """The committee concludes by that day."""
        self.days = (*self.days, fixed)
        self.conclusion_day = fixed.day

    @property
    def plan(self) -> Plan | None:
        """The plan that counts."""
        return self.plans[-1] if self.plans else None

    def follow_up(self, number: int | None) -> FollowUp | None:
        """The follow-up of that number."""
        return next((one for one in self.follow_ups if one.number == number), None)

    def co_committee(self, committee_id: UUID | None) -> CoCommittee | None:
        """The co-committee of that id."""
        return next((one for one in self.co_committees if one.committee_id == committee_id), None)

    def has_opined(self, committee_id: UUID) -> bool:
        """Whether the committee has given its opinion for the reading to come."""
        return any(
            (one.committee_id, one.reading) == (committee_id, self.reading) for one in self.opinions
        )

    def has_dissented(self, person_id: UUID | None) -> bool:
        """Whether the member has attached an opinion to the newest conclusion."""
        mine = (person_id, self.reading)
        return any((one.person_id, one.reading) == mine for one in self.dissents)
