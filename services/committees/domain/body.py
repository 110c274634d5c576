"""A body of the Kurultai, and who belongs to it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.committees.domain.register_stages import BodyStage, MembershipStage
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Body(Aggregate):
    """A commission, working group, deputies' group or the Bureau; or a standing committee.

    Attributes:
        within: the body that formed it, of a working group.
        name_taken: whether another body of the convocation bears the name; this and what
            follows is not kept.
        bureau_there: whether the convocation has its coordinating body already.
        host: the stage of the body `within` which it is.
    """

    id: UUID
    convocation_id: UUID
    kind: BodyKind
    name: Bilingual
    since: datetime
    within: UUID | None = None
    until: datetime | None = None
    ended_on: str | None = None
    stage: BodyStage = BodyStage.NEW
    version: int = 0
    name_taken: bool = False
    bureau_there: bool = False
    host: BodyStage | None = None


@dataclass(eq=False)
class Membership(Aggregate):
    """A person belongs to a body from `since` on and no longer at `until`.

    Attributes:
        name: as the body's list has it; of deputies that of the mandate.
        body: the body, read with it; this and what follows is not kept.
        is_deputy: whether the person holds a mandate now.
        belongs: whether the person belongs to the body already.
    """

    id: UUID
    body_id: UUID
    person_id: UUID
    capacity: Capacity
    name: Bilingual
    since: datetime
    until: datetime | None = None
    ended_on: str | None = None
    stage: MembershipStage = MembershipStage.NEW
    version: int = 0
    body: Body | None = None
    is_deputy: bool = False
    belongs: bool = False
