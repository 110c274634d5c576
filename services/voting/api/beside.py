"""/votes/{id}/declarations and /paper-ballots: what stands beside ballots, or comes on paper."""

from uuid import UUID

from fastapi import APIRouter

from services.voting.actions.confirm_paper_ballot import confirm_paper_ballot
from services.voting.actions.declare import declare
from services.voting.actions.enter_paper_ballot import enter_paper_ballot
from services.voting.api.beside_shown import DeclarationShown, PaperBallotShown
from services.voting.api.given_beside import DeclarationGiven, PaperBallotGiven
from services.voting.domain.declaration import Declaration
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.refusals import HiddenUntilClose
from services.voting.domain.stages import UNDER_WAY
from services.voting.store.beside import Declarations, PaperBallots
from services.voting.store.votes import Votes
from shared.store.ids import new_id
from shared.web.dependencies import Here, Who, Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["ballots"], route_class=KurultaiRoute)


@router.post("/votes/{vote_id}/declarations", status_code=201, response_model=DeclarationShown)
async def put_on_record(
    vote_id: UUID, given: DeclarationGiven, work: Work, here: Here, who: Who
) -> Declaration:
    """State how one meant to vote, report a device that failed, or recuse oneself (a deputy)."""
    declaration = Declaration(new_id(), vote_id, who.person_id, **dict(given))
    return await declare(work, here, declaration)


@router.get("/votes/{vote_id}/declarations", response_model=list[DeclarationShown])
async def all_declarations(vote_id: UUID, work: Work) -> list[Declaration]:
    """What deputies declared on the vote; hidden until the vote is closed."""
    vote = await Votes(work).get(vote_id)
    if vote.stage in UNDER_WAY:
        raise HiddenUntilClose
    return await Declarations(work).on(vote.id)


@router.post("/votes/{vote_id}/paper-ballots", status_code=201, response_model=PaperBallotShown)
async def enter(vote_id: UUID, given: PaperBallotGiven, work: Work, here: Here) -> PaperBallot:
    """Enter a ballot given in on paper; it counts when a second person confirms it (Apparatus)."""
    return await enter_paper_ballot(work, here, PaperBallot(new_id(), vote_id, **dict(given)))


@router.post("/paper-ballots/{paper_id}/confirmation", response_model=PaperBallotShown)
async def confirm(paper_id: UUID, work: Work, here: Here) -> PaperBallot:
    """Confirm it: somebody else of the Apparatus, the Chair, a deputy chair."""
    return await confirm_paper_ballot(work, here, paper_id=paper_id)


@router.get("/votes/{vote_id}/paper-ballots", response_model=list[PaperBallotShown])
async def all_paper_ballots(vote_id: UUID, work: Work) -> list[PaperBallot]:
    """Ballots entered from paper; hidden until the vote is closed."""
    vote = await Votes(work).get(vote_id)
    if vote.stage in UNDER_WAY:
        raise HiddenUntilClose
    return await PaperBallots(work).on(vote.id)
