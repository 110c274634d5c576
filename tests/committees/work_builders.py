"""Deputies' requests for tests. Every default is valid; a test names only what it is about."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from services.committees.domain.bill_work import (
    NOTHING,
    CoCommittee,
    Considered,
    DayFixed,
    Dissent,
)
from services.committees.domain.conclusion_request import ConclusionRequest
from services.committees.domain.meeting import Count, FollowUp, MeetingDecision
from services.committees.domain.request import Answer, DeputyRequest, Reply, Wording
from services.committees.domain.running_out import RunsOut
from shared.contracts.words import Bilingual
from tests.committees.builders import ANOTHER_COMMITTEE, BILL, COMMITTEE, DEPUTY, NOON, numbered

MINISTRY = Bilingual(kk="Энергетика министрлігі", ru="Министерство энергетики")
SUBJECT = Bilingual(kk="Жылу маусымы", ru="Отопительный сезон")
REASON = Bilingual(kk="Дербес деректер", ru="Персональные данные")
ANSWER = Answer(day=NOON.date(), signed_by=MINISTRY, text=Reply(ru="Готовы."))
TERMS = [None, RunsOut.with_day(NOON.date()), RunsOut.with_day(NOON.date() + timedelta(30))]

YESTERDAY = NOON.date() - timedelta(1)
CO_COMMITTEE = CoCommittee(committee_id=ANOTHER_COMMITTEE, name=MINISTRY, named_at=NOON)
DAY_FIXED = DayFixed(reading=1, day=NOON.date(), ground="№ 1", at=NOON)
DISSENT = Dissent(
    reading=1, person_id=DEPUTY.person_id, name=numbered(7), text=Reply(kk="Жоқ."), at=NOON
)
A_DECISION = MeetingDecision(
    reading=1,
    held_on=YESTERDAY,
    committee_ids=(COMMITTEE, ANOTHER_COMMITTEE),
    count=Count(present=3, votes_for=2, against=1, abstained=0),
    at=NOON,
)
A_FOLLOW_UP = FollowUp(number=1, what=SUBJECT, who=MINISTRY, day=None, at=NOON)
CONSIDERED = [
    NOTHING,
    Considered(members=frozenset({DEPUTY.person_id}), person_id=DEPUTY.person_id),
    Considered(person_id=DEPUTY.person_id, committee_id=COMMITTEE, chaired=False),
    Considered(committee_id=ANOTHER_COMMITTEE, group_formed=False, day=NOON.date()),
    Considered(decision=A_DECISION, most_present=3, number=1, done_on=NOON.date()),
    Considered(decision=A_DECISION, most_present=2, carried=False, number=2),
    Considered(day=YESTERDAY, planned=(YESTERDAY,), dissent_ends=RunsOut.with_day(YESTERDAY)),
]


def a_request(**but: Any) -> DeputyRequest:
    whole = {
        "id": uuid4(),
        "number": "2026-0001",
        "authors": (DEPUTY.person_id,),
        "addressee": MINISTRY,
        "subject": SUBJECT,
        "text": Wording(kk="Сұраймын.", ru="Прошу."),
        "to_be_read_out": False,
        "submitted_at": NOON,
    }
    return DeputyRequest(**whole | but)


def an_inquiry(**but: Any) -> ConclusionRequest:
    whole = {
        "id": uuid4(),
        "referral_id": uuid4(),
        "bill_id": BILL,
        "committee_id": COMMITTEE,
        "reading": 1,
        "addressee": MINISTRY,
        "what": SUBJECT,
        "asked_at": NOON,
    }
    return ConclusionRequest(**whole | but)
