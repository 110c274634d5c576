"""The presiding officer proclaims the result of a vote."""

from uuid import UUID

from services.voting.actions.close_vote import count
from services.voting.domain import entries
from services.voting.domain.certify import proclaim
from services.voting.domain.vote import Vote
from services.voting.store.clock import at_the_sitting
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def proclaim_result(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """The ballots are counted once more: what is proclaimed is what they say."""
    vote = await Votes(work).get(vote_id)
    await count(work, vote)
    now = await at_the_sitting(work, occasion, vote.sitting_id)
    proclaim(vote, now)
    await write_down(work, now.at, entries.proclaimed(vote))
    return vote
