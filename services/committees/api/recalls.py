"""/recalls, /consultations: how offices that the Kurultai fills are talked over, and end."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.consult import hold_consultation
from services.committees.actions.recall import ask_to_recall
from services.committees.api.elections_given import ConsultationGiven, RecallGiven
from services.committees.api.elections_shown import ConsultationShown, RecallShown
from services.committees.domain.consultation import Consultation
from services.committees.domain.elections_procedure import RECALLS
from services.committees.domain.recall import Recall
from services.committees.domain.stages import OfficeStage, RecallStage
from services.committees.store.election_tables import consultations, recalls
from services.committees.store.elections import Consultations, Recalls
from services.committees.store.offices import Offices
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["candidacies"], route_class=KurultaiRoute)


@router.post(
    "/convocations/{convocation_id}/consultations",
    status_code=201,
    response_model=ConsultationShown,
)
async def consult(
    convocation_id: UUID, given: ConsultationGiven, work: Work, here: Here
) -> Consultation:
    """Enter that factions consulted on the chairs of committees (the Chair; the registrar)."""
    return await hold_consultation(work, here, convocation_id=convocation_id, talks=given.talks())


@router.get("/consultations", response_model=list[ConsultationShown])
async def all_consultations(
    work: Work, page: Page, convocation_id: UUID | None = None
) -> list[Consultation]:
    """Every consultation of factions, the newest first; of a convocation if asked."""
    query = listed(Consultation, consultations, convocation_id=convocation_id)
    order = {"key": consultations.c.id, "id_": consultations.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/consultations/{consultation_id}", response_model=ConsultationShown)
async def consultation(consultation_id: UUID, work: Work) -> Consultation:
    """One consultation: who was there, what each said and what came of it."""
    return await Consultations(work).get(consultation_id)


@router.post("/offices/{office_id}/recall", status_code=201, response_model=RecallShown)
async def propose(office_id: UUID, given: RecallGiven, work: Work, here: Here) -> Recall:
    """Ask the Kurultai to recall whoever it elected to the office."""
    ground = given.ground.bilingual()
    return await ask_to_recall(work, here, office_id=office_id, ground=ground, resigns=False)


@router.post("/offices/{office_id}/resignation", status_code=201, response_model=RecallShown)
async def resign(office_id: UUID, given: RecallGiven, work: Work, here: Here) -> Recall:
    """Resign; the Kurultai is asked to accept it (the Chair, Constitution 2026, art. 57(2))."""
    ground = given.ground.bilingual()
    return await ask_to_recall(work, here, office_id=office_id, ground=ground, resigns=True)


@router.get("/recalls", response_model=list[RecallShown])
async def all_recalls(
    work: Work, page: Page, office_id: UUID | None = None, stage: RecallStage | None = None
) -> list[Recall]:
    """Every recall asked for, the newest first; of an office or a stage if asked."""
    query = listed(Recall, recalls, office_id=office_id, stage=stage)
    order = {"key": recalls.c.id, "id_": recalls.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/recalls/{recall_id}", response_model=RecallShown)
async def recall(recall_id: UUID, work: Work) -> Recall:
    """One recall, with the question on which the Kurultai votes."""
    return await Recalls(work).get(recall_id)


@router.get("/recalls/{recall_id}/options")
async def options(
    recall_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the recall; a closed act says why."""
    found = await Recalls(work).get(recall_id)
    found.held = (await Offices(work).get(found.office_id)).stage is OfficeStage.HELD
    return options_shown(RECALLS.options(found, visitor), tongue)


@router.get("/recalls/{recall_id}/acts")
async def acts(recall_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the recall, oldest first."""
    found = await Recalls(work).get(recall_id)
    return acts_shown(await acts_on(work, "recall", found.id), tongue)
