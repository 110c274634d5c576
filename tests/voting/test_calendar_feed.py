"""The calendar of a deputy: by a secret link, for as long as it stands, and never in a log."""

import asyncio
import logging
import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

import pytest
from icalendar import Calendar

from services.voting.api.calendar_feed import MOST

SECRET = re.compile(r"/calendars/([A-Za-z0-9_-]{43})\.ics")
"""43 characters of Base64 are 32 bytes."""


@pytest.fixture
def link(floor):
    """Asks for a link; its path as this service itself is asked."""

    async def asked(person_id):
        return (await floor.post("/me/calendar", by=person_id, status=201))["path"]

    return asked


async def read(floor, path, **asked):
    answer = await floor.http.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.text)


def by_id(calendar):
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


async def test_a_link_shows_the_sittings_to_a_program_without_a_token(floor, link):
    open_id = await floor.sit()
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    called = await floor.post("/sittings", {"starts_at": tomorrow.isoformat()}, by=floor.clerk)

    path = await link(floor.deputies[10])
    events = by_id(await read(floor, path, language="ru"))

    assert SECRET.fullmatch(path)
    assert set(events) == {open_id, called["id"]}
    event = events[called["id"]]
    assert event.decoded("dtstart") == tomorrow
    assert str(event["summary"]) == "Заседание Курултая"
    assert str(event["url"]) == f"http://voting/api/voting/v1/sittings/{called['id']}"
    assert str(events[open_id]["description"]) == "Вы зарегистрированы."


async def test_each_calendar_is_its_deputys_own(floor, link):
    sitting_id = await floor.sit(present=100)
    present, excused, absent = (floor.deputies[number] for number in (5, 120, 121))
    await floor.excuse(sitting_id, excused, ground="illness")

    said = []
    for person_id in (present, excused, absent):
        [event] = (await read(floor, await link(person_id), language="en")).walk("VEVENT")
        said.append(str(event.get("description", "")))

    assert said == ["You are registered.", "Your absence is excused.", ""]
    assert "illness" not in "".join(said)


async def test_a_sitting_that_is_over_has_an_end_and_one_that_never_opened_is_cancelled(
    floor, link
):
    over = await floor.sit()
    await floor.post(f"/sittings/{over}/closing", by=floor.chair)
    failed = await floor.registering()
    await floor.post(f"/sittings/{failed}/adjournment", by=floor.chair)

    events = by_id(await read(floor, await link(floor.deputies[10]), language="kk"))

    assert (str(events[over]["status"]), "dtend" in events[over]) == ("CONFIRMED", True)
    assert str(events[failed]["status"]) == "CANCELLED"
    assert str(events[failed]["description"]) == "Отырыс ашылмады."


async def test_a_calendar_is_the_same_bytes_until_something_changes(floor, link):
    sitting_id = await floor.sit()
    path = await link(floor.deputies[10])
    first = await floor.http.get(path)
    known = {"If-None-Match": first.headers["etag"]}

    again = await floor.http.get(path, headers=known)
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)
    changed = await floor.http.get(path, headers=known)

    assert first.headers["cache-control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    [before], [after] = (Calendar.from_ical(a.text).walk("VEVENT") for a in (first, changed))
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]


async def test_a_new_link_ends_the_old_one_and_each_deputy_has_one(floor, link):
    me, other = floor.deputies[10], floor.deputies[11]
    theirs = await link(other)
    first, second = await link(me), await link(me)

    assert first != second
    statuses = [(await floor.http.get(path)).status_code for path in (first, second, theirs)]
    assert statuses == [404, 200, 200]
    assert await floor.admin.fetchval("SELECT count(*) FROM calendar_links") == 2


async def test_of_links_asked_for_at_once_exactly_one_opens(floor, link):
    me = floor.deputies[10]

    paths = await asyncio.gather(*(link(me) for _ in range(8)))

    statuses = [(await floor.http.get(path)).status_code for path in paths]
    assert sorted(statuses) == [200] + [404] * 7


