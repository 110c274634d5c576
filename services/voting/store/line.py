"""One connection to the database without a session around it, made when it is needed."""

import asyncio
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy.dialects.postgresql.asyncpg import dialect
from sqlalchemy.engine import make_url


class Line:
    """Asks one thing at a time. Whatever goes wrong, the next question has a new connection.

    Args:
        url: of the database, as SQLAlchemy writes it.
        patience_s: for an answer; a connection that gives none is dropped, not waited for.
    """

    def __init__(self, url: str, *, patience_s: float) -> None:
        _, self._where = dialect().create_connect_args(make_url(url))  # type: ignore[no-untyped-call]
        self._patience_s = patience_s
        self._connection: asyncpg.Connection | None = None

    async def fetch(self, query: str, *given: object) -> list[Any]:
        """The rows of one statement, which is its own transaction.

        Raises:
            asyncpg.PostgresError: the database refused it.
            TimeoutError, OSError, asyncpg.InterfaceError, asyncpg.InternalClientError: the
                database is away; it is not known whether the statement was carried out.
        """
        try:
            async with asyncio.timeout(self._patience_s):
                connection = await self._connected()
                rows: list[Any] = await connection.fetch(query, *given)
                return rows
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Let go of the connection without a word to the other side, which may be gone."""
        if self._connection:
            self._connection.terminate()
            self._connection = None

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(**self._where)
        return self._connection
