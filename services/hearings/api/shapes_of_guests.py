"""What goes in and out about those who come to a hearing."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from services.hearings.actions.take_seat import Comer
from services.hearings.api.shapes import A_THEME
from services.hearings.domain.hearing import Hearing
from services.hearings.domain.inviting import Guest, InvitationStage
from services.hearings.domain.seating import SeatKind, SeatStage
from shared.contracts.words import Line
from shared.web.shapes import Given, Shown


class InvitationGiven(Given):
    """Who is to be invited."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"guest": {"name": A_THEME, "capacity": A_THEME}}]}
    )

    guest: Guest = Field(description="Who, from where, and in what capacity.")


class InvitationShown(Shown):
    """An invitation as it stands."""

    id: UUID
    version: int
    stage: InvitationStage
    hearing_id: UUID
    guest: Guest


class SeatGiven(Given):
    """Who comes to listen."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "media", "name": "Тілші 1", "organisation": "Газет 1"}]
        }
    )

    kind: SeatKind = Field(description="Of the public, or of the media.")
    name: Line = Field(description="As on the identity document; not shown to the public.")
    organisation: Line | None = Field(default=None, description="Of the media: which.")

    def comer(self) -> Comer:
        return Comer(self.kind, self.name, self.organisation)


class SeatShown(Shown):
    """A place, for those who run the hearing."""

    id: UUID
    version: int
    stage: SeatStage
    hearing_id: UUID
    kind: SeatKind
    name: str
    organisation: str | None
    registered_at: datetime


Number = Annotated[int, Field(ge=0)]


class PlacesOfKindShown(Shown):
    """Places of one kind; `places` is None where nobody counts them."""

    places: int | None
    taken: Number
    waiting: Number


class PlacesShown(Shown):
    """How many places there are, are taken and are waited for; nobody's name."""

    public: PlacesOfKindShown
    media: PlacesOfKindShown

    @classmethod
    def of(cls, hearing: Hearing, counted: dict[tuple[SeatKind, SeatStage], int]) -> Self:
        most = {SeatKind.PUBLIC: hearing.places.public, SeatKind.MEDIA: hearing.places.media}
        of_kind = {
            kind.value: PlacesOfKindShown(
                places=most[kind],
                taken=counted.get((kind, SeatStage.ADMITTED), 0),
                waiting=counted.get((kind, SeatStage.WAITING), 0),
            )
            for kind in SeatKind
        }
        return cls(**of_kind)