async def test_a_link_that_was_ended_opens_nothing_and_ending_it_again_is_the_same(floor, link):
    me = floor.deputies[10]
    path = await link(me)

    for _ in range(2):
        answer = await floor.http.delete("/me/calendar", headers=floor.signed(me))
        assert answer.status_code == 204

    refused = await floor.http.get(path)
    assert (refused.status_code, refused.json()["code"]) == (404, "calendar-not-found")


async def test_with_the_mandate_the_calendar_ends(floor, link):
    me = floor.deputies[10]
    path = await link(me)

    await floor.end_mandate(me)

    assert (await floor.http.get(path)).status_code == 404
    refused = await floor.post("/me/calendar", by=me, status=403)
    assert refused["code"] == "not-a-deputy"


@pytest.mark.parametrize("secret", ["x", "a" * 43, "а" * 43, "%00", "a" * 4000, "..%2f..%2fme"])
async def test_an_unknown_link_is_not_found_whatever_it_looks_like(floor, link, secret):
    await link(floor.deputies[10])

    answer = await floor.http.get(f"/calendars/{secret}.ics")

    assert answer.status_code == 404


async def test_of_the_secret_only_its_digest_is_kept_anywhere(floor, link):
    me = floor.deputies[10]
    path = await link(me)
    secret = SECRET.fullmatch(path)[1]

    [row] = await floor.admin.fetch("SELECT * FROM calendar_links")
    assert (row["person_id"], row["digest"]) == (me, sha256(secret.encode()).digest())

    keyed = floor.signed(me, **{"Idempotency-Key": "once"})
    told = [await floor.http.post("/me/calendar", headers=keyed) for _ in range(2)]
    assert told[0].json() != told[1].json()
    assert await floor.admin.fetchval("SELECT count(*) FROM repeats") == 0
    assert await floor.admin.fetchval("SELECT count(*) FROM outbox") == 0


async def test_the_secret_is_in_no_line_of_the_log_and_in_no_refusal(floor, link, capsys):
    path = await link(floor.deputies[10])
    secret = SECRET.fullmatch(path)[1]
    await floor.http.get(path)
    await floor.http.delete("/me/calendar", headers=floor.signed(floor.deputies[10]))

    refused = await floor.http.get(path)
    logging.getLogger("some.library").error("GET %s failed", f"http://voting{path}")
    logged = capsys.readouterr()

    assert secret not in refused.text
    assert refused.json()["instance"] == "/calendars/%2A%2A%2A.ics"
    assert "/calendars/***.ics failed" in logged.out
    assert secret not in logged.out + logged.err


async def test_a_program_that_asks_without_end_is_told_when_to_come_back(floor, link):
    busy, other = await link(floor.deputies[10]), await link(floor.deputies[11])
    for _ in range(MOST):
        assert (await floor.http.get(busy)).status_code == 200

    refused = await floor.http.get(busy)

    assert (refused.status_code, refused.json()["code"]) == (429, "too-often")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert (await floor.http.get(other)).status_code == 200


@pytest.mark.parametrize("who", ["clerk", "stranger"])
async def test_who_is_no_deputy_gets_no_link(floor, who):
    refused = await floor.post("/me/calendar", by=getattr(floor, who), status=403)

    assert refused["code"] == "not-a-deputy"
    assert await floor.admin.fetchval("SELECT count(*) FROM calendar_links") == 0


async def test_what_is_long_past_is_not_in_the_calendar(floor, link):
    sitting_id = await floor.sit()
    path = await link(floor.deputies[10])
    await floor.admin.execute(
        "UPDATE sittings SET starts_at = clock_timestamp() - interval '93 days' WHERE id = $1",
        UUID(sitting_id),
    )

    assert by_id(await read(floor, path)) == {}


async def test_a_link_opens_no_other_page(floor, link):
    path = await link(floor.deputies[10])
    secret = SECRET.fullmatch(path)[1]

    for page in ("/me/agenda", "/me/votes", "/me/calendar"):
        answer = await floor.http.get(page, headers={"Authorization": f"Bearer {secret}"})
        assert answer.status_code in {401, 405}
