"""Deputies stand for offices, and the Kurultai elects."""

from uuid import UUID

from services.committees.domain.candidacy import Ballot, Candidacy, SecretBallot
from services.committees.domain.conditions.elections import (
    DECISIONS,
    enough_were_for,
    office_is_filled,
    rule_of,
)
from services.committees.domain.elections_procedure import CANDIDACIES
from services.committees.domain.stages import CandidacyAct, CandidacyStage
from shared.contracts.committees import ChairElected, ChairNominated, ChairNotElected
from shared.contracts.elections import (
    CandidacyEnded,
    OfficerElected,
    OfficerNominated,
    OfficerNotElected,
)
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome, Visibility

NOMINATING = {
    Role.CHAIR: CandidacyAct.NOMINATE_CHAIR,
    Role.DEPUTY_CHAIR: CandidacyAct.PRESENT_DEPUTY_CHAIR,
    Role.COMMITTEE_CHAIR: CandidacyAct.NOMINATE,
}
TITLES = {
    Role.CHAIR: Bilingual(kk="Құрылтай Төрағасын сайлау", ru="Избрание Председателя Курултая"),
    Role.DEPUTY_CHAIR: Bilingual(
        kk="Құрылтай Төрағасының орынбасарын сайлау",
        ru="Избрание заместителя Председателя Курултая",
    ),
}


def nominate(candidacy: Candidacy, occasion: Occasion) -> None:
    """Put a candidate to the Kurultai, or to a secret ballot where the rules have one.

    Raises:
        NotNow: the candidate is no deputy or stands already, the office is taken or reserved,
            the factions have not consulted, or too few committees would remain for the opposition.
        NotEntitled: the President nominates the Chair (art. 57(1)), the Chair presents deputy
            chairs (art. 57(3)(3)); of committee chairs also leaders of factions name candidates.
    """
    CANDIDACIES.take(candidacy, NOMINATING[candidacy.role], occasion)
    candidacy.name = candidacy.composition.name_of(candidacy.person_id)
    candidacy.nominated_by = occasion.by.person_id
    if rule_of(candidacy, occasion).visibility is Visibility.SECRET:
        candidacy.ballot = Ballot.SECRET
    candidacy.record(_nominated(candidacy, candidacy.name, occasion))


def _nominated(
    candidacy: Candidacy, name: Bilingual, occasion: Occasion
) -> ChairNominated | OfficerNominated:
    is_open = candidacy.ballot is Ballot.OPEN
    if is_open and candidacy.committee_id is not None:
        return ChairNominated(
            at=occasion.at,
            candidacy_id=candidacy.id,
            committee_id=candidacy.committee_id,
            person_id=candidacy.person_id,
            question=_question(candidacy, name),
        )
    return OfficerNominated(
        at=occasion.at,
        candidacy_id=candidacy.id,
        role=candidacy.role,
        body_id=candidacy.committee_id,
        person_id=candidacy.person_id,
        question=_question(candidacy, name) if is_open else None,
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
    _tell(candidacy, occasion)
    return elected


def enter_secret_ballot(candidacy: Candidacy, counted: SecretBallot, occasion: Occasion) -> bool:
    """Whether the candidate is elected by a secret ballot, as the commission counted it.

    Raises:
        NotNow: the ballot is open, the papers do not add up, or there was no quorum.
        NotEntitled: the registrar enters it.
    """
    candidacy.counted = counted
    elected = enough_were_for.holds(candidacy, occasion)
    act = CandidacyAct.ENTER_ELECTION if elected else CandidacyAct.ENTER_FAILURE
    CANDIDACIES.take(candidacy, act, occasion)
    candidacy.secret = counted
    _tell(candidacy, occasion)
    return elected


def withdraw(candidacy: Candidacy, occasion: Occasion) -> None:
    """Stand no longer. Raises NotNow after the decision, and for who is neither of the two."""
    CANDIDACIES.take(candidacy, CandidacyAct.WITHDRAW, occasion)
    _end(candidacy, "withdrawn", occasion)


def lapse(candidacy: Candidacy, occasion: Occasion) -> None:
    """Another holds the office. Raises NotNow while it can be filled."""
    CANDIDACIES.take(candidacy, CandidacyAct.LAPSE, occasion)
    _end(candidacy, "the office is filled", occasion)


def is_moot(candidacy: Candidacy, occasion: Occasion) -> bool:
    """Whether the office is filled without this candidate."""
    return office_is_filled.holds(candidacy, occasion)


def _end(candidacy: Candidacy, ground: str, occasion: Occasion) -> None:
    candidacy.record(
        CandidacyEnded(
            at=occasion.at,
            candidacy_id=candidacy.id,
            question_id=candidacy.question_id,
            ground=ground,
        )
    )


def _tell(candidacy: Candidacy, occasion: Occasion) -> None:
    elected = candidacy.stage is CandidacyStage.ELECTED
    if candidacy.vote_id is not None and candidacy.committee_id is not None:
        of_chair = ChairElected if elected else ChairNotElected
        candidacy.record(
            of_chair(
                at=occasion.at,
                candidacy_id=candidacy.id,
                committee_id=candidacy.committee_id,
                person_id=candidacy.person_id,
                vote_id=candidacy.vote_id,
            )
        )
        return
    of_officer = OfficerElected if elected else OfficerNotElected
    candidacy.record(
        of_officer(
            at=occasion.at,
            candidacy_id=candidacy.id,
            role=candidacy.role,
            body_id=candidacy.committee_id,
            person_id=candidacy.person_id,
            vote_id=candidacy.vote_id,
        )
    )


def _question(candidacy: Candidacy, candidate: Bilingual) -> Question:
    of_committee = candidacy.committee_id is not None
    return Question(
        id=candidacy.question_id,
        matter=Matter.COMMITTEE_CHAIR if of_committee else Matter.OFFICER,
        case_id=candidacy.id,
        decision=DECISIONS[candidacy.role],
        title=_title(candidacy, candidate),
    )


def _title(candidacy: Candidacy, candidate: Bilingual) -> Bilingual:
    committee = candidacy.committee_name
    if committee is None:
        office = TITLES[candidacy.role]
        return Bilingual(kk=f"{office.kk}: {candidate.kk}", ru=f"{office.ru}: {candidate.ru}")
    return Bilingual(
        kk=f"Комитет төрағасын сайлау: {committee.kk} — {candidate.kk}",
        ru=f"Избрание председателя комитета: {committee.ru} — {candidate.ru}",
    )
