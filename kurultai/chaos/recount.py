"""The third count: the table of ballots, read past the service by the role that owns it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy.engine import make_url

from kurultai.chaos.records import Kept
from kurultai.client import NeverHappened

# A choice is text or JSON, as the version of the table has it.
BALLOTS = """
SELECT person_id::text, to_jsonb(choice) #>> '{}' AS choice, request_id::text, recorded_at
FROM ballots
WHERE vote_id = $1::text::uuid
ORDER BY person_id, request_id
"""
# What asyncpg raises when the server is killed under it has no common family.
AWAY = (
    OSError,
    TimeoutError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
PATIENCE_S = 60.0
PAUSE_S = 0.1


@dataclass(slots=True)
class Table:
    """The table of ballots.

    Args:
        url: of the voting service's database, as its owner; as SQLAlchemy writes it.
    """

    url: str = field(repr=False)
    _connection: Any = None
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    @asynccontextmanager
    async def at(cls, url: str) -> AsyncIterator[Self]:
        """The table in the database at `url`, until the end of the block."""
        table = cls(url)
        try:
            yield table
        finally:
            table._leave()

    async def kept(self, vote_id: str) -> tuple[Kept, ...]:
        """The rows of a vote, asked for until the database answers. Raises NeverHappened."""
        give_up_at = time.monotonic() + PATIENCE_S
        async with self._asking:
            while time.monotonic() < give_up_at:
                try:
                    return await self._read(vote_id)
                except AWAY:
                    self._leave()
                    await asyncio.sleep(PAUSE_S)
        raise NeverHappened(f"PostgreSQL did not answer within {PATIENCE_S:.0f} s.")

    def _leave(self) -> None:
        if self._connection:
            self._connection.terminate()
            self._connection = None

    async def _read(self, vote_id: str) -> tuple[Kept, ...]:
        if self._connection is None:
            plain = make_url(self.url).set(drivername="postgresql")
            where = plain.render_as_string(hide_password=False)
            self._connection = await asyncpg.connect(where, timeout=5, command_timeout=20)
        rows = await self._connection.fetch(BALLOTS, vote_id)
        return tuple(Kept(**dict(row)) for row in rows)
