"""/votes: prepared, opened, suspended and resumed, closed, proclaimed or annulled."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends

from services.voting.actions.annul_vote import annul_vote
from services.voting.actions.ask_to_annul_vote import ask_to_annul_vote
from services.voting.actions.close_vote import close_vote
from services.voting.actions.open_vote import open_vote
from services.voting.actions.order_calling import order_calling
from services.voting.actions.prepare_vote import prepare_vote
from services.voting.actions.proclaim_result import proclaim_result
from services.voting.actions.resume_vote import resume_vote
from services.voting.actions.suspend_vote import suspend_vote
from services.voting.api.given import AnnulmentGiven, RollCallGiven, VoteGiven
from services.voting.api.headers import FoundAt, NotKept
from services.voting.api.roll_shown import ToBeCalledShown
from services.voting.api.shown import VoteShown
from services.voting.domain.procedure import VOTES
from services.voting.domain.stages import VoteStage
from services.voting.store.calls import roll_in_order
from services.voting.store.clock import at_the_sitting
from services.voting.store.tables import votes
from services.voting.store.views import vote_as_it_is
from services.voting.store.votes import Votes
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["votes"], route_class=KurultaiRoute)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which votes to list."""

    sitting_id: UUID | None = None
    question_id: UUID | None = None
    stage: VoteStage | None = None


@router.post("/sittings/{sitting_id}/votes", status_code=201)
async def prepare(
    sitting_id: UUID, given: VoteGiven, work: Work, here: Here, found_at: FoundAt
) -> VoteShown:
    """Put a question on the floor (the Apparatus, the Chair, a deputy chair)."""
    prepared = await prepare_vote(work, here, given.model_dump(), sitting_id=sitting_id)
    found_at("vote", vote_id=prepared.id)
    return VoteShown.of(prepared, here.rules)


@router.get("/votes")
async def all_votes(
    work: Work, visitor: Visitor, page: Page, asked: Annotated[Asked, Depends()]
) -> list[VoteShown]:
    """Every vote, the newest first; by sitting, question and stage if asked."""
    order: dict[str, Any] = {"key": votes.c.prepared_at, "id_": votes.c.id}
    query = Votes.listed(**asdict(asked))
    found = await page.scalars(work.session, query, newest_first=True, **order)
    return [VoteShown.of(vote, visitor.rules) for vote in found]


@router.get("/votes/{vote_id}", dependencies=[NotKept])
async def vote(vote_id: UUID, work: Work, visitor: Visitor) -> VoteShown:
    """A vote: what is needed and who is there, and when it is closed, its result."""
    found = await vote_as_it_is(work, vote_id, visitor.rules.seats)
    return VoteShown.of(found, visitor.rules)


@router.get("/votes/{vote_id}/options")
async def options(vote_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the vote at its stage; a closed act says why."""
    found = await vote_as_it_is(work, vote_id, visitor.rules.seats)
    here = await at_the_sitting(work, visitor, found.sitting_id)
    return options_shown(VOTES.options(found, here), tongue)


@router.get("/votes/{vote_id}/acts")
async def acts(vote_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the vote, oldest first."""
    found = await Votes(work).get(vote_id)
    return acts_shown(await acts_on(work, "vote", found.id), tongue)


@router.get("/votes/{vote_id}/roll", response_model=list[ToBeCalledShown])
async def roll(vote_id: UUID, work: Work) -> Sequence[Any]:
    """The roll as it was frozen, in the order of calling or of numbers; before that, empty."""
    found = await Votes(work).get(vote_id)
    return await roll_in_order(work, found.id)


@router.post("/votes/{vote_id}/calling-order")
async def call_in_order(vote_id: UUID, given: RollCallGiven, work: Work, here: Here) -> VoteShown:
    """Give the order in which the roll is called (the Chair, a deputy chair)."""
    ordered = await order_calling(work, here, vote_id=vote_id, asked=given.model_dump())
    return VoteShown.of(ordered, here.rules)


@router.post("/votes/{vote_id}/opening")
async def open_(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Freeze the roll and the rule, and take ballots (the Chair, a deputy chair)."""
    return VoteShown.of(await open_vote(work, here, vote_id=vote_id), here.rules)


@router.post("/votes/{vote_id}/suspension")
async def suspend(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Take no ballots for a while (the Apparatus, the Chair, a deputy chair)."""
    return VoteShown.of(await suspend_vote(work, here, vote_id=vote_id), here.rules)


@router.post("/votes/{vote_id}/resumption")
async def resume(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Take ballots again for what was left of the window (the Chair, a deputy chair)."""
    return VoteShown.of(await resume_vote(work, here, vote_id=vote_id), here.rules)


@router.post("/votes/{vote_id}/closing")
async def close(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Close the vote and count it (the Chair, a deputy chair)."""
    return VoteShown.of(await close_vote(work, here, vote_id=vote_id), here.rules)


@router.post("/votes/{vote_id}/proclamation")
async def proclaim(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Proclaim the result: others act on it from now on (the Chair, a deputy chair)."""
    return VoteShown.of(await proclaim_result(work, here, vote_id=vote_id), here.rules)


@router.post("/votes/{vote_id}/annulment-request")
async def ask_to_annul(vote_id: UUID, given: AnnulmentGiven, work: Work, here: Here) -> VoteShown:
    """Ask that the vote be annulled, and say why (the Apparatus, the Chair, a deputy chair)."""
    asked = await ask_to_annul_vote(work, here, vote_id=vote_id, reason=given.reason)
    return VoteShown.of(asked, here.rules)


@router.post("/votes/{vote_id}/annulment")
async def annul(vote_id: UUID, work: Work, here: Here) -> VoteShown:
    """Annul the vote as somebody else asked (the Chair, a deputy chair)."""
    return VoteShown.of(await annul_vote(work, here, vote_id=vote_id), here.rules)
