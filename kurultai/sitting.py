"""A plenary sitting, run through the public API by those whose business it is."""

import asyncio
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from kurultai.chamber import Chamber, Deputy
from kurultai.client import VOTING, Client, Refused

NOT_YET = 409
LONGEST_S = 400.0


async def open_sitting(client: Client, chamber: Chamber, present: Iterable[Deputy]) -> str:
    """Call a sitting, register those present, each in their own name, and open it."""
    called = await client.post(
        f"{VOTING}/sittings", {"starts_at": datetime.now(UTC).isoformat()}, by=chamber.clerk
    )
    sitting_id: str = called["id"]
    await client.post(f"{VOTING}/sittings/{sitting_id}/registration-opening", by=chamber.chair)
    await register_for(client, sitting_id, present)
    await client.post(f"{VOTING}/sittings/{sitting_id}/opening", by=chamber.chair)
    return sitting_id


async def register_for(client: Client, sitting_id: str, present: Iterable[Deputy]) -> None:
    """Each deputy registers for the sitting with their own token."""
    path = f"{VOTING}/sittings/{sitting_id}/registration"
    await asyncio.gather(*(client.post(path, by=deputy.person) for deputy in present))


async def close_sitting(client: Client, chamber: Chamber, sitting_id: str) -> None:
    await client.post(f"{VOTING}/sittings/{sitting_id}/closing", by=chamber.chair)


async def ask(client: Client, chamber: Chamber, title: dict[str, str], decision: str) -> str:
    """Put a question of the chamber's own."""
    body = {"title": title, "decision": decision}
    asked = await client.post(f"{VOTING}/questions", body, by=chamber.clerk)
    question_id: str = asked["id"]
    return question_id


async def open_vote(
    client: Client, chamber: Chamber, sitting_id: str, question_id: str, window_seconds: int
) -> Any:
    """Put the question to the vote and open it; the vote as it stands then."""
    body = {"question_id": question_id, "window_seconds": window_seconds}
    path = f"{VOTING}/sittings/{sitting_id}/votes"
    vote = await client.post(path, body, by=chamber.clerk)
    return await client.post(f"{VOTING}/votes/{vote['id']}/opening", by=chamber.chair)


async def cast_all(client: Client, vote_id: str, choices: Mapping[Deputy, str]) -> float:
    """Everyone casts their own ballot, all at once; the seconds it took."""
    began = time.perf_counter()
    await asyncio.gather(
        *(client.cast(vote_id, choice, by=deputy.person) for deputy, choice in choices.items())
    )
    return time.perf_counter() - began


async def close_vote(client: Client, chamber: Chamber, vote_id: str) -> Any:
    """Close as soon as the rules let, at once or when the window is over; then proclaim."""
    try:
        await client.post(f"{VOTING}/votes/{vote_id}/closing", by=chamber.chair)
    except Refused as refusal:
        if refusal.status != NOT_YET:
            raise
        await client.until(lambda: closed(client, vote_id), "the vote closed", patience=LONGEST_S)
    return await client.post(f"{VOTING}/votes/{vote_id}/proclamation", by=chamber.chair)


async def closed(client: Client, vote_id: str) -> Any:
    """The vote with its result, or nothing while it is open."""
    vote = await client.get(f"{VOTING}/votes/{vote_id}")
    return vote if vote["outcome"] else None
