"""The Kurultai is asked to recall whoever it elected, decides, and the office ends or does not."""

from uuid import UUID

from services.committees.domain.acts import offices, recalls
from services.committees.domain.office import Office
from services.committees.domain.recall import Recall
from services.committees.domain.stages import OfficeStage, RecallStage
from services.committees.store.bodies import name_on_file
from services.committees.store.elections import Recalls
from services.committees.store.offices import Offices
from services.committees.store.turns import Turn, wait_for_turn
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

NAMELESS = Bilingual(kk="—", ru="—")


async def ask_to_recall(
    work: UnitOfWork, occasion: Occasion, *, office_id: UUID, ground: Bilingual, resigns: bool
) -> Recall:
    """Raises OfficeNotFound."""
    await wait_for_turn(work, Turn.OFFICES)
    office = await Offices(work).get(office_id)
    recall = Recall(
        id=new_id(),
        office_id=office.id,
        role=office.role,
        body_id=office.body_id,
        person_id=office.person_id,
        name=await name_on_file(work, office.person_id) or NAMELESS,
        question_id=new_id(),
        ground=ground,
        resigns=resigns,
        held=office.stage is OfficeStage.HELD,
        asked_already=bool(await Recalls(work).asked(office.id)),
    )
    recalls.propose(recall, occasion)
    return Recalls(work).add(recall)


async def note_recall(work: UnitOfWork, occasion: Occasion, fact: ResultCertified) -> None:
    """Raises RecallNotFound for a result about a recall that is not on file."""
    await wait_for_turn(work, Turn.OFFICES)
    recall = await Recalls(work).get(fact.question.case_id)
    if recall.stage is RecallStage.LAPSED:
        return
    office = await Offices(work).get(recall.office_id)
    recall.held = office.stage is OfficeStage.HELD
    if recalls.decide(recall, fact.vote_id, fact.outcome, occasion):
        offices.recall(office, f"vote {fact.vote_id}: {fact.provision}", occasion)


async def drop_recalls(work: UnitOfWork, office: Office, occasion: Occasion) -> None:
    """The office was left: nobody is to be recalled from it."""
    for recall in await Recalls(work).asked(office.id):
        recall.held = False
        recalls.lapse(recall, occasion)
