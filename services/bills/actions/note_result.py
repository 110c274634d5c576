"""The result of a vote on a reading reaches the bill."""

from services.bills.domain.acts.readings import decide
from services.bills.domain.decided import Vote
from services.bills.domain.stages import Act
from services.bills.store.amendments.settling import settle_with_the_text
from services.bills.store.bills import Bills
from services.bills.store.chronicle import chronicle_fact
from shared.contracts.voting import ResultCertified
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.store.unit_of_work import UnitOfWork

SETTLING = frozenset({Act.APPROVE_TEXT, Act.ADOPT, Act.REJECT})
"""Acts that decide on the text, and so on the amendments to it."""


async def note_result(work: UnitOfWork, profile: Profile, fact: ResultCertified) -> None:
    bill = await Bills(work).get(fact.question.case_id)
    occasion = Occasion.under(profile, Actor.body(Role.KURULTAI), fact.at)
    vote = Vote.model_validate(fact, from_attributes=True)
    act = decide(bill, fact.question.id, vote, occasion)
    if act in SETTLING:
        adopted = act is not Act.REJECT
        await settle_with_the_text(work, bill, vote.vote_id, occasion, adopted=adopted)
    await chronicle_fact(work, bill.id, fact, act)
