"""A thousand amendments to one bill; how long ten thousand take, the benchmarks say."""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.bills.domain.amendments.amendment import OWN_IDEA, Proposed
from services.bills.domain.amendments.stages import AmendmentStage, Verdict
from services.bills.domain.texts import Texts
from services.bills.store.tables import amendment_series, amendments
from shared.texts.changes import Change, ChangeKind
from tests.bills.amended import COMMITTEE_CHAIR, SHORTER, Floor, put_on_file
from tests.bills.builders import DEPUTY, NOON, REASON

MANY, ARTICLES = 1_000, 100
POINTS = MANY // ARTICLES


def a_long_text(article, word):
    points = [f"{p}. {word} бір екі." for p in range(1, POINTS + 1)]
    return "\n".join("\n".join([article.format(n), *points]) for n in range(1, ARTICLES + 1))


TEXTS = Texts(a_long_text("{}-бап. Атауы", "Сөз"), a_long_text("Статья {}. Название", "Слово"))


def a_row(bill, amending, number, stage):
    address = f"art_{(number - 1) // POINTS + 1}__pt_{(number - 1) % POINTS + 1}"
    change = Change(
        kind=ChangeKind.REPLACE_WORDS, address=address, words="бір", instead=f"№ {number}"
    )
    return {
        "id": uuid4(),
        "stage": stage,
        "version": 1,
        "bill_id": bill.id,
        "amending_id": amending,
        "number": number,
        "author_id": DEPUTY.person_id,
        "co_authors": (),
        "text_version": 1,
        "address": address,
        "scope": address.partition("__")[0],
        "proposed": Proposed(kk=change, ru=change),
        "reasons": REASON,
        "filed_at": NOON,
        "provenance": OWN_IDEA,
        "touches_budget": False,
        "separate_vote": False,
    }


@pytest.fixture
async def floor(desk, http, signed):
    """The first amendment is filed over HTTP, all but the last are accepted on file."""
    floor = Floor(http, signed, await put_on_file(desk, TEXTS))
    first = SHORTER | {"address": "art_1__pt_1", "words": {"kk": "екі", "ru": "екі"}}
    filed = await floor.file(first)
    assert filed.status_code == 201, filed.text
    amending = (await http.get(f"/bills/{floor.bill.id}/amending")).json()["id"]
    rows = [
        a_row(floor.bill, amending, number, AmendmentStage.ACCEPTED)
        for number in range(2, MANY + 1)
    ]
    async with desk.sessions.begin() as session:
        await session.execute(sa.insert(amendments), rows)
        await session.execute(sa.update(amendment_series).values(last=MANY))
    return floor


async def test_what_people_read_is_a_page_and_a_summary_however_many_there_are(floor):
    bill = f"/bills/{floor.bill.id}"
    page = (await floor.http.get(f"{floor.place}?limit=50")).json()
    there = (await floor.http.get(f"{floor.place}?address=art_90__pt_3")).json()
    filed = (await floor.http.get(f"{floor.place}?stage=filed")).json()
    last = (await floor.http.get(f"{floor.place}/{MANY}")).json()
    timeline = (await floor.http.get(f"{bill}/timeline")).json()

    assert (len(page), len(there), len(filed)) == (50, 1, 1)
    assert last["number"] == MANY
    assert len(timeline) < 10


async def test_the_text_is_made_of_all_of_them(floor):
    assert (await floor.decide(1, Verdict.ACCEPTED)).status_code == 200
    closed = await floor.whole("closing", COMMITTEE_CHAIR)

    assert closed.status_code == 200, closed.text
    text = await floor.text("kk")
    assert f"№ {MANY} екі" in text
    assert text.startswith("1-бап. Атауы")
    conflicts = await floor.http.get(f"{floor.place}/conflicts")
    assert conflicts.json() == []
