"""A poll while things are being killed: opened, cast in, closed, and read back."""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from kurultai.chamber import Chamber
from kurultai.chaos.asking import Line
from kurultai.chaos.casting import Devices
from kurultai.chaos.records import Ledger, OnTheRoll, Record
from kurultai.chaos.recount import Table
from kurultai.chaos.schedule import Poll
from kurultai.client import VOTING, NeverHappened, Person, Refused

DECISION = "maj_resolution"
LOOKS, PAUSE_S = 1200, 0.05


@dataclass(frozen=True, slots=True)
class Floor:
    """An open sitting, and the ways to it."""

    chamber: Chamber
    sitting_id: str
    line: Line
    table: Table

    @property
    def members(self) -> frozenset[str]:
        return frozenset(deputy.person.id for deputy in self.chamber.deputies)


async def conduct(floor: Floor, poll: Poll) -> Ledger:
    """Hold the poll to its end; what its devices sent and were told."""
    vote_id = await _opened(floor, poll)
    devices = Devices(floor.line, floor.chamber.deputies, Ledger(vote_id))
    async with asyncio.TaskGroup() as group:
        group.create_task(devices.cast_all(poll.casts))
        if poll.close_at is not None:
            await devices.until_answered(int(poll.close_at * len(poll.casts)))
            await _close(floor, vote_id)
        else:
            await _closed(floor, vote_id)
        group.create_task(devices.cast_all(poll.too_late, after_close=True))
    return devices.ledger


async def proclaim(floor: Floor, vote_id: str) -> None:
    """Tell the result, so that others may act on it."""
    await _act(floor, f"/votes/{vote_id}/proclamation", floor.chamber.chair)


async def read(floor: Floor, vote_id: str) -> Record:
    """What the service shows of a closed vote, and what is in its table."""
    vote = await _shown(floor, f"/votes/{vote_id}")
    by_name = await _shown(floor, f"/votes/{vote_id}/ballots")
    ends = (vote["closes_at"], vote["closed_at"])
    return Record(
        ended_at=min(datetime.fromisoformat(end) for end in ends),
        tally=vote["tally"],
        roll=tuple(
            OnTheRoll(told["person_id"], told["state"], told["receipt"]) for told in by_name["roll"]
        ),
        kept=await floor.table.kept(vote_id),
    )


async def _opened(floor: Floor, poll: Poll) -> str:
    clerk, title = floor.chamber.clerk, f"№ {poll.number + 1}"
    question = {"title": {"kk": title, "ru": title}, "decision": DECISION}
    asked = await _act(floor, "/questions", clerk, question)
    prepared = {"question_id": asked["id"], "window_seconds": poll.window_seconds}
    vote = await _act(floor, f"/sittings/{floor.sitting_id}/votes", clerk, prepared)
    vote_id: str = vote["id"]
    await _act(floor, f"/votes/{vote_id}/opening", floor.chamber.chair)
    return vote_id


async def _close(floor: Floor, vote_id: str) -> None:
    """Close, unless the clock did it first: the service may have been away for a whole window."""
    try:
        await _act(floor, f"/votes/{vote_id}/closing", floor.chamber.chair)
    except Refused:
        await _closed(floor, vote_id)


async def _closed(floor: Floor, vote_id: str) -> None:
    for _ in range(LOOKS):
        if (await _shown(floor, f"/votes/{vote_id}"))["outcome"]:
            return
        await asyncio.sleep(PAUSE_S)
    raise NeverHappened(f"The vote {vote_id} was not closed.")


async def _act(floor: Floor, path: str, by: Person, body: dict[str, Any] | None = None) -> Any:
    content = json.dumps(body).encode() if body else b""
    request = floor.line.origin.request(
        "POST", f"{VOTING}{path}", token=by.token, key=str(uuid4()), body=content
    )
    return await _told(floor, request)


async def _shown(floor: Floor, path: str) -> Any:
    return await _told(floor, floor.line.origin.request("GET", f"{VOTING}{path}"))


async def _told(floor: Floor, request: bytes) -> Any:
    """What the answer tells. Raises Refused."""
    answer = await floor.line.ask(request)
    if not answer.is_success:
        raise Refused(answer.told)
    return answer.told
