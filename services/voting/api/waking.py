"""What any process records is told by the broker: whoever reads a watched vote here looks at once.

Facts only wake. What is shown is read from the database, which is also looked into without them.
"""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import UUID

from services.voting.api.sittings_live import SittingReaders
from services.voting.api.watching import Watchers
from shared.web.app import Overhear

VOTES = "facts.voting.vote.>"
GROUPS = "facts.voting.ballot_group.>"
DECLARATIONS = "facts.voting.declaration.>"
PARTS = tuple(
    f"facts.voting.{kind}.>"
    for kind in ("sitting", "registration", "agenda", "debate", "speech", "vote")
)
"""Most of what is told of these names its sitting; the rest is seen within a second."""


@asynccontextmanager
async def woken(watchers: Watchers, overhear: Overhear) -> AsyncIterator[None]:
    """Wake the readers of votes of which something is told, for as long as the block runs."""

    def told_of_a_vote(subject: str, _: bytes) -> None:
        watchers.wake(UUID(subject.rpartition(".")[2]))

    def told_of_ballots(_: str, fact: bytes) -> None:
        if watchers.are_there:
            for vote_id in _votes_in(fact):
                watchers.wake(vote_id)

    def told_of_a_declaration(_: str, fact: bytes) -> None:
        watchers.wake(UUID(json.loads(fact)["data"]["vote_id"]))

    async with (
        overhear(VOTES, told_of_a_vote),
        overhear(GROUPS, told_of_ballots),
        overhear(DECLARATIONS, told_of_a_declaration),
    ):
        yield


@asynccontextmanager
async def woken_of_sittings(readers: SittingReaders, overhear: Overhear) -> AsyncIterator[None]:
    """Wake the readers of sittings of which, or of whose parts, something is told."""

    def told_of_a_part(_: str, fact: bytes) -> None:
        if readers.are_there:
            data = json.loads(fact)["data"]
            if named := data.get("sitting_id") or data.get("about_id"):
                readers.wake(UUID(named))

    async with AsyncExitStack() as opened:
        for kind in PARTS:
            await opened.enter_async_context(overhear(kind, told_of_a_part))
        yield


def _votes_in(fact: bytes) -> set[UUID]:
    return {UUID(ballot["vote_id"]) for ballot in json.loads(fact)["data"]["ballots"]}
