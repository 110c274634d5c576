"""Cases and occasions for tests. Every default is valid; a test names only what it is about."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from services.voting.domain.certify import close
from services.voting.domain.evidence import digest_of
from services.voting.domain.excuse import Excuse
from services.voting.domain.question import Question
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import Ground, QuestionStage, SittingStage, VoteStage
from services.voting.domain.vote import Annulment, Vote
from shared import rules
from shared.contracts import words
from shared.contracts.words import Bilingual, Digests, Matter, Tally
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Chamber

NOON = datetime(2026, 12, 1, 7, tzinfo=UTC)  # noon in Almaty, a Tuesday
PROFILE = rules.load("kz-kurultai-2026-provisional")
RULES = PROFILE.on(day_of(NOON))
SEATS = 145
QUORUM = 97
WINDOW = timedelta(seconds=30)


def a_person(number: int, *roles: Role) -> Actor:
    return Actor(UUID(int=number), frozenset(Standing(role) for role in roles))


CLERK = a_person(1, Role.CLERK)
CHAIR = a_person(2, Role.CHAIR, Role.DEPUTY)
DEPUTY_CHAIR = a_person(3, Role.DEPUTY_CHAIR, Role.DEPUTY)
DEPUTY = a_person(4, Role.DEPUTY)
GOVERNMENT = a_person(5, Role.GOVERNMENT)
COMMITTEE_CHAIR = a_person(6, Role.COMMITTEE_CHAIR, Role.DEPUTY)
PRESIDING = a_person(7, Role.PRESIDING, Role.DEPUTY)
NOBODY = Actor(None)
CLOCK = Actor.body(Role.CLOCK)
KURULTAI = Actor.body(Role.KURULTAI)
ACTORS = (
    CLERK,
    CHAIR,
    DEPUTY_CHAIR,
    DEPUTY,
    GOVERNMENT,
    COMMITTEE_CHAIR,
    PRESIDING,
    NOBODY,
    CLOCK,
    KURULTAI,
)


def an_occasion(by: Actor = CHAIR, at: datetime = NOON) -> Occasion:
    return Occasion.under(PROFILE, by, at)


def a_house(registered: int = SEATS, filled: int = SEATS) -> Chamber:
    return Chamber(seats=SEATS, filled=filled, registered=registered)


def a_tally(
    votes_for: int = 0, against: int = 0, abstained: int = 0, registered: int = SEATS
) -> Tally:
    """So many ballots of the registered; the others of them did not vote, the rest is absent."""
    return Tally(
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        present_not_voted=registered - votes_for - against - abstained,
        absent=SEATS - registered,
    )


def a_wording(decision: str = "maj_law", **but: Any) -> words.Question:
    given = {
        "id": uuid4(),
        "matter": Matter.BILL_READING,
        "case_id": uuid4(),
        "reading": 3,
        "decision": decision,
        "title": Bilingual(kk="Су туралы", ru="О воде"),
        "digests": Digests(kk="a" * 64, ru="b" * 64),
    }
    return words.Question(**given | but)


def a_sitting(stage: SittingStage = SittingStage.REGISTERING, **but: Any) -> Sitting:
    given = {"stage": stage, "chamber": a_house(), "open_votes": 0}
    return Sitting(**{"id": uuid4(), "starts_at": NOON} | given | but)


def a_registration(**but: Any) -> Registration:
    given = {"sitting_id": uuid4(), "person_id": DEPUTY.person_id}
    return Registration(
        **{"id": uuid4(), "sitting_stage": SittingStage.REGISTERING, "is_member": True}
        | given
        | but
    )


def an_excuse(**but: Any) -> Excuse:
    """Of a deputy who is away from a sitting that registers."""
    given = {
        "id": uuid4(),
        "sitting_id": uuid4(),
        "person_id": uuid4(),
        "ground": Ground.MISSION,
        "reference": "№ 114",
        "dated": date(2026, 11, 30),
        "sitting_stage": SittingStage.REGISTERING,
        "is_deputy": True,
        "is_registered": False,
        "is_excused": False,
    }
    return Excuse(**given | but)


def a_question(decision: str = "maj_law", **but: Any) -> Question:
    wording = a_wording(decision)
    return Question(**{"id": wording.id, "wording": wording, "stage": QuestionStage.NEW} | but)


def a_vote(stage: VoteStage = VoteStage.OPEN, decision: str = "maj_law", **but: Any) -> Vote:
    """A vote at that stage with all that was frozen in it by then; open, since `NOON`."""
    if stage is VoteStage.CLOSED:
        return _closed(a_vote(VoteStage.OPEN, decision, **but))
    wording = a_wording(decision)
    around = {
        "sitting_stage": SittingStage.OPEN,
        "floor": a_house(),
        "decided": False,
        "open_elsewhere": False,
        "counted": a_tally(),
    }
    if stage is VoteStage.SUSPENDED:
        around["remaining_ms"] = 10_000
    frozen = {} if stage in {VoteStage.NEW, VoteStage.PREPARED} else _frozen(decision)
    given = {"sitting_id": uuid4(), "question_id": wording.id, "question": wording}
    return Vote(**{"id": uuid4(), "stage": stage} | given | around | frozen | but)


def _closed(vote: Vote) -> Vote:
    close(vote, an_occasion(CHAIR, NOON + WINDOW))
    vote.take_recorded()
    vote.take_acts()
    return vote


def an_annulment(by: UUID | None = CLERK.person_id, at: datetime = NOON) -> Annulment:
    return Annulment(by or UUID(int=404), at, Bilingual(kk="Құрылғылар", ru="Устройства"))


def _frozen(decision: str) -> dict[str, Any]:
    rule = RULES.decision(decision)
    return {
        "rule": rule,
        "rule_digest": digest_of(rule),
        "profile": RULES.profile_name,
        "chamber": a_house(),
        "opened_at": NOON,
        "closes_at": NOON + WINDOW,
    }
