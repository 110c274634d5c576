"""The presiding officer opens the vote: roll and rule are frozen, ballots are taken."""

from uuid import UUID

from services.voting.domain import entries, vote_acts
from services.voting.domain.vote import Vote
from services.voting.store.ballots import by_name
from services.voting.store.calls import freeze_calls
from services.voting.store.clock import at_the_sitting
from services.voting.store.composition import freeze_roll
from services.voting.store.log import write_down
from services.voting.store.sittings import Sittings
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def open_vote(work: UnitOfWork, occasion: Occasion, *, vote_id: UUID) -> Vote:
    """The quorum is counted on the frozen roll itself: nobody comes or goes in between."""
    votes = Votes(work)
    vote = await votes.get(vote_id)
    await Sittings(work).hold(vote.sitting_id)
    await votes.look_around(vote)
    vote.floor = await freeze_roll(work, vote.id, vote.sitting_id, occasion.rules.seats)
    if vote.calling is not None:
        vote.on_the_roll = await freeze_calls(work, vote.id, vote.calling)
    vote_acts.open_vote(vote, await at_the_sitting(work, occasion, vote.sitting_id))
    roll = entries.roll_of_record(await by_name(work, vote.id))
    await write_down(work, occasion.at, entries.opened(vote, roll))
    return vote
