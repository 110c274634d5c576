"""Questions are put, noted and taken back, and the facts that tell of it."""

from services.voting.domain.procedure import QUESTIONS
from services.voting.domain.question import Question
from services.voting.domain.refusals import NoSuchDecision, NoSuchItems
from services.voting.domain.stages import Choice, QuestionAct
from shared.contracts import words
from shared.contracts.voting import QuestionPut, QuestionTakenBack
from shared.kernel.occasion import Occasion

FEWEST_ITEMS = {words.Form.YES_NO: 0, words.Form.EACH: 1, words.Form.ONE_OF: 2}


def put(question: Question, occasion: Occasion) -> None:
    """Put a question of the Kurultai's own.

    Raises:
        NotEntitled: the Apparatus puts questions.
        NoSuchDecision: the rules know no such decision.
        NoSuchItems: there are too few for the form, or two with one key.
    """
    QUESTIONS.take(question, QuestionAct.PUT, occasion)
    _put(question, occasion)


def note(question: Question, occasion: Occasion) -> None:
    """Note a question that another service put. Raises NoSuchDecision."""
    QUESTIONS.take(question, QuestionAct.NOTE, occasion)
    _put(question, occasion)


def take_back(question: Question, occasion: Occasion) -> None:
    """Who put the question asks it no longer; a vote that is under way on it goes on."""
    QUESTIONS.take(question, QuestionAct.TAKE_BACK, occasion)
    question.record(QuestionTakenBack(at=occasion.at, question_id=question.id))


def _put(question: Question, occasion: Occasion) -> None:
    _must_fit(question.wording)
    known = occasion.rules.decisions
    if question.wording.decision not in known:
        raise NoSuchDecision(question.wording.decision, known)
    question.put_at = occasion.at
    question.record(QuestionPut(at=occasion.at, question_id=question.id, question=question.wording))


def _must_fit(wording: words.Question) -> None:
    keys = [item.key for item in wording.items]
    fewest = FEWEST_ITEMS[wording.form]
    if len(set(keys)) != len(keys) or len(keys) < fewest or set(keys) & set(Choice):
        raise NoSuchItems(wording.form, fewest)
