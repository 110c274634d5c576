"""A chamber formed through the service's own routes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx

from shared.kernel.occasion import day_of
from tests.a_service import signed
from tests.committees.builders import numbered


class Refused(Exception):
    """The service answered with a problem."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(f"{answer.status_code} {answer.text}")
        self.status = answer.status_code
        self.problem: dict[str, Any] = answer.json()

    @property
    def unmet(self) -> list[str]:
        return [one["sentence"] for one in self.problem["unmet"]]


@dataclass
class Chamber:
    """Who is who. People act with their own tokens."""

    http: httpx.AsyncClient
    registrar: UUID
    convocation: str = ""
    majority: str = ""
    opposition: str = ""
    chair: UUID = field(default_factory=uuid4)
    seated: int = 0
    sides: set[str] = field(default_factory=set)

    @property
    def today(self) -> str:
        return day_of(datetime.now(UTC)).isoformat()

    async def form(self) -> None:
        self.convocation = (await self.post("/convocations", {"number": 1}))["id"]
        self.majority = await self.faction("№ 1 фракция", opposition=False)
        self.opposition = await self.faction("№ 2 фракция", opposition=True)
        await self.seat(self.chair, self.majority)
        await self.office(self.chair, "chair")

    async def post(
        self, path: str, body: dict[str, Any] | None = None, by: UUID | None = None, **headers: str
    ) -> dict[str, Any]:
        """Act; the registrar does unless told otherwise. Raises Refused."""
        who = signed(by or self.registrar)
        answer = await self.http.post(path, json=body, headers=who | headers)
        if answer.is_error:
            raise Refused(answer)
        shown: dict[str, Any] = answer.json()
        return shown

    async def get(self, path: str, by: UUID | None = None, **asked: str) -> Any:
        headers = signed(by) if by else {}
        answer = await self.http.get(path, params=asked, headers=headers)
        if answer.is_error:
            raise Refused(answer)
        return answer.json()

    async def faction(self, name: str, *, opposition: bool) -> str:
        body = {
            "convocation_id": self.convocation,
            "name": {"kk": name, "ru": name},
            "opposition": opposition,
        }
        faction_id: str = (await self.post("/factions", body))["id"]
        return faction_id

    async def seat(self, person_id: UUID, faction_id: str | None, **but: Any) -> dict[str, Any]:
        self.seated += 1
        if faction_id:
            self.sides.add(faction_id)
        return await self.post("/mandates", self.mandate(person_id, faction_id, **but))

    def mandate(self, person_id: UUID, faction_id: str | None, **but: Any) -> dict[str, Any]:
        number = but.get("number", self.seated)
        whole = {
            "convocation_id": self.convocation,
            "person_id": str(person_id),
            "number": number,
            "name": numbered(number).model_dump(),
            "faction_id": faction_id,
        }
        return whole | but

    async def of_the_majority(self) -> UUID:
        """A new deputy of the majority."""
        return await self._new(self.majority)

    async def of_the_opposition(self) -> UUID:
        return await self._new(self.opposition)

    async def _new(self, faction_id: str) -> UUID:
        person_id = uuid4()
        await self.seat(person_id, faction_id)
        return person_id

    async def office(
        self, person_id: UUID, role: str, body_id: str | None = None
    ) -> dict[str, Any]:
        body = {"person_id": str(person_id), "role": role, "ground": "Resolution No. 1"}
        where = {"body_id": body_id} if body_id else {}
        return await self.post("/offices", body | where)

    async def committee(self, number: int = 1, *, reserved: bool = False) -> str:
        name = {"kk": f"№ {number} комитет", "ru": f"Комитет № {number}"}
        body = {
            "convocation_id": self.convocation,
            "name": name,
            "reserved_for_opposition": reserved,
        }
        committee_id: str = (await self.post("/committees", body, by=self.chair))["id"]
        await self.consult(committee_id)
        return committee_id

    async def consult(self, *committee_ids: str, by: UUID | None = None) -> dict[str, Any]:
        """Every faction that has deputies takes part."""
        body = {
            "held_on": self.today,
            "committee_ids": list(committee_ids),
            "voices": [{"faction_id": one} for one in sorted(self.sides)],
            "outcome": {"kk": "Келісілді.", "ru": "Согласовано."},
        }
        path = f"/convocations/{self.convocation}/consultations"
        return await self.post(path, body, by=by or self.chair)

    async def nominate(self, committee_id: str, person_id: UUID) -> dict[str, Any]:
        body = {"committee_id": committee_id, "person_id": str(person_id)}
        return await self.post("/candidacies", body, by=self.chair)
