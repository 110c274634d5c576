"""What the committees service does when others speak."""

from collections.abc import Sequence
from datetime import datetime

from services.committees.actions.decide_at_meeting import void_decisions
from services.committees.actions.end_referral import end_referral
from services.committees.actions.found_register import found_register
from services.committees.actions.guard_guarantees import guard_guarantees
from services.committees.actions.know_bill import know_bill
from services.committees.actions.know_person import know_person
from services.committees.actions.note_election import note_election
from services.committees.actions.recall import note_recall
from services.committees.actions.resume_work import resume_work
from services.committees.actions.serve_request import note_working_days
from services.committees.actions.take_up_again import take_up_again
from services.committees.domain.acts.referrals import end, note_withdrawal
from services.committees.store.petitions import close_petition, know_petition
from services.committees.store.results import forget_result, know_result, know_sitting
from services.committees.store.shares import give_up, note_use
from services.committees.store.tables import kept
from shared.contracts.bills import (
    BillAdmitted,
    BillRejected,
    BillWithdrawn,
    LawAdopted,
    ReadingApproved,
)
from shared.contracts.bills_beyond import BillSentBack
from shared.contracts.deadlines import WorkingDaysEntered
from shared.contracts.hearings import HearingCalled, HearingCancelled
from shared.contracts.hearings_themed import (
    HearingDeclined,
    HearingOnThemeCalled,
    HearingOnThemeCancelled,
)
from shared.contracts.identity import PersonRegistered
from shared.contracts.oversight import GovernmentHourCancelled, GovernmentHourSet
from shared.contracts.petitions import PetitionAnswered, PetitionReferred
from shared.contracts.voting import ResultCertified, SittingCalled, VoteAnnulled
from shared.contracts.words import Matter
from shared.kernel.actor import Actor, Role
from shared.kernel.aggregate import Aggregate, Taken
from shared.kernel.calendars import WorkingYear
from shared.kernel.occasion import Occasion
from shared.kernel.parameters import Status
from shared.messaging.consumers import Consumers
from shared.store.unit_of_work import UnitOfWork

consumers = Consumers("committees")

HEARINGS = "opposition.hearings_per_session_min"
HOURS = "opposition.government_hour_agendas_per_session_min"


async def keep_guarantees(work: UnitOfWork, case: Aggregate, acts: Sequence[Taken]) -> None:
    """By the end of every transaction it is on record which guarantees its acts broke or cured."""
    await guard_guarantees(work, consumers.profile, case, acts)


kept.followers.append(keep_guarantees)


@consumers.on(PersonRegistered)
async def note_person(fact: PersonRegistered, work: UnitOfWork) -> None:
    """The founder opens the register; everything after that is an act on the record."""
    await know_person(work, fact)
    if fact.founder:
        await found_register(work, _by(Role.REGISTRAR, fact.at), person_id=fact.person_id)


@consumers.on(BillAdmitted)
async def note_bill(fact: BillAdmitted, work: UnitOfWork) -> None:
    """An admitted bill may be referred to a committee."""
    await know_bill(work, fact)


@consumers.on(ReadingApproved)
async def note_reading(fact: ReadingApproved, work: UnitOfWork) -> None:
    """After the concept was approved the committee works on the amendments."""
    occasion = _by(Role.KURULTAI, fact.at)
    await resume_work(work, occasion, bill_id=fact.bill_id, passed=fact.reading)


@consumers.on(BillSentBack)
async def note_bill_sent_back(fact: BillSentBack, work: UnitOfWork) -> None:
    """The Kurultai sent the bill back: the committee concludes once more."""
    occasion = _by(Role.KURULTAI, fact.at)
    await take_up_again(work, occasion, bill_id=fact.bill_id, reading=fact.reading)


@consumers.on(LawAdopted)
async def note_adoption(fact: LawAdopted, work: UnitOfWork) -> None:
    """With the law adopted, its committee's work is over."""
    occasion = _by(Role.KURULTAI, fact.at)
    await end_referral(work, occasion, bill_id=fact.bill_id, ending=end)


@consumers.on(BillRejected)
async def note_rejection(fact: BillRejected, work: UnitOfWork) -> None:
    """A rejected bill goes back to its initiator."""
    occasion = _by(Role.KURULTAI, fact.at)
    await end_referral(work, occasion, bill_id=fact.bill_id, ending=end)


@consumers.on(BillWithdrawn)
async def note_bill_withdrawn(fact: BillWithdrawn, work: UnitOfWork) -> None:
    """The initiator may withdraw before anyone has heard of the bill here."""
    occasion = _by(Role.CLERK, fact.at)
    await end_referral(work, occasion, bill_id=fact.bill_id, ending=note_withdrawal)


