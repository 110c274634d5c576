"""The result of a vote on single amendments reaches them."""

from services.bills.domain.amendments.amending_acts import note_result
from services.bills.store.amendments.around import around
from services.bills.store.amendments.settling import settle_amending
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.voting import ResultCertified
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome, Profile
from shared.store.unit_of_work import UnitOfWork


async def note_amendments_voted(work: UnitOfWork, profile: Profile, fact: ResultCertified) -> None:
    occasion = Occasion.under(profile, Actor.body(Role.KURULTAI), fact.at)
    there = await around(work, occasion, fact.question.case_id)
    adopted = {result.key for result in fact.results if result.outcome is Outcome.ADOPTED}
    asked = note_result(there.amending, fact.question.id, fact.vote_id, adopted, occasion)
    if asked and not there.bill.is_lost:
        await settle_amending(work, there, occasion)
    await chronicle_fact(work, there.bill.id, fact)
