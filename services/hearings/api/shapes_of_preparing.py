"""What goes in and out while a hearing is prepared, opened and closed."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.hearings.api.shapes import A_THEME
from services.hearings.domain.hearing import Arrangement, Part, Places
from services.hearings.domain.notice import earliest_start
from services.hearings.domain.session import Session, guaranteed, most_in_a_session
from services.hearings.domain.stages import Initiator
from shared.kernel.occasion import Occasion
from shared.kernel.text import Language, Text
from shared.web.shapes import Given, Shown

MOST_PARTS = 100
LENGTH_UNKNOWN = Text(
    kk="Хабарлау мерзімін ешбір дереккөз атамайды.",
    ru="Срок извещения не называет ни один источник.",
    en="No source gives the length of the notice.",
)


class PostponementGiven(Given):
    """Another time."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"starts_at": "2026-12-02T05:00:00Z"}]}
    )

    starts_at: AwareDatetime = Field(description="When it begins instead.")


class ArrangementGiven(Given):
    """The parts of the hearing, in their order, and the places in the room."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "parts": [
                        {"key": "reports", "title": A_THEME, "minutes": 60},
                        {"key": "secrets", "title": A_THEME, "closed": True, "reason": A_THEME},
                    ],
                    "places": {"public": 40, "media": 10},
                }
            ]
        }
    )

    parts: tuple[Part, ...] = Field(
        default=(), max_length=MOST_PARTS, description="A closed one says why."
    )
    places: Places = Field(default=Places(), description="For public and media; null: not counted.")

    def arrangement(self) -> Arrangement:
        return Arrangement(self.parts, self.places)


class NoticeShown(Shown):
    """How early what is called now may begin."""

    computable: bool
    earliest_start: datetime | None
    why: str | None = Field(description="Why it cannot be computed.")
    provision: str

    @classmethod
    def of(cls, occasion: Occasion, language: Language) -> Self:
        earliest = earliest_start(occasion.rules, occasion.at)
        return cls(
            computable=earliest is not None,
            earliest_start=earliest,
            why=LENGTH_UNKNOWN.on(language) if earliest is None else None,
            provision="rules profile: hearing_notice (unknown)",
        )


class ShareShown(Shown):
    """What one initiator has called in the session, and what is left."""

    on_behalf_of: Initiator
    body_id: UUID | None = Field(description="The committee; none for the Bureau and opposition.")
    called: int
    guaranteed: int = Field(description="What nobody may deny.")
    still_guaranteed: int
    most: int | None = Field(description="None where nobody has set it.")
    left: int | None


class SharesShown(Shown):
    """The session, and each initiator's share of it."""

    begins: date | None = Field(description="None where the rules name no sessions.")
    ends: date | None
    shares: list[ShareShown]

    @classmethod
    def of(
        cls, session: Session | None, called: list[tuple[Initiator, UUID | None, int]], on: Occasion
    ) -> Self:
        shares = [_share(key, number, on) for key, number in _by_share(called).items()]
        begins, ends = (session.begins, session.ends) if session else (None, None)
        return cls(begins=begins, ends=ends, shares=shares)


class PresenceShown(Shown):
    """A deputy's registration for a hearing."""

    id: UUID
    version: int
    hearing_id: UUID
    person_id: UUID
    registered_at: datetime


type Sharer = tuple[Initiator, UUID | None]


def _by_share(called: list[tuple[Initiator, UUID | None, int]]) -> dict[Sharer, int]:
    """A committee has a share of its own; factions of the opposition have theirs together."""
    shares: dict[Sharer, int] = {(Initiator.BUREAU, None): 0, (Initiator.OPPOSITION, None): 0}
    for initiator, body_id, number in called:
        sharer = (initiator, body_id if initiator is Initiator.COMMITTEE else None)
        shares[sharer] = shares.get(sharer, 0) + number
    return shares


def _share(sharer: Sharer, called: int, on: Occasion) -> ShareShown:
    initiator, body_id = sharer
    owed, most = guaranteed(on.rules, initiator), most_in_a_session(on.rules, initiator)
    return ShareShown(
        on_behalf_of=initiator,
        body_id=body_id,
        called=called,
        guaranteed=owed,
        still_guaranteed=max(0, owed - called),
        most=most,
        left=None if most is None else max(0, most - called),
    )
