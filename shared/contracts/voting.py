"""What the voting service tells the others. No fact carries a deputy's choice before the close."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.words import Bilingual, ItemResult, Question, Tally
from shared.kernel.event import Fact
from shared.kernel.rules import Outcome


class SittingCalled(Fact):
    """A sitting is called for `starts_at`: of the Kurultai, or of the committees `body_ids`."""

    type: ClassVar[str] = "voting.sitting_called.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID
    starts_at: AwareDatetime
    body_ids: tuple[UUID, ...] = ()


class RegistrationOpened(Fact):
    """Deputies may register for the sitting."""

    type: ClassVar[str] = "voting.registration_opened.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID


class DeputyRegistered(Fact):
    """A deputy registered as present."""

    type: ClassVar[str] = "voting.deputy_registered.v1"
    about: ClassVar[str] = "registration"

    registration_id: UUID
    sitting_id: UUID
    person_id: UUID


class AbsenceExcused(Fact):
    """A deputy's absence from the sitting is excused. The ground is not told: it may be illness."""

    type: ClassVar[str] = "voting.absence_excused.v1"
    about: ClassVar[str] = "excuse"

    excuse_id: UUID
    sitting_id: UUID
    person_id: UUID


class ExcuseTakenBack(Fact):
    """The excuse counts for no roll that is frozen from now on."""

    type: ClassVar[str] = "voting.excuse_taken_back.v1"
    about: ClassVar[str] = "excuse"

    excuse_id: UUID
    sitting_id: UUID
    person_id: UUID


class SittingOpened(Fact):
    """The sitting has its quorum and is open."""

    type: ClassVar[str] = "voting.sitting_opened.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID
    registered: int
    quorum: int


class SittingClosed(Fact):
    """The sitting is over."""

    type: ClassVar[str] = "voting.sitting_closed.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID


class QuestionPut(Fact):
    """A question is before the Kurultai; it can be put to a vote from now on."""

    type: ClassVar[str] = "voting.question_put.v1"
    about: ClassVar[str] = "question"

    question_id: UUID
    question: Question


class QuestionTakenBack(Fact):
    """Whoever put a question asks it no longer: no vote on it is opened."""

    type: ClassVar[str] = "voting.question_taken_back.v1"
    about: ClassVar[str] = "question"

    question_id: UUID


class VotePrepared(Fact):
    """A question was put on the floor of a sitting."""

    type: ClassVar[str] = "voting.vote_prepared.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    sitting_id: UUID
    question: Question


class CallingOrdered(Fact):
    """Who presides gave the order in which the roll is called: alphabetical, by_number, given."""

    type: ClassVar[str] = "voting.calling_ordered.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    order: str


class VoteOpened(Fact):
    """Roll and rule are frozen; ballots are taken until `closes_at` by the database clock."""

    type: ClassVar[str] = "voting.vote_opened.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    sitting_id: UUID
    question: Question
    needed: int | None
    roll: int
    registered: int
    closes_at: AwareDatetime


class RecordedBallot(BaseModel):
    """Whose ballot was recorded; what it says is not told."""

    model_config = ConfigDict(frozen=True)

    ballot_id: UUID
    vote_id: UUID
    person_id: UUID


class BallotsRecorded(Fact):
    """Ballots that were committed together are on record."""

    type: ClassVar[str] = "voting.ballots_recorded.v1"
    about: ClassVar[str] = "ballot_group"

    ballot_group_id: UUID
    ballots: tuple[RecordedBallot, ...]


class VoteSuspended(Fact):
    """No ballots are taken until the vote is resumed; what is left of its window is kept."""

    type: ClassVar[str] = "voting.vote_suspended.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    remaining_ms: int


class VoteResumed(Fact):
    """Ballots are taken again, until `closes_at`."""

    type: ClassVar[str] = "voting.vote_resumed.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    closes_at: AwareDatetime


class VoteClosed(Fact):
    """The vote is closed and counted; nothing follows from it until it is proclaimed."""

    type: ClassVar[str] = "voting.vote_closed.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    sitting_id: UUID
    outcome: Outcome
    tally: Tally


class AnnulmentAsked(Fact):
    """An officer asks that the vote be annulled; a second one decides."""

    type: ClassVar[str] = "voting.annulment_asked.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    reason: Bilingual


class VoteAnnulled(Fact):
    """The vote counts for nothing; its record stays. The question may be put again."""

    type: ClassVar[str] = "voting.vote_annulled.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    sitting_id: UUID
    reason: Bilingual


class DeclarationMade(Fact):
    """A deputy declared something beside the ballot: a statement, a fault, a recusal."""

    type: ClassVar[str] = "voting.declaration_made.v1"
    about: ClassVar[str] = "declaration"

    declaration_id: UUID
    vote_id: UUID
    person_id: UUID
    kind: str


class PaperBallotEntered(Fact):
    """A ballot was given in on paper; it waits for a second person."""

    type: ClassVar[str] = "voting.paper_ballot_entered.v1"
    about: ClassVar[str] = "paperballot"

    paperballot_id: UUID
    vote_id: UUID
    person_id: UUID


class PaperBallotConfirmed(Fact):
    """A second person confirmed a paper ballot: it is on record."""

    type: ClassVar[str] = "voting.paper_ballot_confirmed.v1"
    about: ClassVar[str] = "paperballot"

    paperballot_id: UUID
    vote_id: UUID
    person_id: UUID


class WitnessAdmitted(Fact):
    """Cosignatures of this key are kept from now on."""

    type: ClassVar[str] = "voting.witness_admitted.v1"
    about: ClassVar[str] = "witness"

    witness_id: UUID
    vkey: str
    of: Bilingual


class WitnessDismissed(Fact):
    """No more cosignatures of this key are kept."""

    type: ClassVar[str] = "voting.witness_dismissed.v1"
    about: ClassVar[str] = "witness"

    witness_id: UUID


class ResultCertified(Fact):
    """The result of a vote is proclaimed: its numbers, with the rule that made them a result."""

    type: ClassVar[str] = "voting.result_certified.v1"
    about: ClassVar[str] = "vote"

    vote_id: UUID
    sitting_id: UUID
    question: Question
    outcome: Outcome
    tally: Tally
    needed: int
    whole: int
    results: tuple[ItemResult, ...] = ()
    chosen: str | None = None
    runoff: tuple[str, ...] = ()
    provision: str
    profile: str
    opened_at: AwareDatetime
    closed_at: AwareDatetime


TELLS = (
    SittingCalled,
    RegistrationOpened,
    DeputyRegistered,
    AbsenceExcused,
    ExcuseTakenBack,
    SittingOpened,
    SittingClosed,
    QuestionPut,
    QuestionTakenBack,
    VotePrepared,
    CallingOrdered,
    VoteOpened,
    BallotsRecorded,
    VoteSuspended,
    VoteResumed,
    VoteClosed,
    AnnulmentAsked,
    VoteAnnulled,
    DeclarationMade,
    PaperBallotEntered,
    PaperBallotConfirmed,
    WitnessAdmitted,
    WitnessDismissed,
    ResultCertified,
)
