"""What the voting service does when others speak."""

from services.voting.actions.note_question import note_question, take_back_question
from services.voting.store.tables import bodies, register
from shared.contracts.amendments import AmendmentsQuestionPut
from shared.contracts.bills import ReadingOpened
from shared.contracts.bills_beyond import QuestionPut
from shared.contracts.committees import ChairNominated
from shared.contracts.elections import (
    CandidacyEnded,
    OfficerNominated,
    RecallLapsed,
    RecallProposed,
)
from shared.contracts.oversight import GovernmentQuestionPut
from shared.contracts.referendum import InitiativeQuestionPut
from shared.messaging.bodies import hear_bodies
from shared.messaging.consumers import Consumers
from shared.messaging.register import hear_register
from shared.store.unit_of_work import UnitOfWork

consumers = Consumers("voting")

hear_register(consumers, register)
hear_bodies(consumers, bodies)


@consumers.on(ReadingOpened)
async def note_question_of_a_reading(fact: ReadingOpened, work: UnitOfWork) -> None:
    """A reading asks the Kurultai its question (Constitution 2026, art. 61(3), 61(4))."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(QuestionPut)
async def note_question_on_a_bill(fact: QuestionPut, work: UnitOfWork) -> None:
    """A bill asks something beside its reading: confidence, a repeat vote (art. 56(2), 60(7))."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(AmendmentsQuestionPut)
async def note_question_on_amendments(fact: AmendmentsQuestionPut, work: UnitOfWork) -> None:
    """Before its reading decides on the text, the Kurultai is asked of single amendments."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(InitiativeQuestionPut)
async def note_question_of_an_initiative(fact: InitiativeQuestionPut, work: UnitOfWork) -> None:
    """The Kurultai is asked whether it initiates a referendum (Constitution 2026, art. 92(1))."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(GovernmentQuestionPut)
async def note_question_on_a_report(fact: GovernmentQuestionPut, work: UnitOfWork) -> None:
    """The Kurultai is asked to take note of a report, or to appeal to the President (art. 56)."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(OfficerNominated)
async def note_question_of_an_office(fact: OfficerNominated, work: UnitOfWork) -> None:
    """Someone stands for an office of the Kurultai; on who is elected secretly none votes here."""
    if fact.question is not None:
        await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(CandidacyEnded)
async def take_back_question_of_a_candidacy(fact: CandidacyEnded, work: UnitOfWork) -> None:
    """Who stands no longer is not voted on."""
    await take_back_question(work, consumers.profile, fact.question_id, fact.at)


@consumers.on(RecallProposed)
async def note_question_of_a_recall(fact: RecallProposed, work: UnitOfWork) -> None:
    """The Kurultai is asked to recall, or to accept a resignation (art. 57(2))."""
    await note_question(work, consumers.profile, fact.question, fact.at)


@consumers.on(RecallLapsed)
async def take_back_question_of_a_recall(fact: RecallLapsed, work: UnitOfWork) -> None:
    """The office was left: there is nobody to recall."""
    await take_back_question(work, consumers.profile, fact.question_id, fact.at)


@consumers.on(ChairNominated)
async def note_question_of_a_candidacy(fact: ChairNominated, work: UnitOfWork) -> None:
    """Someone is nominated to chair a committee: the Kurultai is asked to elect."""
    await note_question(work, consumers.profile, fact.question, fact.at)
