"""A deputy asks, the Apparatus sends, the addressee answers or is late, and everybody sees it."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.committees.actions.watch_requests import tell_overdue_requests
from services.committees.store.requests_tables import deputy_requests
from services.committees.store.tables import kept
from shared.kernel.occasion import day_of
from tests.a_service import signed
from tests.committees.at_work import at_once
from tests.committees.builders import PROFILE
from tests.committees.chamber import Refused

ADDRESSEE = {"kk": "Энергетика министрлігі", "ru": "Министерство энергетики"}
ASKED = {
    "addressee": ADDRESSEE,
    "subject": {"kk": "Жылу маусымы", "ru": "Отопительный сезон"},
    "text": {"kk": "Сұраймын.", "ru": "Прошу сообщить."},
}
REASON = {"kk": "Дербес деректер", "ru": "Персональные данные"}
OBJECTION = {"objection": {"kk": "Мерзім жоқ.", "ru": "Не названы сроки."}}


def today():
    return day_of(datetime.now(UTC))


def an_answer(day=None):
    day = day or today()
    return {"day": day.isoformat(), "signed_by": ADDRESSEE, "text": {"ru": "Все готовы."}}


@pytest.fixture
async def author(chamber):
    return await chamber.of_the_majority()


@pytest.fixture
async def clerk(chamber):
    person_id = uuid4()
    await chamber.office(person_id, "clerk")
    return person_id


@pytest.fixture
async def path(chamber, author):
    """A request that was put."""
    return await put(chamber, author)


async def put(chamber, author, **but):
    request = await chamber.post("/deputy-requests", ASKED | but, by=author)
    return f"/deputy-requests/{request['id']}"


async def told(work, kind):
    outbox = kept.outbox.c
    query = sa.select(outbox.body).where(outbox.type == f"committees.deputy_request_{kind}.v1")
    return list(await work.session.scalars(query.order_by(outbox.place)))


async def make_late(desk, path):
    """As if it had been sent long ago."""
    request_id, past = UUID(path.rpartition("/")[2]), datetime.now(UTC) - timedelta(days=1)
    change = sa.update(deputy_requests).where(deputy_requests.c.id == request_id)
    async with desk.sessions.begin() as session:
        await session.execute(change.values(last_day=past.date(), passes_at=past))


async def numbers(chamber, **asked):
    return [one["number"] for one in await chamber.get("/deputy-requests", **asked)]


async def test_a_request_is_put_sent_answered_and_closed(chamber, author, clerk, path):
    sent = await chamber.post(f"{path}/sending", by=clerk)
    answered = await chamber.post(f"{path}/answer", an_answer(), by=clerk)
    closed = await chamber.post(f"{path}/closing", by=author)

    assert sent["number"].startswith(f"{today().year}-")
    assert (sent["stage"], sent["authors"]) == ("sent", [str(author)])
    assert answered["answered_on"] == today().isoformat()
    assert answered["words"]["answer"]["text"]["ru"] == "Все готовы."
    assert closed["stage"] == "closed"
    acts = [one["act"] for one in await chamber.get(f"{path}/acts")]
    assert acts == ["submit", "send", "answer", "close"]


async def test_only_a_deputy_asks_and_only_the_apparatus_sends(chamber, author, clerk, path):
    for by, where, body in (
        (clerk, "/deputy-requests", ASKED),
        (author, f"{path}/sending", None),
        (author, f"{path}/reading-out", {"day": today().isoformat()}),
    ):
        with pytest.raises(Refused) as refused:
            await chamber.post(where, body, by=by)
        assert refused.value.status == 403
        assert "rules profile: deputy_request" in refused.value.problem["provision"]
    assert (await chamber.get(path))["stage"] == "submitted"


async def test_several_are_authors_each_in_person(chamber, author, clerk, path):
    another = await chamber.of_the_opposition()
    joined = await chamber.post(f"{path}/authors", by=another)
    with pytest.raises(Refused) as twice:
        await chamber.post(f"{path}/authors", by=another)
    with pytest.raises(Refused) as alone:
        await chamber.post(f"{path}/withdrawal", by=author)
    left = await chamber.post(f"{path}/leaving", by=author)
    with pytest.raises(Refused) as nobody:
        await chamber.post(f"{path}/leaving", by=another)
    with pytest.raises(Refused) as stranger:
        await chamber.post(f"{path}/withdrawal", by=author)
    withdrawn = await chamber.post(f"{path}/withdrawal", by=another)

    assert joined["authors"] == [str(author), str(another)]
    assert left["authors"] == [str(another)]
    assert twice.value.unmet == ["the deputy is not an author yet"]
    assert alone.value.unmet == ["nobody else is an author: one of several leaves"]
    assert nobody.value.unmet == ["other authors remain"]
    assert stranger.value.unmet == ["the deputy is one of the authors"]
    assert withdrawn["stage"] == "withdrawn"
    assert await chamber.get(f"{path}/options", by=clerk) == []


async def test_what_is_to_be_read_out_is_sent_after_that(chamber, author, clerk):
    path = await put(chamber, author, to_be_read_out=True)
    with pytest.raises(Refused) as too_early:
        await chamber.post(f"{path}/sending", by=clerk)
    day = {"day": (today() + timedelta(days=1)).isoformat()}
    with pytest.raises(Refused) as not_yet:
        await chamber.post(f"{path}/reading-out", day, by=clerk)
    sitting = str(uuid4())
    read = {"day": today().isoformat(), "sitting_id": sitting}
    await chamber.post(f"{path}/reading-out", read, by=clerk)
    sent = await chamber.post(f"{path}/sending", by=clerk)
    with pytest.raises(Refused) as twice:
        await chamber.post(f"{path}/reading-out", read, by=clerk)

    assert "was read out" in too_early.value.unmet[0]
    assert "sent_after_reading_out" in too_early.value.problem["provision"]
    assert "today" in not_yet.value.unmet[0]
    assert sent["read_out"] == read
    assert twice.value.unmet == ["the request has not been read out yet"]


async def test_an_answer_that_does_not_satisfy_is_asked_for_again(chamber, author, clerk, path):
    await chamber.post(f"{path}/sending", by=clerk)
    await chamber.post(f"{path}/answer", an_answer(), by=clerk)
    stranger = await chamber.of_the_majority()
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/repetition", OBJECTION, by=stranger)
    again = await chamber.post(f"{path}/repetition", OBJECTION, by=author)

    assert refused.value.unmet == ["the deputy is one of the authors"]
    assert (again["stage"], again["times_repeated"]) == ("submitted", 1)
    assert (again["last_day"], again["answered_on"]) == (None, None)
    [earlier] = again["words"]["rounds"]
    assert earlier["answer"]["text"]["ru"] == "Все готовы."
    assert earlier["objection"] == OBJECTION["objection"]
    assert (await chamber.post(f"{path}/sending", by=clerk))["last_day"] is not None


@pytest.mark.parametrize("days", [-1, 1])
async def test_an_answer_comes_on_a_day_on_which_it_can_have_come(chamber, clerk, path, days):
    await chamber.post(f"{path}/sending", by=clerk)
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/answer", an_answer(today() + timedelta(days)), by=clerk)
    assert "not later than today" in refused.value.unmet[0]
    assert (await chamber.get(path))["stage"] == "sent"


async def test_an_answer_in_no_language_is_none(chamber, clerk, path):
    await chamber.post(f"{path}/sending", by=clerk)
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/answer", an_answer() | {"text": {}}, by=clerk)
    assert refused.value.status == 422


async def test_what_is_withheld_is_read_by_its_authors_and_the_apparatus(
    chamber, author, clerk, work
):
    path = await put(chamber, author, withheld=REASON)
    stranger = await chamber.of_the_majority()
    shown = await chamber.get(path)

    assert (shown["words"], shown["withheld"]) == (None, REASON)
    assert [(await chamber.get(f"{path}/words", by=by))["text"] for by in (author, clerk)] == [
        ASKED["text"]
    ] * 2
    for by in (None, stranger):
        with pytest.raises(Refused) as refused:
            await chamber.get(f"{path}/words", by=by)
        assert refused.value.status == 403
        assert "may_be_withheld" in refused.value.problem["provision"]
    [submitted] = await told(work, "submitted")
    assert submitted["subject"] is None
    published = await chamber.post(f"{path}/publication", by=clerk)
    assert published["words"]["text"] == ASKED["text"]
    assert await chamber.get(f"{path}/words") == published["words"]


async def test_what_was_public_is_withheld_with_a_reason(chamber, author, clerk, path):
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/withholding", {"reason": REASON}, by=author)
    await chamber.post(f"{path}/withholding", {"reason": REASON}, by=clerk)

    assert refused.value.status == 403
    assert (await chamber.get(path))["withheld"] == REASON
    assert [one["words"] for one in await chamber.get("/deputy-requests")] == [None]


async def test_who_is_late_is_told_once_by_however_many_clocks(chamber, clerk, path, desk, work):
    await chamber.post(f"{path}/sending", by=clerk)
    await tell_overdue_requests(desk, PROFILE, datetime.now(UTC))
    assert await told(work, "overdue") == []
    await make_late(desk, path)

    now = datetime.now(UTC)
    for _ in range(2):  # A new connection takes longer than the work, and nobody would race.
        await asyncio.gather(*(chamber.get("/deputy-requests") for _ in range(15)))
    await asyncio.gather(*(tell_overdue_requests(desk, PROFILE, now) for _ in range(5)))
    await tell_overdue_requests(desk, PROFILE, now)

    [fact] = await told(work, "overdue")
    assert fact["addressee"] == ADDRESSEE
    assert (await chamber.get(path))["overdue_since"]
    record = await chamber.get(f"{path}/acts")
    assert (record[-1]["act"], record[-1]["role"]) == ("tell_overdue", "clock")


async def test_an_answer_that_came_meanwhile_is_not_told_as_late(chamber, clerk, path, desk, work):
    await chamber.post(f"{path}/sending", by=clerk)
    await make_late(desk, path)
    await chamber.post(f"{path}/answer", an_answer(), by=clerk)
    await tell_overdue_requests(desk, PROFILE, datetime.now(UTC))
    assert await told(work, "overdue") == []
    [answered] = await told(work, "answered")
    assert answered["in_time"] is False


async def test_requests_are_found_by_author_addressee_stage_and_whether_they_are_late(
    chamber, clerk, path, desk
):
    another = await chamber.of_the_opposition()
    bank = {"kk": "Ұлттық Банк", "ru": "Национальный Банк"}
    await put(chamber, another, addressee=bank)
    await chamber.post(f"{path}/sending", by=clerk)
    await make_late(desk, path)
    first, second = [f"{today().year}-000{n}" for n in (1, 2)]

    assert await numbers(chamber) == [second, first]
    assert await numbers(chamber, author=str(another)) == [second]
    assert await numbers(chamber, addressee="энергетик") == [first]
    assert await numbers(chamber, addressee="ұлттық") == [second]
    assert await numbers(chamber, stage="sent") == [first]
    assert await numbers(chamber, overdue="true") == [first]
    assert await numbers(chamber, overdue="false") == [second]


async def test_forty_who_ask_at_once_have_a_number_each(chamber, author):
    posts = [
        chamber.http.post("/deputy-requests", json=ASKED, headers=signed(author)) for _ in range(40)
    ]
    answers = await asyncio.gather(*posts)
    found = sorted(answer.json()["number"] for answer in answers)
    assert found == [f"{today().year}-{n:04}" for n in range(1, 41)]


async def test_an_old_version_is_refused_and_a_known_one_is_not_sent_again(
    chamber, author, clerk, path
):
    first = await chamber.http.get(path)
    await chamber.post(f"{path}/sending", by=clerk)
    with pytest.raises(Refused) as stale:
        await chamber.post(f"{path}/withdrawal", by=author, **{"If-Match": first.headers["etag"]})
    newest = await chamber.http.get(path)
    known = await chamber.http.get(path, headers={"If-None-Match": newest.headers["etag"]})

    assert stale.value.status == 412
    assert (newest.headers["etag"], known.status_code) == ('"2"', 304)


async def test_of_deputies_who_join_at_once_each_is_an_author(chamber, author, path):
    others = [await chamber.of_the_majority() for _ in range(8)]
    joining = dict.fromkeys(others)
    statuses = await at_once(chamber.http, f"{path}/authors", joining, warm="/deputy-requests")
    assert statuses == [200] * len(others)
    authors = (await chamber.get(path))["authors"]
    assert authors[0] == str(author)
    assert sorted(authors[1:]) == sorted(map(str, others))
