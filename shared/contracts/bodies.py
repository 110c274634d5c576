"""What the committees service tells of the Kurultai's bodies and of who belongs to them."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.words import Bilingual, Line
from shared.kernel.event import Fact


class BodyKind(StrEnum):
    """What the Kurultai forms of its deputies (Constitution 2026, art. 56(20), 56(21), 59)."""

    STANDING_COMMITTEE = "standing_committee"
    COMMISSION = "commission"
    WORKING_GROUP = "working_group"
    BUREAU = "bureau"
    DEPUTIES_GROUP = "deputies_group"


class Capacity(StrEnum):
    """In what capacity somebody belongs to a body; only members decide."""

    MEMBER = "member"
    GOVERNMENT = "government"
    EXPERT = "expert"


class BodyFormed(Fact):
    """A body exists; a working group is of the body `within` which it was formed."""

    type: ClassVar[str] = "committees.body_formed.v1"
    about: ClassVar[str] = "body"

    body_id: UUID
    convocation_id: UUID
    kind: BodyKind
    name: Bilingual
    within: UUID | None = None
    since: AwareDatetime


class BodyEnded(Fact):
    """A body was dissolved, or its task is done, at `until`."""

    type: ClassVar[str] = "committees.body_ended.v1"
    about: ClassVar[str] = "body"

    body_id: UUID
    until: AwareDatetime
    ground: Line


class MemberJoined(Fact):
    """A person belongs to a body from `since` on."""

    type: ClassVar[str] = "committees.member_joined.v1"
    about: ClassVar[str] = "membership"

    membership_id: UUID
    body_id: UUID
    person_id: UUID
    capacity: Capacity
    since: AwareDatetime


class MemberLeft(Fact):
    """A person belongs to a body no longer: `until` is the first moment without them."""

    type: ClassVar[str] = "committees.member_left.v1"
    about: ClassVar[str] = "membership"

    membership_id: UUID
    body_id: UUID
    person_id: UUID
    until: AwareDatetime
    ground: Line


class DeputyChangedFaction(Fact):
    """From `since` on a deputy is of another faction, or of none."""

    type: ClassVar[str] = "committees.deputy_changed_faction.v1"
    about: ClassVar[str] = "mandate"

    mandate_id: UUID
    person_id: UUID
    faction_id: UUID | None
    since: AwareDatetime
    ground: Line


TELLS = (BodyFormed, BodyEnded, MemberJoined, MemberLeft, DeputyChangedFaction)
