"""What the committees service tells of the work on a bill between its referral and its reading."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Line
from shared.kernel.event import Fact


class BillWorkFact(Fact):
    """A fact about the work of committees on one bill."""

    about: ClassVar[str] = "referral"

    referral_id: UUID
    bill_id: UUID


class CoCommitteeNamed(BillWorkFact):
    """Another committee is to give its opinion on the bill."""

    type: ClassVar[str] = "committees.co_committee_named.v1"

    committee_id: UUID
    committee_name: Bilingual


class CoCommitteeOpined(BillWorkFact):
    """A co-committee gave its opinion for a reading."""

    type: ClassVar[str] = "committees.co_committee_opined.v1"

    committee_id: UUID
    committee_name: Bilingual
    reading: int
    favourable: bool
    summary: Bilingual


class RapporteurAppointed(BillWorkFact):
    """A member of the lead committee reports on the bill from now on."""

    type: ClassVar[str] = "committees.rapporteur_appointed.v1"

    person_id: UUID
    name: Bilingual


class WorkingGroupAttached(BillWorkFact):
    """A working group works on the bill; who belongs to it is told of the body."""

    type: ClassVar[str] = "committees.working_group_attached.v1"

    working_group_id: UUID


class WorkPlanned(BillWorkFact):
    """The plan of the committee's work was made, or changed for the `times`-th time."""

    type: ClassVar[str] = "committees.work_planned.v1"

    reading: int
    times: int
    first_day: date
    last_day: date


class ConclusionDayFixed(BillWorkFact):
    """The day is fixed by which the lead committee concludes for a reading.

    `earlier` is the day that was fixed before, where it is moved; `ground` the decision.
    """

    type: ClassVar[str] = "committees.conclusion_day_fixed.v1"

    reading: int
    day: date
    earlier: date | None = None
    ground: Line


class DissentAttached(BillWorkFact):
    """A member of the lead committee attached an opinion of their own to its conclusion."""

    type: ClassVar[str] = "committees.dissent_attached.v1"

    reading: int
    person_id: UUID
    name: Bilingual


TELLS = (
    CoCommitteeNamed,
    CoCommitteeOpined,
    RapporteurAppointed,
    WorkingGroupAttached,
    WorkPlanned,
    ConclusionDayFixed,
    DissentAttached,
)
