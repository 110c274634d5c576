"""A hundred clerks who add an item each to one agenda, at once; and one who adds them all."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from kurultai.client import VOTING, Client, Person

CLERKS, STALE = 100, 412


async def edited(base_url: str, client: Client, clerk: Person) -> dict[str, Any]:
    """How long until each of a hundred clerks has added an item; none is lost. Raises RuntimeError.

    The limit is one clerk who adds as many, one after the other: they are as many versions.
    """
    await client.sign_in(clerk)
    headers = {"Authorization": f"Bearer {clerk.token}"}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=60) as http:
        alone = await _filled(http, await _agenda(client, clerk), _in_turn)
        took = await _filled(http, await _agenda(client, clerk), _at_once)
    told = {"median": round(took), "unit": "ms", "limit": round(alone), "lost": 0}
    return told | {"ratio": round(took / alone, 3)}


async def _agenda(client: Client, clerk: Person) -> str:
    """Where a new one is, with nothing on it."""
    soon = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    sitting = await client.post(f"{VOTING}/sittings", {"starts_at": soon}, by=clerk)
    agenda = await client.post(f"{VOTING}/sittings/{sitting['id']}/agenda", by=clerk)
    return f"{VOTING}/agendas/{agenda['id']}"


type Fill = Callable[[httpx.AsyncClient, str], Awaitable[None]]


async def _filled(http: httpx.AsyncClient, path: str, fill: Fill) -> float:
    """Milliseconds until all of a hundred items are there."""
    began = time.perf_counter()
    await fill(http, path)
    took = (time.perf_counter() - began) * 1000
    items = (await http.get(path)).json()["items"]
    if len({item["title"]["ru"] for item in items}) != CLERKS:
        raise RuntimeError(f"{len(items)} of {CLERKS} items are on the agenda")
    return took


async def _at_once(http: httpx.AsyncClient, path: str) -> None:
    await asyncio.gather(*(_add(http, path, number, 1) for number in range(CLERKS)))


async def _in_turn(http: httpx.AsyncClient, path: str) -> None:
    for number in range(CLERKS):
        await _add(http, path, number, number + 1)


async def _add(http: httpx.AsyncClient, path: str, number: int, version: int) -> None:
    """Until it is taken: who is overtaken reads what the others changed, and tries again."""
    title = {"kk": f"№ {number} мәселе", "ru": f"Вопрос № {number}"}
    while True:
        answer = await http.post(
            f"{path}/items",
            json={"kind": "information", "title": title},
            headers={"If-Match": f'"{version}"'},
        )
        if answer.status_code != STALE:
            answer.raise_for_status()
            return
        version = max(change["version"] for change in answer.json()["changes"])
