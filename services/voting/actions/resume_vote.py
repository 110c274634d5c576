"""The presiding officer goes on with a suspended vote."""

from uuid import UUID

from services.voting.domain import entries
from services.voting.domain.vote import Vote
from services.voting.domain.vote_acts import resume
from services.voting.store.clock import at_the_sitting
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def resume_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    vote = await Votes(work).get(vote_id)
    now = await at_the_sitting(work, occasion, vote.sitting_id)
    resume(vote, now)
    await write_down(work, now.at, entries.resumed(vote, now.at))
    return vote
