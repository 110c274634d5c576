"""What is done with a Government hour, and the facts that tell of it."""

from typing import Any
from uuid import UUID

from services.hearings.domain.government_hour import (
    RULES,
    Decided,
    DecisionKind,
    GovernmentHour,
    HourAct,
    Report,
    Signature,
)
from services.hearings.domain.government_procedure import HOUR_QUESTIONS, HOURS
from services.hearings.domain.hour_question import AskAct, HourQuestion
from shared.contracts.oversight import (
    DemandSigned,
    GovernmentAnswered,
    GovernmentAsked,
    GovernmentHourCancelled,
    GovernmentHourMoved,
    GovernmentHourSet,
    GovernmentQuestionPut,
    GovernmentReportDecided,
    QuestionWithdrawn,
    ReportDemanded,
)
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

FLOOR = "sittings.guaranteed_floor"


def set_hour(hour: GovernmentHour, occasion: Occasion) -> None:
    """Set its agenda. Raises NotNow: for another, or for a time past; NotEntitled."""
    HOURS.take(hour, HourAct.SET, occasion)
    _is_set(hour, occasion)


def demand(hour: GovernmentHour, occasion: Occasion) -> None:
    """Demand a report; who does is the first signatory. Raises NotEntitled."""
    HOURS.take(hour, HourAct.DEMAND, occasion)
    hour.signatures = (_signature(occasion),)
    told = {"topic": hour.topic, "person_id": occasion.by.person_id}
    hour.record(ReportDemanded.model_validate(_about(hour, occasion) | told))


def sign(hour: GovernmentHour, occasion: Occasion) -> None:
    """Join the demand in person. Raises NotNow: signed already, or appointed; NotEntitled."""
    HOURS.take(hour, HourAct.SIGN, occasion)
    hour.signatures = (*hour.signatures, _signature(occasion))
    _signed(hour, occasion)


def take_signature_back(hour: GovernmentHour, occasion: Occasion) -> None:
    """Leave the demand. Raises NotNow: not signed, the last one, or appointed."""
    HOURS.take(hour, HourAct.TAKE_SIGNATURE_BACK, occasion)
    mine = occasion.by.person_id
    hour.signatures = tuple(one for one in hour.signatures if one.person_id != mine)
    _signed(hour, occasion)


def appoint(hour: GovernmentHour, occasion: Occasion) -> None:
    """Set the time of a report that enough demand. Raises NotNow: too few do; NotEntitled."""
    HOURS.take(hour, HourAct.APPOINT, occasion)
    _is_set(hour, occasion)


def open_hour(hour: GovernmentHour, occasion: Occasion) -> None:
    HOURS.take(hour, HourAct.OPEN, occasion)
    hour.opened_at = occasion.at
    _moved(hour, HourAct.OPEN, occasion)


def hear_report(hour: GovernmentHour, occasion: Occasion) -> None:
    """Note the report that `reported` says. Raises NotNow: it was too long, or nobody's."""
    HOURS.take(hour, HourAct.HEAR, occasion)
    member, minutes = hour.reported or (1, 1)
    hour.reports = (*hour.reports, Report(member=member, minutes=minutes, at=occasion.at))
    _moved(hour, HourAct.HEAR, occasion)


def propose(
    hour: GovernmentHour, kind: DecisionKind, question_id: UUID, occasion: Occasion
) -> None:
    """Ask the Kurultai for one of the two decisions. Raises NotNow, NotEntitled."""
    HOURS.take(hour, HourAct.PROPOSE, occasion)
    hour.decisions = (*hour.decisions, Decided(kind=kind, question_id=question_id))
    question = Question(
        id=question_id,
        matter=Matter.GOVERNMENT_HOUR,
        case_id=hour.id,
        decision=RULES[kind],
        title=hour.topic,
    )
    hour.record(
        GovernmentQuestionPut.model_validate(_about(hour, occasion) | {"question": question})
    )


