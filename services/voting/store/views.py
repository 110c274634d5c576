"""Read models: a case with all that stands around it now."""

from uuid import UUID

from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import UNDER_WAY
from services.voting.domain.vote import Vote
from services.voting.store.ballots import tally_of
from services.voting.store.calls import next_called
from services.voting.store.composition import chamber_at, deputies_now
from services.voting.store.sittings import Sittings
from services.voting.store.votes import Votes
from shared.store.unit_of_work import UnitOfWork


async def sitting_as_it_is(work: UnitOfWork, sitting_id: UUID, seats: int) -> Sitting:
    """The sitting with its chamber and open votes counted."""
    sittings = Sittings(work)
    sitting = await sittings.get(sitting_id)
    sitting.chamber = await chamber_at(work, sitting_id, seats)
    sitting.open_votes = await sittings.open_votes(sitting_id)
    return sitting


async def vote_as_it_is(work: UnitOfWork, vote_id: UUID, seats: int) -> Vote:
    """The vote with its sitting, the chamber, its question's other votes, and its count."""
    votes = Votes(work)
    vote = await votes.get(vote_id)
    await votes.look_around(vote)
    vote.floor = await chamber_at(work, vote.sitting_id, seats)
    vote.counted = await tally_of(work, vote_id)
    if vote.calling is not None:
        vote.on_the_roll = await deputies_now(work, vote.sitting_id)
    if vote.stage in UNDER_WAY:
        vote.next_called = await next_called(work, vote_id)
    return vote
