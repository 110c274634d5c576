"""/candidacies: who stands for the chair of a committee."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.nominate_chair import nominate_chair
from services.committees.api.given import CandidacyGiven
from services.committees.api.shown import CandidacyShown
from services.committees.domain.candidacy import Candidacy
from services.committees.domain.procedure import CANDIDACIES
from services.committees.domain.stages import CandidacyStage
from services.committees.store.candidacies import Candidacies
from services.committees.store.composition import composition_of
from services.committees.store.tables import candidacies
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/candidacies", tags=["candidacies"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=CandidacyShown)
async def nominate(given: CandidacyGiven, work: Work, here: Here) -> Candidacy:
    """Nominate a deputy; the Kurultai is asked to elect (the Chair; leaders of factions)."""
    return await nominate_chair(
        work, here, committee_id=given.committee_id, person_id=given.person_id
    )


@router.get("", response_model=list[CandidacyShown])
async def all_candidacies(
    work: Work,
    page: Page,
    committee_id: UUID | None = None,
    stage: CandidacyStage | None = None,
) -> list[Candidacy]:
    """Every candidacy, the newest first; for a committee, or of a stage, if asked."""
    query = listed(Candidacy, candidacies, committee_id=committee_id, stage=stage)
    order = {"key": candidacies.c.id, "id_": candidacies.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{candidacy_id}", response_model=CandidacyShown)
async def candidacy(candidacy_id: UUID, work: Work) -> Candidacy:
    """One candidacy, with the question on which the Kurultai votes."""
    return await Candidacies(work).get(candidacy_id)


@router.get("/{candidacy_id}/options")
async def options(
    candidacy_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the candidacy; a closed act says why."""
    found = await Candidacies(work).get(candidacy_id)
    found.composition = await composition_of(work, found.convocation_id)
    return options_shown(CANDIDACIES.options(found, visitor), tongue)


@router.get("/{candidacy_id}/acts")
async def acts(candidacy_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the candidacy, oldest first."""
    found = await Candidacies(work).get(candidacy_id)
    return acts_shown(await acts_on(work, "candidacy", found.id), tongue)
