"""Deputies stand for the chairs of committees, and the Kurultai elects."""

from uuid import UUID

from services.committees.domain.candidacy import Candidacy
from services.committees.domain.procedure import CANDIDACIES
from services.committees.domain.stages import CandidacyAct
from shared.contracts.committees import ChairElected, ChairNominated, ChairNotElected
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

DECISION = "committee_chair_election"


def nominate(candidacy: Candidacy, occasion: Occasion) -> None:
    """Put a candidate to the Kurultai.

    Raises:
        NotNow: the candidate is no deputy, the chair is taken or reserved, another
            candidate waits, or too few committees would remain for the opposition.
        NotEntitled: candidates are named by the Chair and by leaders of factions.
    """
    CANDIDACIES.take(candidacy, CandidacyAct.NOMINATE, occasion)
    candidacy.name = candidacy.composition.name_of(candidacy.person_id)
    candidacy.record(
        ChairNominated(
            at=occasion.at,
            candidacy_id=candidacy.id,
            committee_id=candidacy.committee_id,
            person_id=candidacy.person_id,
            question=_question(candidacy, candidacy.name),
        )
    )


def decide(candidacy: Candidacy, vote_id: UUID, outcome: Outcome, occasion: Occasion) -> bool:
    """Whether the candidate is elected: by a majority, and as long as the mandate lasts.

    Raises:
        NotNow: the Kurultai has decided on this candidate before.
    """
    seated = candidacy.composition.seat_of(candidacy.person_id) is not None
    elected = outcome is Outcome.ADOPTED and seated
    act = CandidacyAct.ELECT if elected else CandidacyAct.DECLINE
    CANDIDACIES.take(candidacy, act, occasion)
    candidacy.vote_id = vote_id
    fact = ChairElected if elected else ChairNotElected
    candidacy.record(
        fact(
            at=occasion.at,
            candidacy_id=candidacy.id,
            committee_id=candidacy.committee_id,
            person_id=candidacy.person_id,
            vote_id=vote_id,
        )
    )
    return elected


def _question(candidacy: Candidacy, candidate: Bilingual) -> Question:
    return Question(
        id=candidacy.question_id,
        matter=Matter.COMMITTEE_CHAIR,
        case_id=candidacy.id,
        decision=DECISION,
        title=_title(candidacy.committee_name, candidate),
    )


def _title(committee: Bilingual, candidate: Bilingual) -> Bilingual:
    return Bilingual(
        kk=f"Комитет төрағасын сайлау: {committee.kk} — {candidate.kk}",
        ru=f"Избрание председателя комитета: {committee.ru} — {candidate.ru}",
    )
