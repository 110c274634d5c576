"""What the hearings service does when others speak."""

from services.hearings.actions.know_bill import know_bill
from services.hearings.store.tables import bodies, register
from shared.contracts.bills import BillRegistered
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
