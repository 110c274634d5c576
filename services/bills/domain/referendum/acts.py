"""What is done with an initiative for a referendum, and the facts that tell of it."""

from uuid import UUID

from services.bills.domain.decided import Vote
from services.bills.domain.decisions import RESOLUTION
from services.bills.domain.referendum.initiative import (
    Initiative,
    InitiativeAct,
    ReferendumResult,
)
from services.bills.domain.referendum.procedure import INITIATORS, REFERENDUM, is_carried
from services.bills.domain.texts import Texts
from shared.contracts.referendum import (
    InitiativeDrafted,
    InitiativeMoved,
    InitiativeQuestionPut,
)
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.actor import Role
from shared.kernel.errors import DomainError
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

ANSWERS = {Outcome.ADOPTED: InitiativeAct.AGREE, Outcome.REJECTED: InitiativeAct.REFUSE}


def draft(initiative_id: UUID, title: Bilingual, texts: Texts, occasion: Occasion) -> Initiative:
    """Open an initiative. Raises NotEntitled for those who have no right to it."""
    by = occasion.by
    initiative = Initiative(
        id=initiative_id,
        initiator=next((role for role in INITIATORS if by.holds(role)), Role.DEPUTY),
        initiator_id=by.person_id,
        title=title,
        kk=texts.kk,
        ru=texts.ru,
        digests=texts.digests,
    )
    REFERENDUM.take(initiative, InitiativeAct.DRAFT, occasion)
    initiative.record(
        InitiativeDrafted(
            at=occasion.at,
            initiative_id=initiative.id,
            initiator=initiative.initiator,
            title=title,
            digests=texts.digests,
        )
    )
    return initiative


def ask_the_kurultai(initiative: Initiative, question_id: UUID, occasion: Occasion) -> None:
    """Put the Kurultai's own initiative to its vote; it decides by a resolution."""
    REFERENDUM.take(initiative, InitiativeAct.ASK_THE_KURULTAI, occasion)
    initiative.question_id = question_id
    question = Question(
        id=question_id,
        matter=Matter.REFERENDUM_INITIATIVE,
        case_id=initiative.id,
        decision=RESOLUTION,
        title=initiative.title,
        digests=initiative.digests,
    )
    initiative.record(
        InitiativeQuestionPut(at=occasion.at, initiative_id=initiative.id, question=question)
    )


def answer(initiative: Initiative, question_id: UUID, vote: Vote, occasion: Occasion) -> None:
    """Carry out what the Kurultai answered; nothing if it was not asked this, or not any more."""
    if initiative.question_id != question_id:
        return
    _move(initiative, ANSWERS.get(vote.outcome, InitiativeAct.NOTE_NO_DECISION), occasion)
    initiative.question_id, initiative.vote = None, vote


def propose(initiative: Initiative, occasion: Occasion) -> None:
    """The President, the Government or the People's Council proposes its initiative."""
    _move(initiative, InitiativeAct.PROPOSE, occasion)


def note_conclusion(initiative: Initiative, conclusion: Bilingual, occasion: Occasion) -> None:
    """Enter the conclusion of the Constitutional Court."""
    _move(initiative, InitiativeAct.NOTE_CONCLUSION, occasion)
    initiative.conclusion = conclusion


def decide(initiative: Initiative, *, call: bool, words: Bilingual, occasion: Occasion) -> None:
    """The President calls the referendum, or declines to."""
    _move(initiative, InitiativeAct.CALL if call else InitiativeAct.DECLINE, occasion)
    initiative.decision = words


def note_result(initiative: Initiative, result: ReferendumResult, occasion: Occasion) -> None:
    """Enter what was published; whether the amendments are adopted follows from the numbers."""
    before, initiative.result = initiative.result, result
    carried = is_carried.holds(initiative, occasion)
    act = InitiativeAct.NOTE_ADOPTED if carried else InitiativeAct.NOTE_REJECTED
    try:
        _move(initiative, act, occasion)
    except DomainError:
        initiative.result = before
        raise


def _move(initiative: Initiative, act: InitiativeAct, occasion: Occasion) -> None:
    REFERENDUM.take(initiative, act, occasion)
    initiative.record(
        InitiativeMoved(
            at=occasion.at, initiative_id=initiative.id, act=act, stage=initiative.stage
        )
    )
