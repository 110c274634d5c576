"""Factions consult; holders of elected offices are recalled, or resign."""

from uuid import UUID

from services.committees.domain.consultation import Consultation
from services.committees.domain.elections_procedure import CONSULTATIONS, RECALLS
from services.committees.domain.recall import Recall
from services.committees.domain.stages import ConsultationAct, RecallAct
from shared.contracts.elections import (
    FactionsConsulted,
    RecallDecided,
    RecallLapsed,
    RecallProposed,
)
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

DECISIONS = {
    Role.CHAIR: "chair_recall",
    Role.DEPUTY_CHAIR: "deputy_chair_recall",
    Role.COMMITTEE_CHAIR: "committee_chair_recall",
}
"""By which decision of the profile the Kurultai recalls from each office."""


def consult(consultation: Consultation, occasion: Occasion) -> None:
    """Enter a consultation. Raises NotNow: a side was not there, or it is yet to be held."""
    CONSULTATIONS.take(consultation, ConsultationAct.HOLD, occasion)
    consultation.entered_at = occasion.at
    consultation.record(
        FactionsConsulted(
            at=occasion.at,
            consultation_id=consultation.id,
            convocation_id=consultation.convocation_id,
            committee_ids=consultation.committee_ids,
            faction_ids=tuple(voice.faction_id for voice in consultation.voices),
            held_on=consultation.held_on,
        )
    )


def propose(recall: Recall, occasion: Occasion) -> None:
    """Ask the Kurultai to recall, or, of who resigns, to accept it.

    Raises:
        NotNow: nobody holds the office, nobody is elected to it, or the question is put already.
        NotEntitled: who may propose is said by the rules; who resigns does so in person.
    """
    RECALLS.take(recall, RecallAct.RESIGN if recall.resigns else RecallAct.PROPOSE, occasion)
    recall.record(
        RecallProposed(
            at=occasion.at,
            recall_id=recall.id,
            office_id=recall.office_id,
            person_id=recall.person_id,
            role=recall.role,
            resigns=recall.resigns,
            question=_question(recall),
        )
    )


def decide(recall: Recall, vote_id: UUID, outcome: Outcome, occasion: Occasion) -> bool:
    """Whether the office ends by it. Raises NotNow: the Kurultai decided before."""
    recalled = outcome is Outcome.ADOPTED
    RECALLS.take(recall, RecallAct.RECALL if recalled else RecallAct.KEEP, occasion)
    recall.vote_id = vote_id
    recall.record(
        RecallDecided(
            at=occasion.at,
            recall_id=recall.id,
            office_id=recall.office_id,
            recalled=recalled,
            vote_id=vote_id,
        )
    )
    return recalled


def lapse(recall: Recall, occasion: Occasion) -> None:
    """The office was left otherwise. Raises NotNow while it is held."""
    RECALLS.take(recall, RecallAct.LAPSE, occasion)
    recall.record(
        RecallLapsed(
            at=occasion.at,
            recall_id=recall.id,
            office_id=recall.office_id,
            question_id=recall.question_id,
        )
    )


def _question(recall: Recall) -> Question:
    return Question(
        id=recall.question_id,
        matter=Matter.RECALL,
        case_id=recall.id,
        decision=DECISIONS[recall.role],
        title=_title(recall),
    )


def _title(recall: Recall) -> Bilingual:
    name = recall.name
    if recall.resigns:
        return Bilingual(kk=f"Отставканы қабылдау: {name.kk}", ru=f"Принятие отставки: {name.ru}")
    return Bilingual(kk=f"Лауазымнан кері шақыру: {name.kk}", ru=f"Отзыв с должности: {name.ru}")
