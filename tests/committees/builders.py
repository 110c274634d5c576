"""Cases and occasions for tests. Every default is valid; a test names only what it is about."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from services.committees.domain.body import Body, Membership
from services.committees.domain.breach import Breach
from services.committees.domain.candidacy import Candidacy, SecretBallot
from services.committees.domain.committee import Committee
from services.committees.domain.composition import Composition, Post, Seat
from services.committees.domain.consultation import Consultation, Sides, Voice
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.guarantees import Guarantee
from services.committees.domain.mandate import House, Mandate
from services.committees.domain.office import Office
from services.committees.domain.party_list import Listed, PartyList
from services.committees.domain.recall import Recall
from services.committees.domain.referral import Prospect, Referral
from services.committees.domain.register_stages import SessionKind
from services.committees.domain.session import Session
from shared import rules
from shared.contracts.bodies import BodyKind, Capacity
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text

NOON = datetime(2026, 12, 1, 7, tzinfo=UTC)
"""A Tuesday, noon in Astana."""

PROFILE = rules.load("kz-kurultai-2026-provisional")
SEATS = 145
COMMITTEES_MAX = 8

CONVOCATION = UUID(int=1)
MAJORITY, OPPOSITION = UUID(int=2), UUID(int=3)
COMMITTEE, ANOTHER_COMMITTEE = UUID(int=4), UUID(int=5)
BILL = UUID(int=6)

NAME = Bilingual(kk="Аграрлық мәселелер комитеті", ru="Комитет по аграрным вопросам")
SUMMARY = Bilingual(kk="Мақұлдау ұсынылады.", ru="Рекомендуется одобрить.")


def numbered(number: int) -> Bilingual:
    return Bilingual(kk=f"№ {number} депутат", ru=f"Депутат № {number}")


def a_person(*standings: Role | Standing, number: int = 100) -> Actor:
    """A person of these capacities, and no other."""
    held = (s if isinstance(s, Standing) else Standing(s) for s in standings)
    return Actor(UUID(int=number), frozenset(held))


REGISTRAR = a_person(Role.REGISTRAR, number=101)
CHAIR = a_person(Role.CHAIR, Role.DEPUTY, number=102)
CLERK = a_person(Role.CLERK, number=103)
DEPUTY = a_person(Role.DEPUTY, number=104)
OF_THE_OPPOSITION = a_person(Role.DEPUTY, number=105)
FACTION_LEADER = a_person(Role.DEPUTY, Standing(Role.FACTION_LEADER, OPPOSITION), number=106)
ANOTHER_LEADER = a_person(Role.DEPUTY, Standing(Role.FACTION_LEADER, MAJORITY), number=107)
COMMITTEE_CHAIR = a_person(Role.DEPUTY, Standing(Role.COMMITTEE_CHAIR, COMMITTEE), number=108)
ANOTHER_CHAIR = a_person(Role.DEPUTY, Standing(Role.COMMITTEE_CHAIR, ANOTHER_COMMITTEE), number=109)
NOBODY = Actor(None)
THE_KURULTAI = Actor.body(Role.KURULTAI)
THE_APPARATUS = Actor.body(Role.CLERK)
THE_REGISTER = Actor.body(Role.REGISTRAR)

ACTORS = [
    REGISTRAR,
    CHAIR,
    CLERK,
    DEPUTY,
    FACTION_LEADER,
    ANOTHER_LEADER,
    COMMITTEE_CHAIR,
    ANOTHER_CHAIR,
    NOBODY,
    THE_KURULTAI,
]

OF_MAJORITY = [UUID(int=200 + n) for n in range(10)]
OF_OPPOSITION = [UUID(int=300 + n) for n in range(5)]
COMMITTEES = [UUID(int=400 + n) for n in range(COMMITTEES_MAX)]


def an_occasion(by: Actor = REGISTRAR, at: datetime = NOON) -> Occasion:
    return Occasion.under(PROFILE, by, at)


def a_seat(person_id: UUID, faction_id: UUID | None = MAJORITY) -> Seat:
    return Seat(person_id, numbered(person_id.int), faction_id)


def chairs(*pairs: tuple[UUID, UUID]) -> tuple[Post, ...]:
    """Chairs of committees, by committee and person."""
    return tuple(Post(Role.COMMITTEE_CHAIR, person, committee) for committee, person in pairs)


def secretaries(*pairs: tuple[UUID, UUID]) -> tuple[Post, ...]:
    return tuple(Post(Role.COMMITTEE_SECRETARY, person, committee) for committee, person in pairs)


def a_composition(**but: Any) -> Composition:
    """Ten deputies of the majority, five of the opposition, eight committees without chairs."""
    seats = [a_seat(person) for person in OF_MAJORITY]
    seats += [a_seat(person, OPPOSITION) for person in OF_OPPOSITION]
    whole = {
        "seats": tuple(seats),
        "opposition": frozenset({OPPOSITION}),
        "committees": frozenset(COMMITTEES),
    }
    return Composition(**whole | but)


def a_constituted_composition(**but: Any) -> Composition:
    """Every committee is chaired, the last by the opposition, which has two secretaries."""
    pairs = [*zip(COMMITTEES[:-1], OF_MAJORITY, strict=False), (COMMITTEES[-1], OF_OPPOSITION[0])]
    posts = chairs(*pairs) + secretaries(
        (COMMITTEES[0], OF_OPPOSITION[1]), (COMMITTEES[1], OF_OPPOSITION[2])
    )
    return a_composition(**{"posts": posts} | but)


def a_convocation(**but: Any) -> Convocation:
    return Convocation(**{"id": CONVOCATION, "number": 1, "seats": SEATS} | but)


def a_faction(**but: Any) -> Faction:
    whole = {
        "id": OPPOSITION,
        "convocation_id": CONVOCATION,
        "name": Bilingual(kk="№ 5 фракция", ru="Фракция № 5"),
        "opposition": True,
    }
    return Faction(**whole | but)


def a_mandate(**but: Any) -> Mandate:
    whole = {
        "id": uuid4(),
        "convocation_id": CONVOCATION,
        "person_id": DEPUTY.person_id,
        "number": 7,
        "name": numbered(7),
        "faction_id": None,
        "since": NOON,
        "house": House(seats=SEATS),
    }
    return Mandate(**whole | but)


def a_body(**but: Any) -> Body:
    whole = {
        "id": uuid4(),
        "convocation_id": CONVOCATION,
        "kind": BodyKind.COMMISSION,
        "name": NAME,
        "since": NOON,
    }
    return Body(**whole | but)


def a_membership(**but: Any) -> Membership:
    whole = {
        "id": uuid4(),
        "body_id": COMMITTEE,
        "person_id": DEPUTY.person_id,
        "capacity": Capacity.MEMBER,
        "name": numbered(7),
        "since": NOON,
    }
    return Membership(**whole | but)


def a_session(**but: Any) -> Session:
    whole = {
        "id": uuid4(),
        "convocation_id": CONVOCATION,
        "kind": SessionKind.REGULAR,
        "number": 1,
        "since": NOON,
    }
    return Session(**whole | but)


def an_office(role: Role = Role.CLERK, **but: Any) -> Office:
    whole = {
        "id": uuid4(),
        "person_id": OF_MAJORITY[0],
        "role": role,
        "body_id": None,
        "ground": "Resolution No. 1",
        "since": NOON,
        "composition": a_composition(),
    }
    return Office(**whole | but)


def a_committee(**but: Any) -> Committee:
    whole = {
        "id": COMMITTEE,
        "convocation_id": CONVOCATION,
        "name": NAME,
        "reserved_for_opposition": False,
    }
    return Committee(**whole | but)


def a_candidacy(person_id: UUID = OF_MAJORITY[0], **but: Any) -> Candidacy:
    """For the first committee of the composition."""
    whole = {
        "id": uuid4(),
        "convocation_id": CONVOCATION,
        "committee_id": COMMITTEES[0],
        "committee_name": NAME,
        "reserved": False,
        "person_id": person_id,
        "name": numbered(1),
        "question_id": uuid4(),
        "composition": a_composition(),
        "consulted": True,
    }
    return Candidacy(**whole | but)


def counted(**but: Any) -> SecretBallot:
    """Papers of 140 deputies, and one vote more than half of 145 seats for the candidate."""
    whole = {
        "held_on": NOON.date(),
        "registered": 140,
        "issued": 140,
        "votes_for": 73,
        "against": 60,
        "invalid": 7,
        "protocol": "No. 1",
    }
    return SecretBallot(**whole | but)


SIDES = Sides(frozenset(COMMITTEES), frozenset({MAJORITY}), frozenset({OPPOSITION}))
VOICES = (Voice(faction_id=MAJORITY), Voice(faction_id=OPPOSITION))


def a_party_list(**but: Any) -> PartyList:
    """Three candidates, the first of whom identity knows."""
    people = (DEPUTY.person_id, None, None)
    whole = {
        "id": UUID(int=80),
        "convocation_id": CONVOCATION,
        "party": Bilingual(kk="№ 1 партия", ru="Партия № 1"),
        "candidates": tuple(
            Listed(number=n, name=numbered(n), person_id=person)
            for n, person in enumerate(people, start=1)
        ),
    }
    return PartyList(**whole | but)


def a_consultation(**but: Any) -> Consultation:
    whole = {
        "id": uuid4(),
        "convocation_id": CONVOCATION,
        "held_on": NOON.date(),
        "committee_ids": (COMMITTEES[0],),
        "voices": VOICES,
        "outcome": SUMMARY,
        "sides": SIDES,
    }
    return Consultation(**whole | but)


def a_recall(**but: Any) -> Recall:
    whole = {
        "id": uuid4(),
        "office_id": uuid4(),
        "role": Role.COMMITTEE_CHAIR,
        "body_id": COMMITTEES[0],
        "person_id": OF_MAJORITY[0],
        "name": numbered(1),
        "question_id": uuid4(),
        "ground": SUMMARY,
    }
    return Recall(**whole | but)


def a_referral(**but: Any) -> Referral:
    whole = {
        "id": uuid4(),
        "bill_id": BILL,
        "committee_id": COMMITTEE,
        "committee_name": NAME,
        "prospect": Prospect(bill_open=True, committee_chaired=True),
    }
    return Referral(**whole | but)


def a_guarantee(held: int = 1) -> Guarantee:
    sentence = Text(kk="Кепілдік", ru="Гарантия", en="A guarantee")
    return Guarantee("opposition.chairs_min", sentence, 1, held, is_owed=True, provision="art. 7")


def a_breach(**but: Any) -> Breach:
    given = {"key": "opposition.chairs_min", "needed": 1, "held": 0, "provision": "art. 7"}
    cause = {"cause": "end", "cause_id": UUID(int=77)}
    ids = {"id": UUID(int=76), "convocation_id": UUID(int=75)}
    return Breach(**{**ids, **given, **cause, **but})
