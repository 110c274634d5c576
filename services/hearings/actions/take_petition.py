"""A petition is entered, referred to a committee when enough have signed it, and answered."""

from uuid import UUID

from services.hearings.domain import petition_acts as acts
from services.hearings.domain.petition import Petition, PetitionStage
from services.hearings.domain.petitions_procedure import enough_have_signed
from services.hearings.store.petitions import Petitions
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def take_petition(work: UnitOfWork, occasion: Occasion, told: Petition) -> Petition:
    """Enter it, or what is new of it. Told again it is the same petition.

    If enough have signed it and a committee is named, it is referred at once.
    """
    on_file = Petitions(work)
    petition = await on_file.known(told.source, told.number)
    if petition is None:
        petition = told
        acts.record(petition, occasion)
        on_file.add(petition)
    elif petition.stage is PetitionStage.RECORDED and told.signatures > petition.signatures:
        petition.told = told.signatures
        acts.support(petition, occasion)
    ready = petition.stage is PetitionStage.RECORDED and told.named is not None
    if ready and enough_have_signed.holds(petition, occasion):
        await _refer(on_file, occasion, petition, told.named)
    return petition


async def refer_petition(
    work: UnitOfWork, occasion: Occasion, *, petition_id: UUID, committee_id: UUID
) -> Petition:
    on_file = Petitions(work)
    petition = await on_file.get(petition_id)
    await _refer(on_file, occasion, petition, committee_id)
    return petition


async def answer_petition(
    work: UnitOfWork, occasion: Occasion, *, petition_id: UUID, words: Bilingual
) -> Petition:
    petition = await Petitions(work).get(petition_id)
    acts.answer(petition, words, occasion)
    return petition


async def _refer(
    on_file: Petitions, occasion: Occasion, petition: Petition, committee_id: UUID | None
) -> None:
    petition.named = committee_id
    petition.body_there = await on_file.body_is_there(committee_id, occasion.at)
    acts.refer(petition, occasion)
