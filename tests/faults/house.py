"""The voting service at work on the ground, its 145 deputies, and a superuser beside them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import sqlalchemy as sa

from services.voting.service import SERVICE
from shared.kernel.text import Language
from shared.service import Running, serving
from shared.settings import Settings
from tests.faults.ground import VOTING, Ground, as_superuser
from tests.faults.hearer import SECRET
from tests.voting import signing
from tests.voting.floor import Floor

CLONED = """
WITH clone AS MATERIALIZED (
    SELECT gen_random_uuid() AS new_vote, gen_random_uuid() AS new_question
    FROM generate_series(1, $2)
), asked AS (
    INSERT INTO questions
    SELECT (jsonb_populate_record(q, jsonb_build_object('id', new_question))).*
    FROM clone, questions q JOIN votes v ON v.question_id = q.id WHERE v.id = $1
), opened AS (
    INSERT INTO votes
    SELECT (jsonb_populate_record(v, jsonb_build_object(
        'id', new_vote, 'question_id', new_question,
        'closes_at', clock_timestamp() + interval '1 hour'
    ))).*
    FROM clone, votes v WHERE v.id = $1
), listed AS (
    INSERT INTO roll
    SELECT (jsonb_populate_record(r, jsonb_build_object('vote_id', new_vote))).*
    FROM clone, roll r WHERE r.vote_id = $1
)
SELECT new_vote FROM clone
"""


def settings_for(ground: Ground, **but: Any) -> Settings:
    given = {
        "database_url": ground.database_url(VOTING),
        "nats_url": ground.nats.url(VOTING),
        "language": Language.EN,
        "pool_size": 16,
        "secret": SECRET,
        "log_level": "error",
    }
    return Settings(**given | but)


@dataclass(frozen=True)
class House:
    """The voting service at work, its 145 deputies, and a superuser whom no trigger stops."""

    floor: Floor
    running: Running
    admin: asyncpg.Connection

    async def open_votes(self, number: int) -> list[UUID]:
        """So many open votes: one opened by the Chair, and copies of it."""
        first = UUID(await self.floor.open_vote())
        rows = await self.admin.fetch(CLONED, first, number)
        return [row["new_vote"] for row in rows]

    async def on_record(self, vote_id: UUID) -> dict[UUID, str]:
        """By deputy, the choice that was kept."""
        query = "SELECT person_id, choice #>> '{}' AS choice FROM ballots WHERE vote_id = $1"
        return {row["person_id"]: row["choice"] for row in await self.admin.fetch(query, vote_id)}


@asynccontextmanager
async def house_on(
    ground: Ground, *, with_worker: bool = False, **settings: Any
) -> AsyncIterator[House]:
    """The service as it is assembled for production, but for who signs its tokens.

    Args:
        ground: where it runs.
        with_worker: whether it tells its facts and closes votes on time.
        settings: that differ, as the URL of a wire that fails.
    """
    chosen = settings_for(ground, **settings)
    async with (
        as_superuser(ground) as admin,
        serving(SERVICE, chosen, with_worker=with_worker) as running,
    ):
        await running.app.state.verifier.aclose()
        running.app.state.verifier = signing.verifier(chosen)
        transport = httpx.ASGITransport(running.app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://voting", timeout=60
        ) as http:
            floor = Floor(admin, http, running.app.state.ballot_box, chosen)
            await floor.be_seated()
            yield House(floor, running, admin)
    await _emptied(ground)


async def _emptied(ground: Ground) -> None:
    async with as_superuser(ground) as admin:
        tables = SERVICE.metadata.sorted_tables
        await admin.execute("; ".join(str(sa.delete(table)) for table in tables))
