"""What clients are shown of the work of committees on bills."""

from datetime import date
from uuid import UUID

from pydantic import Field

from services.committees.domain.bill_work import (
    CoCommittee,
    DayFixed,
    Dissent,
    Opinion,
    Plan,
    Rapporteur,
)
from services.committees.domain.meeting import FollowUp, MeetingDecision
from services.committees.domain.referral import Conclusion
from services.committees.domain.stages import ReferralStage
from shared.contracts.words import Bilingual
from shared.web.shapes import Shown


class ReferralShown(Shown):
    """A bill before its lead committee."""

    id: UUID
    version: int
    stage: ReferralStage
    bill_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    reading: int = Field(description="The reading that the committee concludes on.")
    conclusions: tuple[Conclusion, ...]
    co_committees: tuple[CoCommittee, ...]
    opinions: tuple[Opinion, ...] = Field(description="Of the co-committees, for each reading.")
    rapporteur: Rapporteur | None
    working_group_id: UUID | None = Field(description="A body, with its members.")
    conclusion_day: date | None = Field(description="Fixed for the reading to come.")
    days: tuple[DayFixed, ...] = Field(description="Every day that was fixed, oldest first.")
    plan: Plan | None = Field(description="The plan that counts; earlier ones are at `plans`.")
    dissents: tuple[Dissent, ...] = Field(description="Opinions of members, for each reading.")
    decision: MeetingDecision | None = Field(description="For the reading to come.")
    follow_ups: tuple[FollowUp, ...]
