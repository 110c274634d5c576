"""The answer to a question beside the readings reaches the bill."""

from services.bills.domain.acts.asking import answer
from services.bills.domain.decided import Vote
from services.bills.domain.stages import Act
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from services.bills.store.texts import lay_down_wording
from shared.contracts.voting import ResultCertified
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork


async def note_answer(work: UnitOfWork, profile: Profile, fact: ResultCertified) -> None:
    bill = await Bills(work).get(fact.question.case_id)
    occasion = Occasion.under(profile, Actor.body(Role.KURULTAI), fact.at)
    vote = Vote.model_validate(fact, from_attributes=True)
    act = answer(bill, fact.question.id, vote, occasion)
    if act is Act.ADOPT_IN_PRESIDENTS_WORDING:
        await lay_down_wording(work, bill, occasion)
    await chronicle_fact(work, bill.id, fact, act)
