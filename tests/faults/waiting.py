"""Waiting for what happens in servers, where nobody calls us when it has."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(true: Callable[[], Awaitable[bool]], *, within_s: float) -> None:
    """Ask until it is so. Raises TimeoutError."""
    async with asyncio.timeout(within_s):
        while not await true():  # noqa: ASYNC110 see above
            await asyncio.sleep(0.05)