@consumers.on(ResultCertified)
async def note_decision_of_the_kurultai(fact: ResultCertified, work: UnitOfWork) -> None:
    """Decisions of meetings name it; one about an office elects, recalls, or does not."""
    await know_result(work, fact)
    kurultai = _by(Role.KURULTAI, fact.at)
    if fact.question.matter in {Matter.COMMITTEE_CHAIR, Matter.OFFICER}:
        await note_election(work, kurultai, fact)
    if fact.question.matter is Matter.RECALL:
        await note_recall(work, kurultai, fact)


@consumers.on(HearingCalled)
async def note_hearing_on_a_bill(fact: HearingCalled, work: UnitOfWork) -> None:
    """A hearing that a faction of the opposition called counts for its share of the session."""
    await _note_hearing(fact, work)


@consumers.on(HearingOnThemeCalled)
async def note_hearing_on_a_theme(fact: HearingOnThemeCalled, work: UnitOfWork) -> None:
    """The same of a hearing on no bill."""
    await _note_hearing(fact, work)


@consumers.on(HearingCancelled)
async def forget_hearing(fact: HearingCancelled, work: UnitOfWork) -> None:
    """A hearing that is not held counts for nothing."""
    await give_up(work, fact.hearing_id, fact.at)


@consumers.on(HearingOnThemeCancelled)
async def forget_hearing_on_a_theme(fact: HearingOnThemeCancelled, work: UnitOfWork) -> None:
    """The same of a hearing on no bill."""
    await give_up(work, fact.hearing_id, fact.at)


@consumers.on(HearingDeclined)
async def forget_declined_hearing(fact: HearingDeclined, work: UnitOfWork) -> None:
    """Nor does one that was declined."""
    await give_up(work, fact.hearing_id, fact.at)


@consumers.on(GovernmentHourSet)
async def note_government_hour(fact: GovernmentHourSet, work: UnitOfWork) -> None:
    """A Government hour whose agenda a faction of the opposition set counts for its share."""
    if fact.set_by == "opposition" and fact.body_id is not None:
        hour_id = fact.governmenthour_id
        await note_use(work, HOURS, subject_id=hour_id, body_id=fact.body_id, at=fact.at)


@consumers.on(GovernmentHourCancelled)
async def forget_government_hour(fact: GovernmentHourCancelled, work: UnitOfWork) -> None:
    """One that is not held counts for nothing."""
    await give_up(work, fact.governmenthour_id, fact.at)


async def _note_hearing(fact: HearingCalled | HearingOnThemeCalled, work: UnitOfWork) -> None:
    if fact.initiator is Role.FACTION_LEADER and fact.body_id is not None:
        await note_use(work, HEARINGS, subject_id=fact.hearing_id, body_id=fact.body_id, at=fact.at)


@consumers.on(VoteAnnulled)
async def note_annulment(fact: VoteAnnulled, work: UnitOfWork) -> None:
    """No decision rests on a vote that was annulled."""
    await forget_result(work, fact.vote_id)
    await void_decisions(work, _by(Role.KURULTAI, fact.at), vote_id=fact.vote_id)


@consumers.on(SittingCalled)
async def note_sitting(fact: SittingCalled, work: UnitOfWork) -> None:
    """A vote on a conclusion is one at a sitting of the committees that conclude."""
    await know_sitting(work, fact)


@consumers.on(PetitionReferred)
async def note_petition(fact: PetitionReferred, work: UnitOfWork) -> None:
    """A petition opens a question to a committee, which has it to answer."""
    await know_petition(work, fact)


@consumers.on(PetitionAnswered)
async def note_answer_to_a_petition(fact: PetitionAnswered, work: UnitOfWork) -> None:
    """There is nothing left to answer."""
    await close_petition(work, fact.petition_id, fact.at)


@consumers.on(WorkingDaysEntered)
async def note_calendar(fact: WorkingDaysEntered, work: UnitOfWork) -> None:
    """Terms for the answers to deputies end by the working days that are known now."""
    days = WorkingYear(
        year=fact.year,
        holidays=frozenset(fact.holidays),
        moved_working_days=frozenset(fact.moved_working_days),
        source=fact.source,
        status=Status.CONFIRMED,
    )
    occasion = _by(Role.CLERK, fact.at)
    await note_working_days(work, occasion, profile=consumers.profile, days=days)


def _by(body: Role, at: datetime) -> Occasion:
    """A body acts by its own decision, under the rules of the day on which it was taken."""
    return Occasion.under(consumers.profile, Actor.body(body), at)
