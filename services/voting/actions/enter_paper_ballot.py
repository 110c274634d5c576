"""The Apparatus enters a ballot that a deputy gave in on paper."""

from services.voting.domain.beside import enter
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.store.beside import PaperBallots
from services.voting.store.clock import at_the_sitting
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def enter_paper_ballot(
    work: UnitOfWork, occasion: Occasion, paper: PaperBallot
) -> PaperBallot:
    """Raises NotOnTheRoll, and what `enter` raises."""
    paper.vote = await Votes(work).get(paper.vote_id)
    papers = PaperBallots(work)
    await papers.must_be_on_the_roll(paper.vote_id, paper.person_id)
    enter(paper, await at_the_sitting(work, occasion, paper.vote.sitting_id))
    return papers.add(paper)
