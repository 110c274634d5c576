"""What clients are shown. Offices are in the reader's language, names in the parliament's own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field, computed_field

from services.committees.domain.committee import Committee
from services.committees.domain.faction import Faction
from services.committees.domain.mandate import PROVISIONS, EndCause
from services.committees.domain.office import Office
from services.committees.domain.stages import (
    CommitteeStage,
    ConvocationStage,
    FactionStage,
    MandateStage,
    OfficeStage,
)
from services.committees.store.views import Chamber
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES, Role
from shared.kernel.text import Language
from shared.web.shapes import Shown

type Names = Mapping[UUID, Bilingual]


class ConvocationShown(Shown):
    """A convocation as it stands."""

    id: UUID
    version: int
    stage: ConvocationStage
    number: int
    seats: int


class FactionShown(Shown):
    """A faction and the side it declared."""

    id: UUID
    version: int
    stage: FactionStage
    convocation_id: UUID
    name: Bilingual
    opposition: bool


class SizedFactionShown(FactionShown):
    """A faction with the number of its deputies."""

    deputies: int

    @classmethod
    def of(cls, faction: Faction, deputies: int) -> Self:
        shown = FactionShown.model_validate(faction)
        return cls(**shown.model_dump(), deputies=deputies)


class MandateShown(Shown):
    """A mandate: in force from `since` on, and no longer at `until`."""

    id: UUID
    version: int
    stage: MandateStage
    convocation_id: UUID
    person_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None
    since: datetime
    until: datetime | None
    ended_on: str | None = Field(description="The ground on which it ended.")
    ended_because: EndCause | None
    list_id: UUID | None = Field(description="The party's list by which the seat was taken.")
    list_number: int | None
    succeeds: UUID | None = Field(description="The mandate whose place it took.")

    @computed_field(description="Under which it ended.")  # type: ignore[prop-decorator]
    @property
    def ended_under(self) -> str | None:
        return PROVISIONS[self.ended_because] if self.ended_because else None


class OfficeShown(Shown):
    """An office: held from `since` on, and no longer at `until`."""

    id: UUID
    version: int
    stage: OfficeStage
    role: Role
    role_name: str
    person_id: UUID
    name: Bilingual | None = Field(description="The holder's name, if the service knows it.")
    body_id: UUID | None = Field(description="Its faction or committee.")
    ground: str
    since: datetime
    until: datetime | None
    ended_on: str | None
    last_day: date | None = Field(description="Of the term, if one was decided.")

    @classmethod
    def of(cls, office: Office, names: Names, language: Language) -> Self:
        return cls(
            id=office.id,
            version=office.version,
            stage=office.stage,
            role=office.role,
            role_name=ROLE_NAMES[office.role].on(language),
            person_id=office.person_id,
            name=names.get(office.person_id),
            body_id=office.body_id,
            ground=office.ground,
            since=office.since,
            until=office.until,
            ended_on=office.ended_on,
            last_day=office.last_day,
        )


class HolderShown(Shown):
    """Who holds an office in a committee."""

    office_id: UUID
    person_id: UUID
    name: Bilingual | None
    since: datetime

    @classmethod
    def of(cls, office: Office, names: Names) -> Self:
        return cls(
            office_id=office.id,
            person_id=office.person_id,
            name=names.get(office.person_id),
            since=office.since,
        )


class CommitteeShown(Shown):
    """A standing committee."""

    id: UUID
    version: int
    stage: CommitteeStage
    convocation_id: UUID
    name: Bilingual
    reserved_for_opposition: bool


class ChairedCommitteeShown(CommitteeShown):
    """A standing committee with its chair and its secretaries."""

    chair: HolderShown | None
    secretaries: list[HolderShown]

    @classmethod
    def of(cls, committee: Committee, offices: list[Office], names: Names) -> Self:
        held = [o for o in offices if o.body_id == committee.id]
        chairs, secretaries = (
            [HolderShown.of(o, names) for o in held if o.role is role]
            for role in (Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY)
        )
        shown = CommitteeShown.model_validate(committee)
        return cls(**shown.model_dump(), chair=next(iter(chairs), None), secretaries=secretaries)


class CompositionShown(Shown):
    """The chamber as it stands at this moment."""

    convocation: ConvocationShown | None = Field(description="The newest; null before the first.")
    seats: int
    mandates: int = Field(description="Those in force.")
    vacant: int
    opposition: int = Field(description="Deputies of factions of the opposition.")
    unaffiliated: int = Field(description="Deputies without a faction.")
    factions: list[SizedFactionShown]
    committees: int
    offices: list[OfficeShown]

    @classmethod
    def of(cls, chamber: Chamber, language: Language) -> Self:
        factions = [SizedFactionShown.of(f, chamber.size_of(f)) for f in chamber.factions]
        newest = chamber.convocation
        return cls(
            convocation=ConvocationShown.model_validate(newest) if newest else None,
            seats=chamber.seats,
            mandates=len(chamber.composition.seats),
            vacant=chamber.seats - len(chamber.composition.seats),
            opposition=sum(f.deputies for f in factions if f.opposition),
            unaffiliated=chamber.size_of(None),
            factions=factions,
            committees=len(chamber.composition.committees),
            offices=[OfficeShown.of(o, chamber.names, language) for o in chamber.offices],
        )
