"""/candidacies: who stands for the offices to which the Kurultai elects."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from services.committees.actions.nominate_for import nominate_for
from services.committees.actions.note_election import enter_secret_ballot, withdraw
from services.committees.api.elections_given import (
    CandidacyGiven,
    ChairGiven,
    DeputyChairGiven,
    SecretBallotGiven,
)
from services.committees.api.elections_shown import CandidacyShown
from services.committees.domain.candidacy import Candidacy
from services.committees.domain.elections_procedure import CANDIDACIES
from services.committees.domain.stages import CandidacyStage
from services.committees.store.candidacies import Candidacies
from services.committees.store.composition import composition_of
from services.committees.store.election_tables import candidacies
from services.committees.store.views import listed
from shared.kernel.actor import Role
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/candidacies", tags=["candidacies"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=CandidacyShown)
async def nominate(given: CandidacyGiven, work: Work, here: Here) -> Candidacy:
    """Nominate a deputy to chair a committee (the Chair; leaders of factions).

    Several may stand: the Kurultai is asked about each, and who is elected first ends the rest.
    """
    return await nominate_for(work, here, given.standing())


@router.post("/chair", status_code=201, response_model=CandidacyShown)
async def nominate_the_chair(given: ChairGiven, work: Work, here: Here) -> Candidacy:
    """Nominate the Chair of the Kurultai, who is elected by secret ballot (the President)."""
    return await nominate_for(work, here, given.standing())


@router.post("/deputy-chairs", status_code=201, response_model=CandidacyShown)
async def present_a_deputy_chair(given: DeputyChairGiven, work: Work, here: Here) -> Candidacy:
    """Present a candidate for deputy chair of the Kurultai (the Chair)."""
    return await nominate_for(work, here, given.standing())


@router.post("/{candidacy_id}/secret-ballot", response_model=CandidacyShown)
async def enter_ballot(
    candidacy_id: UUID, given: SecretBallotGiven, work: Work, here: Here
) -> Candidacy:
    """Enter the protocol of the counting commission; it elects or does not (the registrar)."""
    return await enter_secret_ballot(work, here, candidacy_id=candidacy_id, counted=given.counted())


@router.post("/{candidacy_id}/withdrawal", response_model=CandidacyShown)
async def withdraw_candidacy(candidacy_id: UUID, work: Work, here: Here) -> Candidacy:
    """Stand no longer, or nominate no longer (the candidate; who nominated)."""
    return await withdraw(work, here, candidacy_id=candidacy_id)


async def _asked(
    role: Role | None = None,
    committee_id: UUID | None = None,
    person_id: UUID | None = None,
    stage: CandidacyStage | None = None,
) -> dict[str, object]:
    return {"role": role, "committee_id": committee_id, "person_id": person_id, "stage": stage}


@router.get("", response_model=list[CandidacyShown])
async def all_candidacies(
    work: Work, page: Page, asked: Annotated[dict[str, object], Depends(_asked)]
) -> list[Candidacy]:
    """Every candidacy, the newest first; for an office, of a person, or of a stage, if asked."""
    query = listed(Candidacy, candidacies, **asked)
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
