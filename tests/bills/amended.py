"""A bill that is being amended, and amendments to it, for tests."""

from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from services.bills.domain.amendments.amendment import Amendment, Proposed, Setting
from services.bills.domain.amendments.stages import AmendingStage, AmendmentStage, Verdict
from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act, Stage
from services.bills.domain.texts import Texts
from services.bills.store.bills import Bills
from services.bills.store.tables import register
from services.bills.store.texts import keep_texts
from shared.kernel.actor import Actor, Role, Standing
from shared.store.unit_of_work import Desk
from shared.texts.changes import Change, ChangeKind
from tests.bills.builders import (
    COMMITTEE,
    DEPUTY,
    NOON,
    REASON,
    a_bill,
)

TEXTS = Texts(
    """Қазақстан Республикасының Заңы

1-бап. Ашық деректер
1. Деректер ашық.
2. Деректер он күнде жарияланады.
3. Шығыстарды бюджет өтейді.

2-бап. Жауапкершілік
1. Кінәлілер жауап береді.

3-бап. Қолданысқа енгізу
Осы Заң жарияланған күнінен бастап қолданысқа енгізіледі.
""",
    """Закон Республики Казахстан

Статья 1. Открытые данные
1. Данные открыты.
2. Данные публикуются за десять дней.
3. Расходы несёт бюджет.

Статья 2. Ответственность
1. Виновные отвечают.

Статья 3. Введение в действие
Настоящий Закон вводится в действие со дня опубликования.
""",
)
SHORTER = {
    "kind": "replace_words",
    "address": "art_1__pt_2",
    "words": {"kk": "он күнде", "ru": "десять дней"},
    "instead": {"kk": "бес күнде", "ru": "пять дней"},
}
ANOTHER_ARTICLE = {
    "kind": "insert_after",
    "address": "art_2",
    "text": {
        "kk": "2-1-бап. Бақылау\n1. Бақылауды комитет жүзеге асырады.",
        "ru": "Статья 2-1. Контроль\n1. Контроль осуществляет комитет.",
    },
}
WORDED_ANEW = {
    "kind": "new_wording",
    "address": "art_1__pt_2",
    "text": {"kk": "2. Деректер дереу жарияланады.", "ru": "2. Данные публикуются сразу."},
}
TAKEN_OUT = {"kind": "remove", "address": "art_2"}
REASONS = {"reasons": REASON.model_dump()}
GROUNDS = {"grounds": REASON.model_dump()}

COMMITTEE_CHAIR = Actor(
    UUID(int=120),
    frozenset({Standing(Role.COMMITTEE_CHAIR, COMMITTEE), Standing(Role.DEPUTY)}),
)
ANOTHER_CHAIR = Actor(
    UUID(int=121), frozenset({Standing(Role.COMMITTEE_CHAIR, UUID(int=17)), Standing(Role.DEPUTY)})
)
CHANGE_OF_WORDS = Proposed(
    kk=Change(
        kind=ChangeKind.REPLACE_WORDS, address="art_1__pt_2", words="он күнде", instead="бес күнде"
    ),
    ru=Change(
        kind=ChangeKind.REPLACE_WORDS,
        address="art_1__pt_2",
        words="десять дней",
        instead="пять дней",
    ),
)
IN_THE_COMMITTEE = Setting(Stage.AMENDING, COMMITTEE, AmendingStage.OPEN, 1)


def an_amendment(**but: Any) -> Amendment:
    whole = {
        "id": uuid4(),
        "bill_id": UUID(int=1),
        "amending_id": UUID(int=2),
        "number": 1,
        "author_id": DEPUTY.person_id,
        "text_version": 1,
        "address": "art_1__pt_2",
        "scope": "art_1",
        "proposed": CHANGE_OF_WORDS,
        "reasons": REASON,
        "filed_at": NOON,
        "stage": AmendmentStage.FILED,
        "setting": IN_THE_COMMITTEE,
    }
    return Amendment(**whole | but)


def a_bill_being_amended(**but: Any) -> Bill:
    stood = {
        "stage": Stage.AMENDING,
        "lead_committee_id": COMMITTEE,
        "readings_passed": 1,
        "reading": 1,
        "concluded_for": 1,
        "text_version": 1,
        "digests": TEXTS.digests,
    }
    return a_bill(**stood | but)


async def put_on_file(desk: Desk, texts: Texts = TEXTS, **but: Any) -> Bill:
    """The bill with its texts, and the committee's chair in office."""
    bill = a_bill_being_amended(digests=texts.digests, **but)
    async with desk.work() as work:
        Bills(work).add(bill)
        await keep_texts(work, bill, texts, why=Act.DRAFT, at=NOON)
        await work.session.execute(sa.insert(register.offices), _offices())
    return bill


def _offices() -> list[dict[str, Any]]:
    return [
        {
            "office_id": uuid4(),
            "person_id": person.person_id,
            "role": standing.role,
            "body_id": standing.body_id,
            "since": NOON.replace(month=7),
        }
        for person in (COMMITTEE_CHAIR, ANOTHER_CHAIR)
        for standing in person.standings
        if standing.body_id
    ]


class Floor:
    """Takes acts on one bill's amendments over HTTP."""

    def __init__(self, http: Any, signed: Any, bill: Bill) -> None:
        self.http, self.signed, self.bill = http, signed, bill
        self.place = f"/bills/{bill.id}/amendments"

    async def file(self, change: dict[str, Any], by: Actor = DEPUTY, **more: Any) -> Any:
        return await self.http.post(
            self.place, json=change | REASONS | more, headers=self.signed(by)
        )

    async def act(self, number: int, noun: str, by: Actor, body: Any = None) -> Any:
        place = f"{self.place}/{number}/{noun}"
        return await self.http.post(place, json=body, headers=self.signed(by))

    async def decide(self, number: int, verdict: Verdict, **more: Any) -> Any:
        body = {"verdict": verdict.value} | GROUNDS | more
        return await self.act(number, "decision", COMMITTEE_CHAIR, body)

    async def whole(self, noun: str, by: Actor, body: Any = None) -> Any:
        place = f"/bills/{self.bill.id}/amending/{noun}"
        return await self.http.post(place, json=body, headers=self.signed(by))

    async def text(self, language: str = "ru") -> str:
        found = await self.http.get(f"/bills/{self.bill.id}/text", params={"language": language})
        text: str = found.json()["text"]
        return text

    async def stages(self) -> list[str]:
        return [each["stage"] for each in (await self.http.get(self.place)).json()]
