"""What is told of hearings that are on no bill, and of the way of any hearing to its opening."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class HearingFact(Fact):
    """A fact about a hearing."""

    about: ClassVar[str] = "hearing"

    hearing_id: UUID


class HearingOnThemeCalled(HearingFact):
    """A hearing on a theme, and on no bill, is called for `starts_at`."""

    type: ClassVar[str] = "hearings.hearing_on_theme_called.v1"

    theme: Bilingual
    initiator: Role
    body_id: UUID | None = None
    starts_at: AwareDatetime
    provision: str


class HearingOnThemeHeld(HearingFact):
    """The hearing on a theme took place."""

    type: ClassVar[str] = "hearings.hearing_on_theme_held.v1"

    provision: str


class RecommendationsOnThemeAdopted(HearingFact):
    """The recommendations on a theme were adopted by those deputies who took part."""

    type: ClassVar[str] = "hearings.recommendations_on_theme_adopted.v1"

    recommendations: tuple[Bilingual, ...]
    votes_for: int
    taking_part: int
    provision: str


class HearingOnThemeCancelled(HearingFact):
    """The hearing on a theme will not be held."""

    type: ClassVar[str] = "hearings.hearing_on_theme_cancelled.v1"

    reason: Bilingual


class HearingDecided(HearingFact):
    """Whoever decides under the rules decided that the hearing is held."""

    type: ClassVar[str] = "hearings.hearing_decided.v1"

    provision: str


class HearingDeclined(HearingFact):
    """Whoever decides under the rules decided that the hearing is not held."""

    type: ClassVar[str] = "hearings.hearing_declined.v1"

    reason: Bilingual
    provision: str


class HearingPostponed(HearingFact):
    """The hearing begins at another time."""

    type: ClassVar[str] = "hearings.hearing_postponed.v1"

    starts_at: AwareDatetime


class HearingArranged(HearingFact):
    """Its parts, of which so many are closed, and its places were set."""

    type: ClassVar[str] = "hearings.hearing_arranged.v1"

    parts: int
    closed_parts: int
    places_for_public: int | None = None
    places_for_media: int | None = None


class HearingOpened(HearingFact):
    """The hearing is under way, with so many deputies registered."""

    type: ClassVar[str] = "hearings.hearing_opened.v1"

    registered: int
    provision: str


TELLS = (
    HearingOnThemeCalled,
    HearingOnThemeHeld,
    RecommendationsOnThemeAdopted,
    HearingOnThemeCancelled,
    HearingDecided,
    HearingDeclined,
    HearingPostponed,
    HearingArranged,
    HearingOpened,
)
