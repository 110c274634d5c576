"""The list of bills: who asks for some gets those, in the order asked for, each once."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.bills.domain.stages import Stage
from services.bills.store.tables import bill_moments
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from tests.bills.builders import CLERK, COMMITTEE, DEPUTY, a_bill, a_package
from tests.bills.test_store import put_on_file

EVENING = datetime(2026, 12, 1, 20, tzinfo=UTC)
"""In Astana it is already the second of December."""
PACKAGE = [document.model_dump(mode="json") for document in a_package()]


@pytest.fixture
async def filed(desk):
    """Four bills, the oldest first, registered a day apart and acted on in the other order."""
    bills = [
        a_bill(stage=Stage.REGISTERED, number="2026-0001"),
        a_bill(stage=Stage.IN_COMMITTEE, number="2026-0002", lead_committee_id=COMMITTEE),
        a_bill(stage=Stage.SCHEDULED, number="2026-0003", initiator=Role.GOVERNMENT),
        a_bill(stage=Stage.REGISTERED, number="2026-0004", kind=BillKind.CONSTITUTIONAL_LAW),
    ]
    await put_on_file(desk, *bills)
    async with desk.work() as work:
        for days, bill in enumerate(bills):
            registered, changed = EVENING + timedelta(days=days), EVENING - timedelta(days=days)
            moments = sa.update(bill_moments).where(bill_moments.c.bill_id == bill.id)
            both = moments.values(registered_at=registered, changed_at=changed)
            await work.session.execute(both)
    return bills


@pytest.fixture
def numbers(http, filed):  # noqa: ARG001 they are to be there
    """The last digits of the numbers of the bills that are listed, in their order."""

    async def asked(**query):
        answer = await http.get("/bills", params=query)
        assert answer.status_code == 200, answer.text
        return [int(bill["number"][-1]) for bill in answer.json()]

    return asked


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ({"stage": "registered"}, {1, 4}),
        ({"stage": ["in_committee", "scheduled"]}, {2, 3}),
        ({"kind": "constitutional_law"}, {4}),
        ({"initiator": ["government", "president"]}, {3}),
        ({"committee": str(COMMITTEE)}, {2}),
        ({"number": "2026-0002"}, {2}),
        ({"stage": "registered", "kind": "law"}, {1}),
        ({"registered_from": "2026-12-03"}, {2, 3, 4}),
        ({"registered_to": "2026-12-03"}, {1, 2}),
        ({"registered_from": "2026-12-02", "registered_to": "2026-12-02"}, {1}),
        ({"registered_to": "2026-12-01"}, set()),
        ({"registered_from": "2026-12-03", "sort": "changed"}, {2, 3, 4}),
        ({"registered_from": "2026-12-03", "q": "туралы"}, {2, 3, 4}),
    ],
    ids=str,
)
async def test_a_list_may_be_narrowed(numbers, query, listed):
    assert set(await numbers(**query)) == listed


async def test_a_list_comes_in_the_order_asked_for(numbers):
    assert await numbers(sort="changed") == [1, 2, 3, 4]
    assert await numbers(registered_from="2026-12-01") == [4, 3, 2, 1]
    assert await numbers(registered_from="2026-12-01", sort="oldest") == [1, 2, 3, 4]
    assert await numbers(sort="oldest") == (await numbers(sort="newest"))[::-1]


@pytest.mark.parametrize("order", ["newest", "oldest", "changed"])
async def test_pages_hold_every_bill_once_in_any_order(http, numbers, order):
    for more in ({}, {"registered_from": "2026-12-01"}):
        whole = await numbers(sort=order, **more)
        answer, seen = await http.get("/bills", params={"sort": order, "limit": 1} | more), []
        while True:
            seen += [int(bill["number"][-1]) for bill in answer.json()]
            if "next" not in answer.links:
                break
            answer = await http.get(answer.links["next"]["url"])
        assert seen == whole


@pytest.mark.usefixtures("filed")
async def test_bills_are_counted_by_their_stage(http):
    counts = {each["stage"]: each["bills"] for each in (await http.get("/bills/counts")).json()}
    assert {stage: bills for stage, bills in counts.items() if bills} == {
        "registered": 2,
        "in_committee": 1,
        "scheduled": 1,
    }
    assert counts["published"] == 0


async def test_an_act_makes_its_bill_the_last_changed_and_says_when_it_was_registered(http, signed):
    body = {"kind": "law", "title": {"kk": "Жер", "ru": "Земля"}, "package": PACKAGE}
    body |= {"texts": {"kk": "1-бап.", "ru": "Статья 1."}}
    first, _ = [
        (await http.post("/bills", json=body, headers=signed(DEPUTY))).json()["id"] for _ in "12"
    ]
    await http.post(f"/bills/{first}/introduction", headers=signed(DEPUTY))
    await http.post(f"/bills/{first}/registration", headers=signed(CLERK))

    [top, below] = (await http.get("/bills", params={"sort": "changed"})).json()
    assert (top["id"], top["stage"]) == (first, "registered")
    assert top["registered_at"] == top["changed_at"] > below["changed_at"]
    assert below["registered_at"] is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stage", "x"),
        ("sort", "best"),
        ("number", "\0"),
        ("registered_from", "31.12.2026"),
        ("committee", "7"),
    ],
)
async def test_what_cannot_be_asked_is_refused_by_its_name(http, name, value):
    answer = await http.get("/bills", params={name: value})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith(f"/{name}")
