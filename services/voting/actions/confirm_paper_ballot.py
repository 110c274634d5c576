"""A second person confirms a paper ballot, and it is recorded like any other."""

from uuid import UUID

from services.voting.domain.ballot import Verdict
from services.voting.domain.ballot_refusals import refusal_of
from services.voting.domain.beside import confirm
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.store.beside import PaperBallots
from services.voting.store.clock import at_the_sitting
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def confirm_paper_ballot(
    work: UnitOfWork, occasion: Occasion, *, paper_id: UUID
) -> PaperBallot:
    """Raises AlreadyVoted and whatever else keeps a ballot out, and what `confirm` raises."""
    papers = PaperBallots(work)
    paper = await papers.get(paper_id)
    paper.vote = await Votes(work).get(paper.vote_id)
    confirm(paper, await at_the_sitting(work, occasion, paper.vote.sitting_id))
    cast = await papers.record(paper)
    if cast.verdict is not Verdict.ACCEPTED:
        raise refusal_of(cast, paper.vote_id)
    return paper
