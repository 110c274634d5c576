"""The floor of the chamber for tests: who sits there, and how they act over HTTP."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx

from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.ballot_box import BallotBox
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.settings import Settings
from tests.voting import signing
from tests.voting.builders import SEATS

LONG_AGO = datetime(2026, 9, 1, tzinfo=UTC)
TITLE = {"kk": "Күн тәртібі туралы", "ru": "О повестке дня"}


class Floor:
    """A chamber of 145; its acts go through the API, each in the name of whoever takes it."""

    def __init__(
        self,
        admin: asyncpg.Connection,
        http: httpx.AsyncClient,
        box: BallotBox,
        settings: Settings,
    ) -> None:
        self.admin = admin
        self.http = http
        self._box = box
        self._settings = settings
        self.database_url = settings.database_url
        self._headers: dict[UUID, dict[str, str]] = {}
        self.deputies = [uuid4() for _ in range(SEATS)]
        self.chair, self.deputy_chair = self.deputies[:2]
        self.clerk, self.government, self.stranger = uuid4(), uuid4(), uuid4()
        self.mandates = {person_id: uuid4() for person_id in self.deputies}

    async def be_seated(self) -> None:
        """Fill the register as committees would tell it."""
        mandates = [
            (self.mandates[p], uuid4(), n, _named(n), p, LONG_AGO)
            for n, p in enumerate(self.deputies, 1)
        ]
        await self.admin.executemany(
            "INSERT INTO register_mandates "
            "(mandate_id, convocation_id, number, name, person_id, since) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            mandates,
        )
        offices = [
            (uuid4(), Role.CHAIR.value, self.chair, LONG_AGO),
            (uuid4(), Role.DEPUTY_CHAIR.value, self.deputy_chair, LONG_AGO),
            (uuid4(), Role.CLERK.value, self.clerk, LONG_AGO),
            (uuid4(), Role.GOVERNMENT.value, self.government, LONG_AGO),
        ]
        await self.admin.executemany(
            "INSERT INTO register_offices (office_id, role, person_id, since) "
            "VALUES ($1, $2, $3, $4)",
            offices,
        )

    async def end_mandate(self, person_id: UUID) -> None:
        await self.admin.execute(
            "UPDATE register_mandates SET until = clock_timestamp() WHERE person_id = $1",
            person_id,
        )

    def signed(self, person_id: UUID, **more: str) -> dict[str, str]:
        """The headers of the person's requests."""
        if person_id not in self._headers:
            token = signing.token(person_id, self._settings)
            self._headers[person_id] = {"Authorization": f"Bearer {token}"}
        return self._headers[person_id] | more

    async def post(
        self, path: str, body: Any = None, *, by: UUID, status: int | None = None
    ) -> Any:
        """Act, and see that it was answered by that status; without one, by any that is good."""
        answer = await self.http.post(path, json=body, headers=self.signed(by))
        good = answer.is_success if status is None else answer.status_code == status
        assert good, answer.text
        return answer.json()

    async def get(self, path: str, *, by: UUID | None = None) -> Any:
        answer = await self.http.get(path, headers=self.signed(by) if by else {})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def registering(self) -> str:
        """A sitting for which deputies may register."""
        body = {"starts_at": datetime.now(UTC).isoformat()}
        sitting_id: str = (await self.post("/sittings", body, by=self.clerk))["id"]
        await self.post(f"/sittings/{sitting_id}/registration-opening", by=self.chair)
        return sitting_id

    async def write_down(self, sitting_id: str, present: Sequence[UUID]) -> None:
        """Enter registrations as they would be stored, for tests that are not about them."""
        rows = [(uuid4(), UUID(sitting_id), p, datetime.now(UTC)) for p in present]
        await self.admin.executemany(
            "INSERT INTO registrations (id, stage, version, sitting_id, person_id, registered_at) "
            "VALUES ($1, 'registered', 1, $2, $3, $4)",
            rows,
        )

    async def excuse(
        self, sitting_id: str, person_id: UUID, *, status: int | None = None, **but: Any
    ) -> Any:
        """The Apparatus excuses a deputy's absence."""
        paper = {"ground": "mission", "reference": "№ 114-ө", "dated": "2026-11-30"}
        body = {"person_id": str(person_id)} | paper | but
        path = f"/sittings/{sitting_id}/excuses"
        return await self.post(path, body, by=self.clerk, status=status)

    async def sit(self, present: int = SEATS) -> str:
        """An open sitting as it would be stored, with so many present, in order of number."""
        sitting_id, now = uuid4(), datetime.now(UTC)
        await self.admin.execute(
            "INSERT INTO sittings (id, stage, version, starts_at, opened_at) "
            "VALUES ($1, 'open', 3, $2, $2)",
            sitting_id,
            now,
        )
        await self.write_down(str(sitting_id), self.deputies[:present])
        return str(sitting_id)

    async def ask(self, decision: str = "maj_law") -> str:
        body = {"title": TITLE, "decision": decision}
        question_id: str = (await self.post("/questions", body, by=self.clerk))["id"]
        return question_id

    async def prepare(
        self, sitting_id: str, question_id: str, window_seconds: int | None = None, **but: Any
    ) -> str:
        body = {"question_id": question_id, "window_seconds": window_seconds} | but
        path = f"/sittings/{sitting_id}/votes"
        vote_id: str = (await self.post(path, body, by=self.clerk))["id"]
        return vote_id

    async def open_vote(
        self,
        sitting_id: str | None = None,
        decision: str = "maj_law",
        window_seconds: int | None = None,
        question_id: str | None = None,
    ) -> str:
        """An open vote on a new question; in a sitting of its own if none is given."""
        sitting_id = sitting_id or await self.sit()
        question_id = question_id or await self.ask(decision)
        vote_id = await self.prepare(sitting_id, question_id, window_seconds)
        await self.post(f"/votes/{vote_id}/opening", by=self.chair)
        return vote_id

    async def cast(
        self, vote_id: str, person_id: UUID, choice: str = "for", request_id: UUID | None = None
    ) -> httpx.Response:
        body = {"choice": choice, "request_id": str(request_id or uuid4())}
        return await self.http.post(
            f"/votes/{vote_id}/ballot", json=body, headers=self.signed(person_id)
        )

    async def cast_all(self, vote_id: str, choices: Sequence[str]) -> None:
        """The first deputies cast these, all at once and straight into the box."""
        papers = [
            Paper(UUID(vote_id), person_id, choice, uuid4())
            for person_id, choice in zip(self.deputies, choices, strict=False)
        ]
        cast = await asyncio.gather(*map(self._box.cast, papers))
        assert {one.verdict for one in cast} == {Verdict.ACCEPTED}

    async def ballots_in(self, vote_id: str) -> int:
        """How many are on record, whoever asks."""
        count: int = await self.admin.fetchval(
            "SELECT count(*) FROM ballots WHERE vote_id = $1", UUID(vote_id)
        )
        return count

    async def close(self, vote_id: str, status: int | None = None) -> Any:
        return await self.post(f"/votes/{vote_id}/closing", by=self.chair, status=status)

    async def decide(self, vote_id: str) -> Any:
        """Close the vote and proclaim its result."""
        await self.close(vote_id)
        return await self.post(f"/votes/{vote_id}/proclamation", by=self.chair)

    async def end_window(self, vote_id: str, ago: str = "1 second") -> None:
        """Move the end of the window into the past: only a superuser can."""
        await self.admin.execute(
            "UPDATE votes SET closes_at = clock_timestamp() - $2::text::interval WHERE id = $1",
            UUID(vote_id),
            ago,
        )


def _named(number: int) -> str:
    name = Bilingual(kk=f"№ {number} депутат", ru=f"Депутат № {number}")
    return name.model_dump_json()
