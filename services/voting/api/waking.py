"""What any process records is told by the broker: whoever reads a watched vote here looks at once.

Facts only wake. What is shown is read from the database, which is also looked into without them.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from services.voting.api.watching import Watchers
from shared.web.app import Overhear

VOTES = "facts.voting.vote.>"
GROUPS = "facts.voting.ballot_group.>"
DECLARATIONS = "facts.voting.declaration.>"


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


def _votes_in(fact: bytes) -> set[UUID]:
    return {UUID(ballot["vote_id"]) for ballot in json.loads(fact)["data"]["ballots"]}
