"""What the hearings service tells the others."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.hearings_held import TELLS as OF_HOLDING
from shared.contracts.hearings_public import TELLS as OF_PUBLIC
from shared.contracts.hearings_themed import TELLS as ON_THEMES
from shared.contracts.recommendations import TELLS as OF_RECOMMENDATIONS
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class HearingCalled(Fact):
    """A hearing on a bill is called for `starts_at`."""

    type: ClassVar[str] = "hearings.hearing_called.v1"
    about: ClassVar[str] = "hearing"

    hearing_id: UUID
    bill_id: UUID
    theme: Bilingual
    initiator: Role
    body_id: UUID | None = None
    starts_at: AwareDatetime
    provision: str


class HearingHeld(Fact):
    """The hearing took place."""

    type: ClassVar[str] = "hearings.hearing_held.v1"
    about: ClassVar[str] = "hearing"

    hearing_id: UUID
    bill_id: UUID
    provision: str


class RecommendationsAdopted(Fact):
    """The hearing's recommendations were adopted by those deputies who took part."""

    type: ClassVar[str] = "hearings.recommendations_adopted.v1"
    about: ClassVar[str] = "hearing"

    hearing_id: UUID
    bill_id: UUID
    recommendations: tuple[Bilingual, ...]
    votes_for: int
    taking_part: int
    provision: str


class HearingCancelled(Fact):
    """The hearing will not be held."""

    type: ClassVar[str] = "hearings.hearing_cancelled.v1"
    about: ClassVar[str] = "hearing"

    hearing_id: UUID
    bill_id: UUID
    reason: Bilingual


TELLS = (
    HearingCalled,
    HearingHeld,
    RecommendationsAdopted,
    HearingCancelled,
    *ON_THEMES,
    *OF_HOLDING,
    *OF_PUBLIC,
    *OF_RECOMMENDATIONS,
)