def note_decision(
    hour: GovernmentHour, question_id: UUID, vote: tuple[UUID, Outcome], occasion: Occasion
) -> None:
    """Note what the Kurultai decided; nothing if it was not asked this, or not any more."""
    asked = hour.awaited
    if asked is None or asked.question_id != question_id:
        return
    HOURS.take(hour, HourAct.NOTE_DECISION, occasion)
    vote_id, outcome = vote
    decided = asked.model_copy(update={"vote_id": vote_id, "outcome": outcome})
    hour.decisions = tuple(decided if one is asked else one for one in hour.decisions)
    told = {"decision": asked.kind.value, "outcome": outcome, "vote_id": vote_id}
    hour.record(GovernmentReportDecided.model_validate(_about(hour, occasion) | told))


def close_hour(hour: GovernmentHour, occasion: Occasion) -> None:
    """End it. Raises NotNow: a leader of a faction waits for an answer, or a vote is awaited."""
    HOURS.take(hour, HourAct.CLOSE, occasion)
    hour.closed_at = occasion.at
    _moved(hour, HourAct.CLOSE, occasion)


def cancel(hour: GovernmentHour, reason: Bilingual, occasion: Occasion) -> None:
    """It is not held. Raises NotNow: it was set by others; NotEntitled."""
    HOURS.take(hour, HourAct.CANCEL, occasion)
    hour.reason = reason
    told = _about(hour, occasion) | {"reason": reason}
    hour.record(GovernmentHourCancelled.model_validate(told))


def ask(question: HourQuestion, occasion: Occasion) -> None:
    """Ask the Government. Raises NotNow: the hour takes no questions; NotEntitled."""
    HOUR_QUESTIONS.take(question, AskAct.ASK, occasion)
    question.asked_at = occasion.at
    promised = occasion.rules.settled(FLOOR)
    leads = occasion.by.holds(Role.FACTION_LEADER)
    question.guaranteed = isinstance(promised, tuple) and "faction_leader" in promised and leads
    told = _of_question(question, occasion) | {"person_id": question.person_id}
    question.record(GovernmentAsked.model_validate(told))


def answer(question: HourQuestion, words: Bilingual, occasion: Occasion) -> None:
    """Enter the answer. Raises NotNow, NotEntitled."""
    HOUR_QUESTIONS.take(question, AskAct.ANSWER, occasion)
    question.answer, question.answered_at = words, occasion.at
    question.record(GovernmentAnswered.model_validate(_of_question(question, occasion)))


def withdraw(question: HourQuestion, occasion: Occasion) -> None:
    """Take one's own question back. Raises NotNow."""
    HOUR_QUESTIONS.take(question, AskAct.WITHDRAW, occasion)
    question.record(QuestionWithdrawn.model_validate(_of_question(question, occasion)))


def _is_set(hour: GovernmentHour, occasion: Occasion) -> None:
    hour.set_at = occasion.at
    told = {
        "topic": hour.topic,
        "set_by": hour.set_by.value,
        "body_id": hour.body_id,
        "starts_at": hour.starts_at,
    }
    hour.record(GovernmentHourSet.model_validate(_about(hour, occasion) | told))


def _signed(hour: GovernmentHour, occasion: Occasion) -> None:
    told = {"person_id": occasion.by.person_id, "signatures": len(hour.signatures)}
    hour.record(DemandSigned.model_validate(_about(hour, occasion) | told))


def _moved(hour: GovernmentHour, act: HourAct, occasion: Occasion) -> None:
    told = {"act": act.value, "stage": hour.stage.value}
    hour.record(GovernmentHourMoved.model_validate(_about(hour, occasion) | told))


def _signature(occasion: Occasion) -> Signature:
    person_id = occasion.by.person_id
    if person_id is None:
        message = "a deputy is a person"
        raise ValueError(message)
    return Signature(person_id=person_id, at=occasion.at)


def _about(hour: GovernmentHour, occasion: Occasion) -> dict[str, Any]:
    return {"at": occasion.at, "governmenthour_id": hour.id}


def _of_question(question: HourQuestion, occasion: Occasion) -> dict[str, Any]:
    ids = {"hourquestion_id": question.id, "governmenthour_id": question.hour_id}
    return {"at": occasion.at} | ids
