"""An act is taken on an initiative for a referendum."""

from collections.abc import Callable
from uuid import UUID

from services.bills.domain.decided import Vote
from services.bills.domain.referendum.acts import answer, ask_the_kurultai, draft
from services.bills.domain.referendum.initiative import Initiative
from services.bills.domain.structure import acts_in
from services.bills.domain.texts import Texts
from services.bills.store.acts import read_ahead
from services.bills.store.initiatives import Initiatives
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

type Moving = Callable[[Initiative], None]


async def draft_initiative(
    work: UnitOfWork, occasion: Occasion, *, title: Bilingual, texts: Texts
) -> Initiative:
    """Raises TextRefused: a text cannot be read."""
    await read_ahead(texts)
    acts_in(texts)
    return Initiatives(work).add(draft(new_id(), title, texts, occasion))


async def move_initiative(work: UnitOfWork, *, initiative_id: UUID, moving: Moving) -> Initiative:
    initiative = await Initiatives(work).get(initiative_id)
    moving(initiative)
    return initiative


async def ask_of_initiative(
    work: UnitOfWork, occasion: Occasion, *, initiative_id: UUID
) -> Initiative:
    initiative = await Initiatives(work).get(initiative_id)
    ask_the_kurultai(initiative, new_id(), occasion)
    return initiative


async def note_answer_on_initiative(
    work: UnitOfWork, profile: Profile, fact: ResultCertified
) -> None:
    initiative = await Initiatives(work).get(fact.question.case_id)
    occasion = Occasion.under(profile, Actor.body(Role.KURULTAI), fact.at)
    vote = Vote.model_validate(fact, from_attributes=True)
    answer(initiative, fact.question.id, vote, occasion)
