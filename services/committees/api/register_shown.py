"""What clients are shown of bodies, sessions, and the chamber at a moment."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from services.committees.domain.register_stages import (
    BodyStage,
    MembershipStage,
    SessionKind,
    SessionStage,
)
from services.committees.domain.session import Call
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.web.shapes import Shown


class BodyShown(Shown):
    """A body: there from `since` on, and no longer at `until`."""

    id: UUID
    version: int
    stage: BodyStage
    convocation_id: UUID
    kind: BodyKind
    name: Bilingual
    within: UUID | None
    since: datetime
    until: datetime | None
    ended_on: str | None


class MembershipShown(Shown):
    """A person in a body: from `since` on, and no longer at `until`."""

    id: UUID
    version: int
    stage: MembershipStage
    body_id: UUID
    person_id: UUID
    capacity: Capacity
    name: Bilingual
    since: datetime
    until: datetime | None
    ended_on: str | None


class SessionShown(Shown):
    """A session of the Kurultai."""

    id: UUID
    version: int
    stage: SessionStage
    convocation_id: UUID
    kind: SessionKind
    number: int
    call: Call | None = Field(description="Of an extraordinary session: who asked, about what.")
    since: datetime
    until: datetime | None


class VoterShown(Shown):
    """A mandate as it was in force at the moment asked for."""

    mandate_id: UUID
    person_id: UUID
    number: int
    name: Bilingual
    since: datetime
    faction_id: UUID | None
    faction_name: Bilingual | None
    opposition: bool | None = Field(description="The side of the faction; null without one.")


class MemberAtShown(Shown):
    """Who belonged to a body at the moment asked for."""

    person_id: UUID
    name: Bilingual
    capacity: Capacity
    since: datetime


class BodyAtShown(Shown):
    """A body as it was at the moment asked for."""

    body_id: UUID
    kind: BodyKind
    name: Bilingual
    within: UUID | None
    members: list[MemberAtShown]

    @classmethod
    def of_rows(cls, rows: Iterable[Any]) -> list[Self]:
        grouped = (list(of_one) for _, of_one in groupby(rows, key=lambda row: row.body_id))
        return [cls._of(of_one) for of_one in grouped]

    @classmethod
    def _of(cls, rows: list[Any]) -> Self:
        first = rows[0]
        return cls(
            body_id=first.body_id,
            kind=first.kind,
            name=first.name,
            within=first.within,
            members=[
                MemberAtShown(
                    person_id=row.person_id,
                    name=row.member_name,
                    capacity=row.capacity,
                    since=row.since,
                )
                for row in rows
                if row.membership_id
            ],
        )


class FactionAtShown(Shown):
    """A faction with the side that it was on."""

    faction_id: UUID
    name: Bilingual
    opposition: bool


class OfficeAtShown(Shown):
    """An office that was held."""

    office_id: UUID
    role: Role
    person_id: UUID
    body_id: UUID | None
    since: datetime


class SessionAtShown(Shown):
    """The session that was on."""

    session_id: UUID
    kind: SessionKind
    number: int
    convocation: int = Field(description="The number of its convocation.")
    since: datetime


class InstantShown(Shown):
    """The chamber at one moment, a past one or now."""

    at: datetime
    session: SessionAtShown | None
    voters: list[VoterShown]
    factions: list[FactionAtShown]
    bodies: list[BodyAtShown]
    offices: list[OfficeAtShown]
