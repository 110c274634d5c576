"""Hearings and occasions for tests. Every default is valid; a test names only what it is about."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from services.hearings.domain.hearing import Arrangement, Ballots, Hearing, Part, Places
from services.hearings.domain.stages import Initiator, Stage
from shared import rules
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion

NOON = datetime(2026, 11, 10, 7, tzinfo=UTC)
"""A Tuesday, noon in Astana."""

PROFILE = rules.load("kz-kurultai-2026-provisional")
SEATS = 145
BILL, COMMITTEE, FACTION = UUID(int=1), UUID(int=2), UUID(int=3)
ANOTHER_COMMITTEE, ANOTHER_FACTION = UUID(int=4), UUID(int=5)

THEME = Bilingual(kk="Ашық деректер", ru="Открытые данные")
REASON = Bilingual(kk="Заң жобасы қайтарып алынды.", ru="Законопроект отозван.")
OPEN_PART = Part(key="reports", title=THEME)
CLOSED_PART = Part(key="secrets", title=THEME, closed=True, reason=REASON)
ARRANGED = Arrangement((OPEN_PART, CLOSED_PART), Places(public=2, media=1))
OUT_OF_ORDER = Arrangement((OPEN_PART, OPEN_PART), Places())
RECOMMENDATIONS = (Bilingual(kk="Деректерді жариялау.", ru="Публиковать данные."),)


def a_person(*standings: Role | Standing, number: int) -> Actor:
    """A person of these capacities, and no other."""
    held = (s if isinstance(s, Standing) else Standing(s) for s in standings)
    return Actor(UUID(int=number), frozenset(held))


CHAIR = a_person(Role.CHAIR, Role.DEPUTY, number=101)
CLERK = a_person(Role.CLERK, number=102)
DEPUTY = a_person(Role.DEPUTY, number=103)
COMMITTEE_CHAIR = a_person(Role.DEPUTY, Standing(Role.COMMITTEE_CHAIR, COMMITTEE), number=104)
ANOTHER_CHAIR = a_person(Role.DEPUTY, Standing(Role.COMMITTEE_CHAIR, ANOTHER_COMMITTEE), number=105)
LEADER = a_person(Role.DEPUTY, Standing(Role.FACTION_LEADER, FACTION), number=106)
ANOTHER_LEADER = a_person(Role.DEPUTY, Standing(Role.FACTION_LEADER, ANOTHER_FACTION), number=107)
NOBODY = Actor(None)

ACTORS = [
    CHAIR,
    CLERK,
    DEPUTY,
    COMMITTEE_CHAIR,
    ANOTHER_CHAIR,
    LEADER,
    ANOTHER_LEADER,
    NOBODY,
]

BODIES = {
    Initiator.BUREAU: None,
    Initiator.COMMITTEE: COMMITTEE,
    Initiator.OPPOSITION: FACTION,
}
CALLERS = {
    Initiator.BUREAU: CHAIR,
    Initiator.COMMITTEE: COMMITTEE_CHAIR,
    Initiator.OPPOSITION: LEADER,
}


def an_occasion(by: Actor = COMMITTEE_CHAIR, at: datetime = NOON) -> Occasion:
    return Occasion.under(PROFILE, by, at)


def a_hearing(on_behalf_of: Initiator = Initiator.COMMITTEE, **but: Any) -> Hearing:
    """On a registered bill, for a body that may call it; it begins at noon."""
    whole = {
        "id": uuid4(),
        "bill_id": BILL,
        "theme": THEME,
        "starts_at": NOON,
        "on_behalf_of": on_behalf_of,
        "body_id": BODIES[on_behalf_of],
        "seen_bill": True,
        "seen_opposition": on_behalf_of is Initiator.OPPOSITION,
    }
    return Hearing(**whole | but)


def called(on_behalf_of: Initiator = Initiator.COMMITTEE, **but: Any) -> Hearing:
    return a_hearing(on_behalf_of, **{"stage": Stage.CALLED} | but)


def held(taking_part: int = 21, **but: Any) -> Hearing:
    return a_hearing(**{"stage": Stage.HELD, "taking_part": taking_part} | but)


def ballots(votes_for: int = 19, taking_part: int = 21) -> Ballots:
    return Ballots(votes_for, taking_part)


LATER = NOON + timedelta(days=1)
