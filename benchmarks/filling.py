"""Ballots and log entries of votes long past, so that what is measured has a history to wade in."""

from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
from chamber import SEATS, Floor
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from kurultai.plan import Plan
from services.voting.store.log import Log

VOTE = """
INSERT INTO votes (id, stage, version, sitting_id, question_id, question, options, items, results,
    runoff, round, prepared_at)
SELECT $1, 'prepared', 1, sitting_id, question_id, question, options, items, '[]', '[]', $2, now()
FROM votes LIMIT 1
"""
ROLL = """
INSERT INTO roll SELECT $1, person_id, mandate_id, number, name, faction_id, registered
FROM roll WHERE vote_id = (SELECT vote_id FROM roll LIMIT 1)
"""
BALLOTS = """
INSERT INTO ballots (vote_id, person_id, id, choice, request_id, recorded_at, source)
SELECT vote_id, person_id, gen_random_uuid(), '"for"', gen_random_uuid(), now(), 'electronic'
FROM roll WHERE vote_id = $1
"""
FIRST_ROUND = 1000


async def fill(at: Floor, ballots: int) -> None:
    """As many ballots as asked, each with its entry in the log."""
    plan = Plan.model_validate_json((at.folder.path / "plan.json").read_bytes())
    settings = plan.settings["voting"]
    owner = await asyncpg.connect(settings["owner_database_url"].replace("+asyncpg", ""))
    for number in range(-(-ballots // SEATS)):
        vote_id = uuid4()
        await owner.execute(VOTE, vote_id, FIRST_ROUND + number)
        await owner.execute(ROLL, vote_id)
        await owner.execute(BALLOTS, vote_id)
    await owner.execute("ANALYZE")
    await owner.close()
    await _log(settings["database_url"], ballots)


async def _log(url: str, entries: int, together: int = 10_000) -> None:
    engine = create_async_engine(url)
    for first in range(0, entries, together):
        written = [
            {"v": 1, "type": "ballot", "vote": str(uuid4()), "n": first + n}
            for n in range(together)
        ]
        async with AsyncSession(engine) as session:
            await Log(session).append(written, datetime.now(UTC))
            await session.commit()
    await engine.dispose()
