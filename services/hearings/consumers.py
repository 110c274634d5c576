"""What the hearings service does when others speak."""

from services.hearings.actions.know_bill import know_bill
from services.hearings.actions.run_government_hour import note_answer_of_the_kurultai
from services.hearings.store.tables import bodies, register
from shared.contracts.bills import BillRegistered
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Matter
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.messaging.bodies import hear_bodies
from shared.messaging.consumers import Consumers
from shared.messaging.register import hear_register
from shared.store.unit_of_work import UnitOfWork

consumers = Consumers("hearings")

hear_register(consumers, register)
hear_bodies(consumers, bodies)


@consumers.on(BillRegistered)
async def note_bill(fact: BillRegistered, work: UnitOfWork) -> None:
    """A hearing may be called on the bill."""
    await know_bill(work, fact)


@consumers.on(ResultCertified)
async def note_decision_on_a_report(fact: ResultCertified, work: UnitOfWork) -> None:
    """The Kurultai decided; results that are not about a Government hour are for others."""
    if fact.question.matter is Matter.GOVERNMENT_HOUR:
        occasion = Occasion.under(consumers.profile, Actor.body(Role.KURULTAI), fact.at)
        await note_answer_of_the_kurultai(work, occasion, fact)
