"""The replay itself: each poll is a vote of the chamber, each ballot its own deputy's."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kurultai.chamber import Chamber, Deputy, seat, unseat, wait_for_mandates
from kurultai.client import VOTING, Client
from kurultai.replay.files import CHOICES, NO_SHOW, Poll
from kurultai.replay.seating import changes
from kurultai.sitting import ask, cast_all, close_vote, open_vote, register_for

WINDOW_S = 300
CASTS_NOTHING = {"present_not_voted", "absent"}
SUCCEEDED = "Succeeded in the published data"


@dataclass(frozen=True, slots=True)
class Compared:
    """One poll: what was published, and what the service certified."""

    poll_id: str
    title: str
    published: dict[str, int]
    certified: dict[str, int]
    outcome: str
    ballots: int
    seconds: float

    @property
    def matches(self) -> bool:
        return self.published == self.certified


@dataclass(slots=True)
class Replayed:
    """All polls compared; `seconds` is the whole of it, sittings, seats and closing included."""

    compared: list[Compared] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def ballots(self) -> int:
        return sum(c.ballots for c in self.compared)

    @property
    def ballots_per_second(self) -> float:
        return self.ballots / self.seconds if self.seconds else 0.0

    @property
    def differing(self) -> list[Compared]:
        return [c for c in self.compared if not c.matches]

    def as_json(self) -> dict[str, Any]:
        return {
            "polls": len(self.compared),
            "ballots": self.ballots,
            "matching": len(self.compared) - len(self.differing),
            "differences": [
                {"poll_id": c.poll_id, "published": c.published, "certified": c.certified}
                for c in self.differing
            ],
            "ballots_per_second": round(self.ballots_per_second, 1),
        }


@dataclass(slots=True)
class Floor:
    """The chamber in its sitting, and which deputy holds each mandate of the files."""

    client: Client
    chamber: Chamber
    sitting_id: str
    members: dict[str, Deputy]
    seated: dict[str, Deputy]
    seats: int


@dataclass(frozen=True, slots=True)
class Cast:
    """A poll whose ballots are cast, and whose vote is still open."""

    poll: Poll
    vote_id: str
    ballots: int
    seconds: float


async def replay(floor: Floor, polls: list[Poll], done: Callable[[Compared], None]) -> Replayed:
    """Cast every ballot of every poll, close each, and compare.

    While one vote is closed and read back, the ballots of the next are cast already.
    """
    replayed = Replayed()
    closing: list[asyncio.Task[Compared]] = []
    for poll in polls:
        await _seat_for(floor, poll)
        cast = await _cast(floor, poll)
        await _note(closing, replayed, done)
        closing.append(asyncio.create_task(_close(floor, cast)))
    await _note(closing, replayed, done)
    return replayed


async def _note(
    closing: list[asyncio.Task[Compared]], replayed: Replayed, done: Callable[[Compared], None]
) -> None:
    while closing:
        compared = await closing.pop()
        replayed.compared.append(compared)
        done(compared)


async def _cast(floor: Floor, poll: Poll) -> Cast:
    client, chamber, members = floor.client, floor.chamber, floor.members
    title = f"{poll.title} ({poll.id})"
    question_id = await ask(client, chamber, {"kk": title, "ru": title}, "maj_resolution")
    vote = await open_vote(client, chamber, floor.sitting_id, question_id, WINDOW_S)
    choices = {members[m]: CHOICES[word] for m, word in poll.votes.items() if word in CHOICES}
    seconds = await cast_all(client, vote["id"], choices)
    return Cast(poll, vote["id"], len(choices), seconds)


async def _close(floor: Floor, cast: Cast) -> Compared:
    poll = cast.poll
    closed = await close_vote(floor.client, floor.chamber, cast.vote_id)
    certified = await _certified(floor, closed, poll)
    return Compared(
        poll.id,
        poll.title,
        poll.published,
        certified,
        closed["outcome"],
        cast.ballots,
        cast.seconds,
    )


async def _certified(floor: Floor, closed: dict[str, Any], poll: Poll) -> dict[str, int]:
    """The certified tally; absent are those of the poll's rows of whom there is no ballot."""
    by_name = await floor.client.get(f"{VOTING}/votes/{closed['id']}/ballots")
    voted = {e["person_id"] for e in by_name["roll"] if e["state"] not in CASTS_NOTHING}
    listed = [floor.members[mandate].person.id for mandate in poll.votes]
    tally = closed["tally"]
    return {
        "yes": tally["votes_for"],
        "no": tally["against"],
        "abstain": tally["abstained"],
        NO_SHOW: sum(person_id not in voted for person_id in listed),
    }


async def _seat_for(floor: Floor, poll: Poll) -> None:
    """Successors take their seats before the poll in which they are first listed."""
    due = changes(floor.seated, poll, floor.seats)
    if not due.beginning:
        return
    await asyncio.gather(*(_leave(floor, mandate) for mandate in due.ending))
    await asyncio.gather(*(_join(floor, mandate) for mandate in due.beginning))
    await wait_for_mandates(floor.client, len(floor.seated))
    joined = [floor.members[mandate] for mandate in due.beginning]
    await register_for(floor.client, floor.sitting_id, joined)


async def _leave(floor: Floor, mandate: str) -> None:
    await unseat(floor.client, floor.chamber, floor.seated.pop(mandate), SUCCEEDED)


async def _join(floor: Floor, mandate: str) -> None:
    deputy = floor.members[mandate]
    await seat(floor.client, floor.chamber, deputy)
    floor.seated[mandate] = deputy
