"""The ballot box: the one way in for a ballot, a single round trip to the database.

Connections of its own, without a session around them: a ballot is one statement and one commit.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy.dialects.postgresql.asyncpg import dialect
from sqlalchemy.engine import make_url

from services.voting.domain.ballot import Ballot, Cast, Paper, Verdict
from shared.store.ids import new_id

CAST = "SELECT * FROM cast_ballot($1, $2, $3, $4, $5, $6, $7)"
PATIENCE_SECONDS = 5.0
"""How long a ballot waits for a connection before the deputy is asked to send it again."""


class BallotBox:
    """Takes ballots; what comes of each is decided by the function `cast_ballot`."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    @classmethod
    @asynccontextmanager
    async def opened(cls, url: str, size: int) -> AsyncIterator[Self]:
        """A box in the database at `url`, as SQLAlchemy writes it.

        The database may be away at first: connections are made when they are needed.
        """
        _, where = dialect().create_connect_args(make_url(url))  # type: ignore[no-untyped-call]
        pool = asyncpg.create_pool(
            **where,
            min_size=0,
            max_size=size,
            max_inactive_connection_lifetime=0,
            reset=_left_as_it_was,
        )
        async with pool:
            yield cls(pool)

    async def cast(self, paper: Paper, *, trace: str | None = None) -> Cast:
        """Cast a person's own ballot; the same paper again gets the same ballot back.

        Raises:
            TimeoutError: no connection was free in time; nothing was recorded.
        """
        given = (paper.vote_id, paper.person_id, paper.choice.value, paper.request_id)
        async with self._pool.acquire(timeout=PATIENCE_SECONDS) as connection:
            row = await connection.fetchrow(CAST, *given, new_id(), new_id(), trace)
        verdict = Verdict(row["verdict"])
        return Cast(verdict, _standing(paper, row), row["ended_at"], row["late_ms"])


def _standing(paper: Paper, row: Any) -> Ballot | None:
    """The ballot that stands; only a paper that was taken, now or before, has one."""
    if row["ballot_id"] is None:
        return None
    return Ballot(
        id=row["ballot_id"],
        vote_id=paper.vote_id,
        person_id=paper.person_id,
        choice=paper.choice,
        request_id=paper.request_id,
        recorded_at=row["recorded_at"],
        rules=row["rules"],
    )


async def _left_as_it_was(_: Any) -> None:
    """A function call leaves nothing behind on its connection that would have to be reset."""
