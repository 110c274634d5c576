"""Committees for tests: who belongs to them, and how they sit."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from shared.contracts.bodies import BodyKind, Capacity
from shared.kernel.actor import Role
from tests.voting.floor import LONG_AGO, Floor

MEMBERS = 11
NAME = '{"kk": "Қаржы комитеті", "ru": "Комитет по финансам"}'


class Committee:
    """A committee of the first deputies after `start`; its chair is the first of them."""

    def __init__(self, floor: Floor, start: int = 20) -> None:
        self.floor = floor
        self.id = uuid4()
        self.members = floor.deputies[start : start + MEMBERS]
        self.chair = self.members[0]
        self.quorum = MEMBERS // 2 + 1

    async def be_formed(self) -> "Committee":
        """Fill the register as committees would tell it."""
        await self.floor.admin.execute(
            "INSERT INTO register_bodies (body_id, convocation_id, kind, name, since) "
            "VALUES ($1, $2, $3, $4, $5)",
            *(self.id, uuid4(), BodyKind.STANDING_COMMITTEE.value, NAME, LONG_AGO),
        )
        for person_id in self.members:
            await self.join(person_id)
        await self.floor.admin.execute(
            "INSERT INTO register_offices (office_id, role, body_id, person_id, since) "
            "VALUES ($1, $2, $3, $4, $5)",
            *(uuid4(), Role.COMMITTEE_CHAIR.value, self.id, self.chair, LONG_AGO),
        )
        return self

    async def join(self, person_id: UUID, capacity: Capacity = Capacity.MEMBER) -> None:
        await self.floor.admin.execute(
            "INSERT INTO register_memberships "
            "(membership_id, body_id, person_id, capacity, since) VALUES ($1, $2, $3, $4, $5)",
            *(uuid4(), self.id, person_id, capacity.value, LONG_AGO),
        )

    async def leave(self, person_id: UUID) -> None:
        await self.floor.admin.execute(
            "UPDATE register_memberships SET until = clock_timestamp() "
            "WHERE person_id = $1 AND body_id = $2",
            *(person_id, self.id),
        )

    async def call(self, *, by: UUID | None = None, status: int | None = None, **but: Any) -> Any:
        """Call a sitting of it within the hour."""
        soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        body = {"starts_at": soon, "body_ids": [str(self.id)]} | but
        return await self.floor.post("/sittings", body, by=by or self.chair, status=status)

    async def sit(self, present: int = MEMBERS, **but: Any) -> str:
        """An open sitting of it, with so many of its members present."""
        sitting_id: str = (await self.call(**but))["id"]
        await self.floor.post(f"/sittings/{sitting_id}/registration-opening", by=self.chair)
        await self.floor.write_down(sitting_id, self.members[:present])
        await self.floor.post(f"/sittings/{sitting_id}/opening", by=self.chair)
        return sitting_id
