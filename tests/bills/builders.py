"""Bills and occasions for tests. Every default is valid; a test names only what it is about."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from services.bills.domain.bill import Bill, Proposal, Reading
from services.bills.domain.decided import Vote
from services.bills.domain.package import Document, DocumentKind
from services.bills.domain.stages import Stage
from services.bills.domain.texts import Texts
from shared import rules
from shared.contracts.bills import BillKind
from shared.contracts.words import Bilingual, Tally
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.event import Fact
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Outcome

NOON = datetime(2026, 12, 1, 7, tzinfo=UTC)
"""A Tuesday, noon in Astana."""

PROFILE = rules.load("kz-kurultai-2026-provisional")
COMMITTEE = UUID(int=7)
QUESTION = UUID(int=8)
SEATS = 145

TITLE = Bilingual(kk="Ашық деректер туралы", ru="Об открытых данных")
TEXTS = Texts("1-бап. Ашық деректер", "Статья 1. Открытые данные")
REASON = Bilingual(kk="Себебі жазылған.", ru="Причина указана.")


def a_person(*roles: Role, number: int = 1) -> Actor:
    """A person who holds these roles, and no other."""
    return Actor(UUID(int=number), frozenset(Standing(role) for role in roles))


DEPUTY = a_person(Role.DEPUTY, number=101)
ANOTHER_DEPUTY = a_person(Role.DEPUTY, number=102)
PRESIDENT = a_person(Role.PRESIDENT, number=103)
GOVERNMENT = a_person(Role.GOVERNMENT, number=104)
COUNCIL = a_person(Role.PEOPLES_COUNCIL, number=105)
CLERK = a_person(Role.CLERK, number=106)
CHAIR = a_person(Role.CHAIR, Role.DEPUTY, number=107)
DEPUTY_CHAIR = a_person(Role.DEPUTY_CHAIR, Role.DEPUTY, number=108)
PRIME_MINISTER = a_person(Role.PRIME_MINISTER, number=109)
NOBODY = Actor(None)
THE_CHAIRS_BODY = Actor.body(Role.CHAIR)
THE_COMMITTEE = Actor.body(Role.COMMITTEE, COMMITTEE)
THE_KURULTAI = Actor.body(Role.KURULTAI)

INITIATORS = {
    Role.DEPUTY: DEPUTY,
    Role.PRESIDENT: PRESIDENT,
    Role.GOVERNMENT: GOVERNMENT,
    Role.PEOPLES_COUNCIL: COUNCIL,
}


def an_occasion(by: Actor = DEPUTY, at: datetime = NOON) -> Occasion:
    return Occasion.under(PROFILE, by, at)


def a_document(kind: DocumentKind) -> Document:
    return Document(kind=kind, name=f"Құжат: {kind}", digest=sha256(kind.encode()).hexdigest())


def a_package(without: Iterable[DocumentKind] = ()) -> tuple[Document, ...]:
    """Every document there is, but for these."""
    return tuple(a_document(kind) for kind in DocumentKind if kind not in set(without))


def a_proposal(**but: Any) -> Proposal:
    return Proposal(**{"title": TITLE, "texts": TEXTS, "package": a_package()} | but)


def a_bill(**but: Any) -> Bill:
    """A deputy's complete draft, unless told otherwise."""
    initiator = but.get("initiator", Role.DEPUTY)
    whole = {
        "id": uuid4(),
        "kind": BillKind.LAW,
        "initiator": initiator,
        "initiator_id": INITIATORS[initiator].person_id,
        "title": TITLE,
        "digests": TEXTS.digests,
        "in_both_languages": True,
        "stage": Stage.DRAFT,
        "text_version": 1,
        "package": a_package(),
        "number": "2026-0001",
    }
    return Bill(**whole | but)


def a_bill_in_reading(reading: int = 1, **but: Any) -> Bill:
    """A bill whose reading of this number is open, with its question before the Kurultai."""
    stood = {
        "stage": Stage.IN_READING,
        "lead_committee_id": COMMITTEE,
        "concluded_for": reading,
        "reading": reading,
        "readings_passed": reading - 1,
        "readings": (a_reading(reading),),
    }
    return a_bill(**stood | but)


def a_reading(number: int = 1, question_id: UUID = QUESTION, **but: Any) -> Reading:
    whole = {
        "reading": number,
        "purpose": "concept",
        "question_id": question_id,
        "decision": "maj_law",
        "opened_at": NOON - timedelta(hours=1),
    }
    return Reading(**whole | but)


def a_tally(votes_for: int, against: int = 0, absent: int = 0) -> Tally:
    """Everyone else is present and did not vote."""
    rest = SEATS - votes_for - against - absent
    return Tally(
        votes_for=votes_for,
        against=against,
        abstained=0,
        present_not_voted=rest,
        absent=absent,
    )


def a_vote(outcome: Outcome = Outcome.ADOPTED, **but: Any) -> Vote:
    whole = {
        "vote_id": uuid4(),
        "outcome": outcome,
        "tally": a_tally(100, 20),
        "needed": 73,
        "whole": SEATS,
        "provision": "Constitution 2026, art. 61(4)",
        "profile": PROFILE.name,
        "closed_at": NOON,
    }
    return Vote(**whole | but)


def facts_of(bill: Bill) -> list[Fact]:
    """The facts recorded on the bill since the last look."""
    return [recorded.fact for recorded in bill.take_recorded()]
