"""How everyone voted is read, once the vote is closed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.voting.domain.refusals import HiddenUntilClose
from services.voting.domain.vote import Vote
from services.voting.store.ballots import by_name
from services.voting.store.votes import Votes
from shared.store.unit_of_work import UnitOfWork


async def read_by_name(work: UnitOfWork, *, vote_id: UUID) -> tuple[Vote, Sequence[Any]]:
    """The vote, and its roll with every ballot. Raises HiddenUntilClose."""
    vote = await Votes(work).get(vote_id)
    if vote.tally is None:
        raise HiddenUntilClose
    return vote, await by_name(work, vote_id)
