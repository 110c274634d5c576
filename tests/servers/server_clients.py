"""Connections to the servers, as the services make them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import nats


@asynccontextmanager
async def database(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def broker(
    url: str, user: str = "admin"
) -> AsyncIterator[tuple[nats.NATS, asyncio.Queue[str]]]:
    """A connection, and what the server refuses on it."""
    refusals: asyncio.Queue[str] = asyncio.Queue()

    async def note(error: Exception) -> None:
        refusals.put_nowait(str(error).lower())

    connection = await nats.connect(
        url, inbox_prefix=f"_INBOX_{user}", error_cb=note, allow_reconnect=False
    )
    try:
        yield connection, refusals
    finally:
        await connection.close()
