"""The database's part of casting, 64 at once: the box, beside one ORM transaction a ballot."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from chamber import Floor
from sqlalchemy import JSON
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from kurultai.plan import Plan
from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.ballot_box import BallotBox

LANES, VOTES, ORM_BALLOTS = 64, 20, 1_000
SCRATCH = """
CREATE TABLE usual_ballots (
    vote_id uuid, person_id uuid, id uuid UNIQUE, choice jsonb, request_id uuid,
    recorded_at timestamptz, PRIMARY KEY (vote_id, person_id)
);
CREATE TABLE usual_outbox (event_id uuid PRIMARY KEY, body jsonb, at timestamptz);
GRANT SELECT, INSERT ON usual_ballots, usual_outbox TO kurultai_voting
"""


class Base(DeclarativeBase):
    """Tables of this measurement."""


class UsualBallot(Base):
    __tablename__ = "usual_ballots"
    vote_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    choice: Mapped[Any] = mapped_column(JSON)
    request_id: Mapped[UUID]
    recorded_at: Mapped[datetime]


class UsualFact(Base):
    __tablename__ = "usual_outbox"
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    body: Mapped[Any] = mapped_column(JSON)
    at: Mapped[datetime]


async def through_the_box(at: Floor) -> float:
    """Ballots a second, judged and committed."""
    votes = [UUID(await at.open_vote()) for _ in range(VOTES)]
    people = [UUID(deputy.person.id) for deputy in at.chamber.deputies]
    papers = [Paper(vote, person, "for", uuid4()) for vote in votes for person in people]
    async with BallotBox.opened(_settings(at)["database_url"]) as box:

        async def cast(paper: Paper) -> None:
            if (await box.cast(paper)).verdict is not Verdict.ACCEPTED:
                raise RuntimeError("a ballot was not taken")

        return await _a_second(cast, papers)


async def one_by_one(at: Floor) -> float:
    """The limit: a session and a commit for each ballot and its fact, with nothing judged."""
    owner = await asyncpg.connect(_settings(at)["owner_database_url"].replace("+asyncpg", ""))
    await owner.execute(SCRATCH)
    await owner.close()
    url = _settings(at)["database_url"]
    engine = create_async_engine(url, pool_size=LANES, max_overflow=0)

    async def record(request: UUID) -> None:
        async with AsyncSession(engine) as session, session.begin():
            now, vote, person = datetime.now(UTC).replace(tzinfo=None), uuid4(), uuid4()
            session.add(UsualBallot(vote_id=vote, person_id=person, id=uuid4(), choice="for",
                                    request_id=request, recorded_at=now))  # fmt: skip
            session.add(UsualFact(event_id=uuid4(), body={"vote_id": str(vote)}, at=now))

    try:
        return await _a_second(record, [uuid4() for _ in range(ORM_BALLOTS)])
    finally:
        await engine.dispose()


async def _a_second[T](do: Callable[[T], Awaitable[None]], things: list[T]) -> float:
    left = iter(things)

    async def lane(left: Iterator[T]) -> None:
        for thing in left:
            await do(thing)

    began = time.perf_counter()
    await asyncio.gather(*(lane(left) for _ in range(LANES)))
    return len(things) / (time.perf_counter() - began)


def _settings(at: Floor) -> dict[str, str]:
    plan = Plan.model_validate_json((at.folder.path / "plan.json").read_bytes())
    return plan.settings["voting"]
