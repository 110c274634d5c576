"""What the bills service does when others speak."""

from collections.abc import Sequence

from services.bills.actions.know_person import know_person
from services.bills.actions.move_initiative import note_answer_on_initiative
from services.bills.actions.note_amendments_voted import note_amendments_voted
from services.bills.actions.note_answer import note_answer
from services.bills.actions.note_conclusion import note_conclusion
from services.bills.actions.note_conclusion_day import note_conclusion_day
from services.bills.actions.note_hearing import note_hearing
from services.bills.actions.note_referral import note_referral
from services.bills.actions.note_result import note_result
from services.bills.actions.reckon_deadlines import follow_acts
from services.bills.domain.bill import Bill
from services.bills.store.tables import kept, register
from shared.contracts.committee_work import ConclusionDayFixed
from shared.contracts.committees import BillReferred, ConclusionAdopted
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.contracts.identity import PersonRegistered
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Matter
from shared.kernel.aggregate import Aggregate, Taken
from shared.messaging.consumers import Consumers
from shared.messaging.register import hear_register
from shared.store.unit_of_work import UnitOfWork

consumers = Consumers("bills")

hear_register(consumers, register)


async def keep_deadlines(work: UnitOfWork, case: Aggregate, acts: Sequence[Taken]) -> None:
    """By the end of every transaction the deadlines of a bill are those of its acts."""
    if isinstance(case, Bill):
        await follow_acts(work, consumers.profile, case, acts)


kept.followers.append(keep_deadlines)


@consumers.on(PersonRegistered)
async def note_person(fact: PersonRegistered, work: UnitOfWork) -> None:
    """The record names those who act."""
    await know_person(work, fact)


@consumers.on(BillReferred)
async def note_lead_committee(fact: BillReferred, work: UnitOfWork) -> None:
    """The coordinating body named the lead committee: the bill goes there."""
    await note_referral(work, consumers.profile, fact)


@consumers.on(ConclusionAdopted)
async def note_committee_conclusion(fact: ConclusionAdopted, work: UnitOfWork) -> None:
    """The conclusion of the lead committee opens the way to the reading."""
    await note_conclusion(work, consumers.profile, fact)


@consumers.on(ConclusionDayFixed)
async def note_day_of_conclusion(fact: ConclusionDayFixed, work: UnitOfWork) -> None:
    """Whoever refers the bill says by when its committee concludes."""
    await note_conclusion_day(work, consumers.profile, fact)


@consumers.on(ResultCertified)
async def note_decision_of_the_kurultai(fact: ResultCertified, work: UnitOfWork) -> None:
    """The Kurultai decided; results that are not about a bill are for others."""
    if fact.question.matter is Matter.BILL_READING:
        await note_result(work, consumers.profile, fact)
    elif fact.question.matter is Matter.BILL_QUESTION:
        await note_answer(work, consumers.profile, fact)
    elif fact.question.matter is Matter.REFERENDUM_INITIATIVE:
        await note_answer_on_initiative(work, consumers.profile, fact)
    elif fact.question.matter is Matter.AMENDMENTS:
        await note_amendments_voted(work, consumers.profile, fact)


@consumers.on(HearingCalled)
async def note_hearing_called(fact: HearingCalled, work: UnitOfWork) -> None:
    """A hearing on the bill is part of its path."""
    await note_hearing(work, fact)


@consumers.on(HearingHeld)
async def note_hearing_held(fact: HearingHeld, work: UnitOfWork) -> None:
    """So is that it took place."""
    await note_hearing(work, fact)


@consumers.on(RecommendationsAdopted)
async def note_recommendations(fact: RecommendationsAdopted, work: UnitOfWork) -> None:
    """So is what it recommended."""
    await note_hearing(work, fact)


@consumers.on(HearingCancelled)
async def note_hearing_cancelled(fact: HearingCancelled, work: UnitOfWork) -> None:
    """So is that it will not be held."""
    await note_hearing(work, fact)
