"""What the committees service tells the others: composition, and the committees' work."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.bodies import TELLS as OF_BODIES
from shared.contracts.committee_meetings import TELLS as OF_MEETINGS
from shared.contracts.committee_work import TELLS as OF_BILL_WORK
from shared.contracts.conclusion_requests import TELLS as OF_CONCLUSION_REQUESTS
from shared.contracts.requests import TELLS as OF_REQUESTS
from shared.contracts.sessions import TELLS as OF_SESSIONS
from shared.contracts.words import Bilingual, Line, Question
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class ConvocationFormed(Fact):
    """A new convocation of so many seats began to form."""

    type: ClassVar[str] = "committees.convocation_formed.v1"
    about: ClassVar[str] = "convocation"

    convocation_id: UUID
    number: int
    seats: int


class ConvocationConstituted(Fact):
    """The committees are formed and chaired as the rules guarantee: the Kurultai may work."""

    type: ClassVar[str] = "committees.convocation_constituted.v1"
    about: ClassVar[str] = "convocation"

    convocation_id: UUID


class FactionFormed(Fact):
    """Deputies formed a faction, which declares itself of the opposition or not."""

    type: ClassVar[str] = "committees.faction_formed.v1"
    about: ClassVar[str] = "faction"

    faction_id: UUID
    convocation_id: UUID
    name: Bilingual
    opposition: bool


class FactionChangedSides(Fact):
    """A faction declared that it joins or leaves the opposition."""

    type: ClassVar[str] = "committees.faction_changed_sides.v1"
    about: ClassVar[str] = "faction"

    faction_id: UUID
    opposition: bool


class MandateBegan(Fact):
    """A deputy holds a mandate from `since` on."""

    type: ClassVar[str] = "committees.mandate_began.v1"
    about: ClassVar[str] = "mandate"

    mandate_id: UUID
    convocation_id: UUID
    person_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None = None
    since: AwareDatetime
    succeeds: UUID | None = None


class MandateEnded(Fact):
    """A mandate ended at `until`, which no longer belongs to it."""

    type: ClassVar[str] = "committees.mandate_ended.v1"
    about: ClassVar[str] = "mandate"

    mandate_id: UUID
    person_id: UUID
    until: AwareDatetime
    ground: Line
    because: Line = "other"


class OfficeTaken(Fact):
    """A person took an office at `since`; `body_id` is its committee or faction, if any."""

    type: ClassVar[str] = "committees.office_taken.v1"
    about: ClassVar[str] = "office"

    office_id: UUID
    person_id: UUID
    role: Role
    body_id: UUID | None = None
    since: AwareDatetime


class OfficeLeft(Fact):
    """A person left an office at `until`, which no longer belongs to it."""

    type: ClassVar[str] = "committees.office_left.v1"
    about: ClassVar[str] = "office"

    office_id: UUID
    person_id: UUID
    role: Role
    body_id: UUID | None = None
    until: AwareDatetime


class CommitteeFormed(Fact):
    """A standing committee exists; its chair may be reserved for the opposition."""

    type: ClassVar[str] = "committees.committee_formed.v1"
    about: ClassVar[str] = "committee"

    committee_id: UUID
    convocation_id: UUID
    name: Bilingual
    reserved_for_opposition: bool


class ChairNominated(Fact):
    """A deputy is nominated to chair a committee; the Kurultai is asked to elect."""

    type: ClassVar[str] = "committees.chair_nominated.v1"
    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    committee_id: UUID
    person_id: UUID
    question: Question


class ChairElected(Fact):
    """The Kurultai elected the candidate."""

    type: ClassVar[str] = "committees.chair_elected.v1"
    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    committee_id: UUID
    person_id: UUID
    vote_id: UUID


class ChairNotElected(Fact):
    """The candidate did not get the majority needed."""

    type: ClassVar[str] = "committees.chair_not_elected.v1"
    about: ClassVar[str] = "candidacy"

    candidacy_id: UUID
    committee_id: UUID
    person_id: UUID
    vote_id: UUID


class BillReferred(Fact):
    """A bill went to its lead committee."""

    type: ClassVar[str] = "committees.bill_referred.v1"
    about: ClassVar[str] = "referral"

    referral_id: UUID
    bill_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    provision: str


class ConclusionAdopted(Fact):
    """The lead committee adopted its conclusion for a reading."""

    type: ClassVar[str] = "committees.conclusion_adopted.v1"
    about: ClassVar[str] = "referral"

    referral_id: UUID
    bill_id: UUID
    committee_id: UUID
    committee_name: Bilingual
    reading: int
    favourable: bool
    summary: Bilingual
    provision: str


class WorkResumed(Fact):
    """The bill is back with its lead committee, for the next reading."""

    type: ClassVar[str] = "committees.work_resumed.v1"
    about: ClassVar[str] = "referral"

    referral_id: UUID
    bill_id: UUID
    reading: int


class ReferralEnded(Fact):
    """The committee's work on the bill is over: the bill left parliament, adopted or not."""

    type: ClassVar[str] = "committees.referral_ended.v1"
    about: ClassVar[str] = "referral"

    referral_id: UUID
    bill_id: UUID


TELLS = (
    ConvocationFormed,
    ConvocationConstituted,
    FactionFormed,
    FactionChangedSides,
    MandateBegan,
    MandateEnded,
    OfficeTaken,
    OfficeLeft,
    CommitteeFormed,
    ChairNominated,
    ChairElected,
    ChairNotElected,
    BillReferred,
    ConclusionAdopted,
    WorkResumed,
    ReferralEnded,
    *OF_BODIES,
    *OF_SESSIONS,
    *OF_REQUESTS,
    *OF_BILL_WORK,
    *OF_CONCLUSION_REQUESTS,
    *OF_MEETINGS,
)
