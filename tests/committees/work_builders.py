"""Deputies' requests for tests. Every default is valid; a test names only what it is about."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from services.committees.domain.request import Answer, DeputyRequest, Reply, Wording
from services.committees.domain.running_out import RunsOut
from shared.contracts.words import Bilingual
from tests.committees.builders import DEPUTY, NOON

MINISTRY = Bilingual(kk="Энергетика министрлігі", ru="Министерство энергетики")
SUBJECT = Bilingual(kk="Жылу маусымы", ru="Отопительный сезон")
REASON = Bilingual(kk="Дербес деректер", ru="Персональные данные")
ANSWER = Answer(day=NOON.date(), signed_by=MINISTRY, text=Reply(ru="Готовы."))
TERMS = [None, RunsOut.with_day(NOON.date()), RunsOut.with_day(NOON.date() + timedelta(30))]


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
