"""The presiding officer chooses how the plenary votes on the amendments."""

from dataclasses import replace
from uuid import UUID

from services.bills.domain.amendments.amending import Amending
from services.bills.domain.amendments.amending_acts import put_to_vote
from services.bills.domain.amendments.asking import questions_on
from services.bills.domain.amendments.plenary import voted_singly
from services.bills.domain.amendments.stages import DECIDED, Mode
from services.bills.store.amendments.amendments import Amendments
from services.bills.store.amendments.around import around
from services.bills.store.amendments.settling import settle_amending
from services.bills.store.amendments.trees import acts_in
from services.bills.store.texts import texts_of
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def put_amendments_to_vote(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, mode: Mode
) -> Amending:
    there = await around(work, occasion, bill_id)
    amending = there.amending
    amending.outlook = replace(amending.outlook, mode=mode)
    base = await texts_of(work, bill_id, amending.text_version)
    decided = await Amendments(work).within(amending, DECIDED)
    acts = await acts_in(work, bill_id, amending.text_version)
    entries = voted_singly(decided, mode, acts)
    questions = questions_on(there.bill, entries, base.digests, new_id)
    put_to_vote(amending, mode, questions, occasion)
    await settle_amending(work, there, occasion)
    return amending
