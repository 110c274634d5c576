"""Everything public, line by line; and what is new since, of which nothing is passed over."""

import json

import pytest
import sqlalchemy as sa

from services.bills.actions.admit_bill import admit_bill
from services.bills.actions.revise_bill import revise_bill
from services.bills.api import dump
from services.bills.domain.stages import Stage
from services.bills.domain.texts import Texts
from services.bills.store.bills import Bills
from services.bills.store.tables import bill_changes
from shared.kernel.rules import Outcome
from shared.store.unit_of_work import UnitOfWork
from tests.bills import facts
from tests.bills.builders import (
    CLERK,
    DEPUTY,
    QUESTION,
    TEXTS,
    a_bill,
    a_bill_in_reading,
    a_package,
    a_proposal,
    an_occasion,
)
from tests.bills.test_store import put_on_file

PACKAGE = [document.model_dump(mode="json") for document in a_package()]
DRAFT = {
    "kind": "law",
    "title": {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"},
    "texts": {"kk": TEXTS.kk, "ru": TEXTS.ru},
    "package": PACKAGE,
}


@pytest.fixture
def dumped(http):
    """The lines after a cursor, and the next cursor."""

    async def asked(after=0):
        answer = await http.get("/dump/bills.jsonl", params={"after": after})
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "application/jsonl"
        *lines, last = [json.loads(line) for line in answer.text.splitlines()]
        assert last["type"] == "cursor"
        return lines, last["next"]

    return asked


async def test_a_bill_is_told_with_its_texts_its_acts_and_its_state(http, signed, dumped):
    bill_id = (await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))).json()["id"]
    await http.post(f"/bills/{bill_id}/introduction", headers=signed(DEPUTY))

    lines, _ = await dumped()
    assert {line["bill_id"] for line in lines} == {bill_id}
    by_type = {line["type"]: line for line in lines}
    assert set(by_type) == {"bill", "text", "act"}
    assert [line["act"] for line in lines if line["type"] == "act"] == ["draft", "introduce"]
    assert by_type["bill"]["stage"] == "submitted"
    assert by_type["text"]["digests"] == TEXTS.digests.model_dump()
    assert (by_type["text"]["kk"], by_type["text"]["ru"]) == (TEXTS.kk, TEXTS.ru)
    assert [line["position"] for line in lines] == sorted({line["position"] for line in lines})


async def test_nobody_is_told_of_but_in_their_capacity_and_by_name(http, signed, dumped):
    await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))
    lines, _ = await dumped()
    [act] = [line for line in lines if line["type"] == "act"]
    assert (act["role"], act["name"]["ru"]) == ("deputy", f"Лицо № {DEPUTY.person_id.int}")
    assert str(DEPUTY.person_id) not in json.dumps(lines)
    assert "person_id" not in json.dumps(lines)


async def test_votes_and_hearings_are_told_too(desk, hear, dumped):
    bill = a_bill_in_reading(1)
    await put_on_file(desk, bill)
    await hear(facts.a_result(bill.id, QUESTION, Outcome.NO_DECISION, votes_for=60))
    await hear(facts.a_hearing_called(bill.id))

    lines, _ = await dumped()
    [vote] = [line for line in lines if line["type"] == "vote"]
    [heard] = [line for line in lines if line["type"] == "heard"]
    assert (vote["body"]["tally"]["votes_for"], vote["act"]) == (60, "note_no_decision")
    assert heard["what"] == "hearings.hearing_called.v1"


async def test_only_what_is_new_comes_after_a_cursor_and_a_changed_bill_comes_again(
    http, signed, dumped
):
    bill_id = (await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))).json()["id"]
    _, cursor = await dumped()
    assert await dumped(cursor) == ([], cursor)

    await http.post(f"/bills/{bill_id}/introduction", headers=signed(DEPUTY))
    lines, later = await dumped(cursor)
    assert sorted(line["type"] for line in lines) == ["act", "bill"]
    assert later > cursor
    whole, _ = await dumped()
    assert [line["type"] for line in whole].count("bill") == 1


async def test_what_is_committed_late_comes_after_what_was_begun_later(desk, dumped):
    slow, quick = (a_bill(stage=Stage.REGISTERED, number=f"2026-000{n}") for n in (1, 2))
    await put_on_file(desk, slow, quick)
    _, cursor = await dumped()

    async with desk.sessions() as session:
        begun_first = UnitOfWork(session, desk.kept)
        await admit_bill(begun_first, an_occasion(CLERK), bill_id=slow.id)
        await begun_first.write()
        async with desk.work() as begun_later:
            await admit_bill(begun_later, an_occasion(CLERK), bill_id=quick.id)
        lines, cursor = await dumped(cursor)
        assert {line["bill_id"] for line in lines} == {str(quick.id)}
        await begun_first.commit()

    lines, _ = await dumped(cursor)
    assert {line["bill_id"] for line in lines} == {str(slow.id)}
    assert sorted(line["type"] for line in lines) == ["act", "bill"]


async def test_what_is_undone_is_never_told(desk, dumped):
    bill = a_bill(stage=Stage.REGISTERED)
    await put_on_file(desk, bill)
    _, cursor = await dumped()
    async with desk.sessions() as session:
        work = UnitOfWork(session, desk.kept)
        await admit_bill(work, an_occasion(CLERK), bill_id=bill.id)
        await work.write()
    assert await dumped(cursor) == ([], cursor)


async def test_a_position_is_never_given_twice(desk, work, dumped):
    """A bill that changes gives its position back, and that may be the highest there is."""
    bill = a_bill(stage=Stage.REGISTERED)
    await put_on_file(desk, bill)
    _, cursor = await dumped()
    async with desk.work() as later:
        await admit_bill(later, an_occasion(CLERK), bill_id=bill.id)
    lines, _ = await dumped(cursor)
    assert len(lines) == 2
    positions = list(await work.session.scalars(sa.select(bill_changes.c.position)))
    assert min(line["position"] for line in lines) > cursor
    assert len(positions) == len(set(positions))


async def test_a_reader_who_takes_little_is_not_read_ahead_of(desk, monkeypatch):
    monkeypatch.setattr(dump, "TOGETHER", 3)
    bills = [a_bill(number=f"2026-{n:04}") for n in range(10)]
    await put_on_file(desk, *bills)
    lines = dump._lines(desk, 0)  # noqa: SLF001 the stream itself
    first = json.loads(await anext(lines))

    async with desk.work() as work:
        newest = await Bills(work).get(bills[9].id)
        newest.number = "2026-9999"
    rest = [json.loads(line) async for line in lines]
    [told] = [line for line in rest if line.get("bill_id") == str(bills[9].id)]
    assert (first["type"], told["number"]) == ("bill", "2026-9999")


async def test_long_texts_come_in_pieces_of_what_is_kept_for_a_reader(desk, dumped, monkeypatch):
    monkeypatch.setattr(dump, "MOST_BYTES", 1_000)
    bill = a_bill()
    await put_on_file(desk, bill)
    for number in range(4):
        async with desk.work() as work:
            texts = Texts(f"{number}-бап. " * 500, f"Статья {number}. " * 500)
            await revise_bill(
                work, an_occasion(), bill_id=bill.id, proposal=a_proposal(texts=texts)
            )
    lines, _ = await dumped()
    assert [line["number"] for line in lines if line["type"] == "text"] == [2, 3, 4, 5]


@pytest.mark.parametrize("after", ["-1", "x", str(2**63), "\0"])
async def test_a_cursor_that_is_none_is_refused(http, after):
    answer = await http.get("/dump/bills.jsonl", params={"after": after})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/after")
