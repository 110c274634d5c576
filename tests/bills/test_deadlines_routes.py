"""Deadlines, working days and calendars over HTTP."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from services.bills.actions.admit_bill import admit_bill
from services.bills.actions.introduce_bill import introduce_bill
from services.bills.actions.publish_law import publish_law
from services.bills.actions.register_bill import register_bill
from services.bills.actions.send_to_president import send_to_president
from services.bills.actions.sign_law import sign_law
from services.bills.domain.publication import Publication
from services.bills.domain.stages import Act, Stage
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts
from shared.kernel.actor import Role
from shared.kernel.occasion import day_of
from tests.bills.builders import (
    CLERK,
    DEPUTY,
    NOON,
    PRESIDENT,
    TEXTS,
    TITLE,
    a_bill,
    a_reading,
    an_occasion,
)

BOTH = frozenset({Role.CHAIR, Role.PRIME_MINISTER})
NOW = datetime.now(UTC)
KK, RU, EN = ({"Accept-Language": language} for language in ("kk", "ru", "en"))
WORKED = {"holidays": ["2028-01-03"], "moved_working_days": ["2028-01-08"], "source": "Decision 1"}


def days_ago(days):
    return NOW - timedelta(days=days)


@pytest.fixture
def on_file(desk):
    async def filed(**but):
        bill = a_bill(**but)
        async with desk.work() as work:
            Bills(work).add(bill)
            await keep_texts(work, bill, TEXTS, why=Act.DRAFT, at=NOON)
        return bill

    return filed


@pytest.fixture
def sent(desk, on_file):
    """A law that went to the President so many days ago."""

    async def law(days, number="2026-0007"):
        bill = await on_file(
            stage=Stage.ADOPTED,
            countersigned_by=BOTH,
            number=number,
            adopted_at=days_ago(days),
            readings=(a_reading(3, opened_at=days_ago(days)),),
        )
        async with desk.work() as work:
            await send_to_president(work, an_occasion(CLERK, days_ago(days)), bill_id=bill.id)
        return bill

    return law


async def deadlines_shown(http, path, headers=EN):
    answer = await http.get(path, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_deadline_says_since_when_until_when_by_which_rule_and_for_whom(http, sent):
    bill = await sent(10)
    [shown] = await deadlines_shown(http, f"/bills/{bill.id}/deadlines")

    last = date.fromisoformat(shown["last_day"])
    assert (shown["term"], shown["state"]) == ("president_term", "running")
    assert shown["days_left"] == (last - day_of(NOW)).days
    assert 17 <= shown["days_left"] <= 21
    assert shown["by"] == [{"role": "president", "role_name": "President of the Republic"}]
    assert shown["rule"]["words"] == "1 month(s), from the day of the event"
    assert (shown["rule"]["source"], shown["rule"]["status"]) == (
        "Constitution 2026, art. 46(3); months: Law 480-V, art. 14(2)",
        "confirmed",
    )
    assert shown["provision"] == "Constitution 2026, arts 46(3), 74(2)"
    assert (shown["number"], shown["title"]) == ("2026-0007", TITLE.model_dump())


async def test_deadlines_speak_the_language_of_the_reader(http, sent):
    bill = await sent(40)
    [kk] = await deadlines_shown(http, f"/bills/{bill.id}/deadlines", KK)
    [ru] = await deadlines_shown(http, f"/bills/{bill.id}/deadlines", RU)
    assert (kk["state_name"], ru["state_name"]) == ("өтіп кетті", "просрочен")
    assert ru["name"] == "Президенту подписать закон или вернуть его с возражениями"
    assert kk["by"][0]["role_name"] == "Республика Президенті"


async def test_what_cannot_be_computed_yet_says_what_is_missing(http, desk, on_file):
    bill = await on_file(number=None)
    async with desk.work() as work:
        await introduce_bill(work, an_occasion(DEPUTY, NOW), bill_id=bill.id)

    [shown] = await deadlines_shown(http, f"/bills/{bill.id}/deadlines", RU)

    assert (shown["state"], shown["last_day"], shown["days_left"]) == (
        "cannot_be_computed_yet",
        None,
        None,
    )
    assert shown["missing"] == (
        "Ни один источник не устанавливает длительность этого срока: "
        "not found: Regulations of the Kurultai."
    )


async def test_the_clerk_sees_all_that_is_due_the_most_pressing_first(http, sent):
    late, soon, met = await sent(60, "1"), await sent(20, "2"), await sent(5, "3")
    shown = await deadlines_shown(http, "/deadlines")
    assert [(d["bill_id"], d["state"]) for d in shown] == [
        (str(late.id), "overdue"),
        (str(soon.id), "running"),
        (str(met.id), "running"),
    ]

    overdue = await deadlines_shown(http, "/deadlines?state=overdue&state=met")
    assert [d["bill_id"] for d in overdue] == [str(late.id)]
    before = day_of(NOW) + timedelta(days=15)
    assert len(await deadlines_shown(http, f"/deadlines?before={before}")) == 2
    assert len(await deadlines_shown(http, "/deadlines?role=president")) == 3
    assert await deadlines_shown(http, "/deadlines?role=clerk") == []


async def test_before_a_day_means_not_on_it(http, sent):
    await sent(20)
    [shown] = await deadlines_shown(http, "/deadlines")
    last = date.fromisoformat(shown["last_day"])
    assert await deadlines_shown(http, f"/deadlines?before={last}") == []
    assert len(await deadlines_shown(http, f"/deadlines?before={last + timedelta(days=1)}")) == 1


async def test_the_list_comes_in_pages(http, sent):
    for number in "1234":
        await sent(int(number), number)
    first = await http.get("/deadlines?limit=3", headers=EN)
    following = first.headers["link"].split(">")[0].removeprefix("<")
    second = await http.get(following, headers=EN)
    numbers = [d["number"] for d in first.json() + second.json()]
    assert numbers == ["4", "3", "2", "1"]


async def test_every_state_can_be_asked_for(http, desk, sent, on_file):
    signed, _ = await sent(3, "1"), await sent(50, "2")
    async with desk.work() as work:
        await sign_law(work, an_occasion(PRESIDENT, NOW), bill_id=signed.id)
    admitted = await on_file(stage=Stage.REGISTERED, number="3")
    async with desk.work() as work:
        await admit_bill(work, an_occasion(CLERK, NOW), bill_id=admitted.id)

    asked = {}
    for state in ("met", "overdue", "running", "suspended", "over", "fell_away"):
        found = await deadlines_shown(http, f"/deadlines?state={state}")
        assert {d["state"] for d in found} <= {state}
        asked[state] = [d["number"] for d in found]
    assert (asked["met"], asked["overdue"]) == (["1"], ["2"])
    assert asked["suspended"] == asked["over"] == asked["fell_away"] == []
    unknown = await deadlines_shown(http, "/deadlines?state=cannot_be_computed_yet")
    assert "3" in [d["number"] for d in unknown]


@pytest.mark.parametrize("query", ["state=late", "role=tsar", "before=soon", "cursor=x"])
async def test_what_is_asked_wrongly_is_refused(http, query):
    assert (await http.get(f"/deadlines?{query}")).status_code in {400, 422}


async def test_of_a_bill_that_is_not_there_there_are_no_deadlines(http):
    path = "/bills/00000000-0000-0000-0000-000000000000"
    for noun in ("deadlines", "calendar.ics"):
        answer = await http.get(f"{path}/{noun}", headers=EN)
        assert (answer.status_code, answer.json()["code"]) == (404, "bill-not-found")


async def test_the_bill_links_to_its_deadlines_and_its_calendar(http, on_file):
    bill = await on_file()
    links = (await http.get(f"/bills/{bill.id}")).json()["links"]
    for name in ("deadlines", "calendar.ics"):
        assert (await http.get(links[name].removeprefix("/api/bills/v1"))).is_success


async def test_the_clerk_enters_the_working_days_of_a_year(http, signed):
    assert (await http.get("/calendar/2028", headers=EN)).status_code == 404

    answer = await http.put("/calendar/2028", json=WORKED, headers=signed(CLERK))

    assert answer.status_code == 200, answer.text
    shown = (await http.get("/calendar/2028")).json()
    assert (shown["holidays"], shown["moved_working_days"]) == (["2028-01-03"], ["2028-01-08"])
    assert (shown["source"], shown["is_settled"]) == ("Decision 1", True)
    assert [y["year"] for y in (await http.get("/calendar")).json()] == [2026, 2027, 2028]


async def test_a_correction_takes_the_place_of_what_was_entered(http, signed):
    await http.put("/calendar/2028", json=WORKED, headers=signed(CLERK))
    corrected = WORKED | {"holidays": ["2028-01-04"]}
    await http.put("/calendar/2028", json=corrected, headers=signed(CLERK))
    assert (await http.get("/calendar/2028")).json()["holidays"] == ["2028-01-04"]


async def test_the_calendar_on_file_says_that_it_is_not_settled(http):
    shown = (await http.get("/calendar/2027")).json()
    assert (shown["is_settled"], shown["moved_working_days"]) == (False, None)
    assert "2027-03-15" in shown["holidays"]


async def test_who_is_not_the_clerk_enters_no_calendar(http, signed):
    answer = await http.put("/calendar/2028", json=WORKED, headers=signed(DEPUTY) | EN)
    assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
    assert (await http.get("/calendar/2028")).status_code == 404
    assert (await http.put("/calendar/2028", json=WORKED)).status_code == 401


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (WORKED | {"holidays": ["2027-12-31"]}, "calendar-invalid"),
        (WORKED | {"holidays": ["2028-01-08"]}, "calendar-invalid"),
        (WORKED | {"holidays": ["2028-02-30"]}, "invalid-request"),
        (WORKED | {"source": ""}, "invalid-request"),
        (WORKED | {"days": 3}, "invalid-request"),
        ({"holidays": [], "source": "Decision 1"}, "invalid-request"),
    ],
)
async def test_a_calendar_that_cannot_be_is_refused_and_changes_nothing(http, signed, body, code):
    answer = await http.put("/calendar/2028", json=body, headers=signed(CLERK) | EN)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await http.get("/calendar/2028")).status_code == 404


async def test_a_year_beyond_all_calendars_is_refused(http):
    assert (await http.get("/calendar/99999")).status_code == 422


async def test_the_calendar_moves_the_terms_that_wait_for_it(http, signed, desk, on_file):
    bill = await on_file(stage=Stage.SUBMITTED, number=None, touches_budget=True)
    at = datetime(2027, 11, 30, 7, tzinfo=UTC)
    async with desk.work() as work:
        await register_bill(work, an_occasion(CLERK, at), bill_id=bill.id)
    path = f"/bills/{bill.id}/deadlines"
    [waiting] = await deadlines_shown(http, path)
    assert (waiting["state"], waiting["missing_years"]) == ("cannot_be_computed_yet", [2027])
    assert waiting["missing"] == "The working days of this year are not entered: 2027."

    days = {"holidays": ["2027-12-30"], "moved_working_days": [], "source": "Decision 2"}
    await http.put("/calendar/2027", json=days, headers=signed(CLERK))

    [known] = await deadlines_shown(http, path)
    assert (known["state"], known["last_day"]) == ("running", "2027-12-31")
    assert known["by"][0]["role"] == "government"


async def calendar_at(http, path, headers=RU):
    answer = await http.get(path, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def uids(calendar):
    return [str(event["uid"]) for event in calendar.walk("VEVENT")]


async def test_the_dates_of_a_bill_can_be_put_in_a_calendar(http, desk, sent):
    bill = await sent(10)
    async with desk.work() as work:
        await sign_law(work, an_occasion(PRESIDENT, days_ago(2)), bill_id=bill.id)
    async with desk.work() as work:
        gazette = Publication(TITLE, days_ago(1), date(2099, 1, 1))
        at = an_occasion(PRESIDENT, days_ago(1))
        await publish_law(work, at, bill_id=bill.id, publication=gazette)

    calendar = await calendar_at(http, f"/bills/{bill.id}/calendar.ics")

    found = {str(event["summary"]): event.decoded("dtstart") for event in calendar.walk("VEVENT")}
    title = TITLE.ru
    assert found[f"2026-0007: в этот день — вступление закона в действие («{title}»)"] == date(
        2099, 1, 1
    )
    assert found[f"2026-0007: чтение № 3 («{title}»)"] == days_ago(10).replace(microsecond=0)
    assert f"2026-0007: Президент подписал закон («{title}»)" in found
    assert all(str(event["url"]).startswith("http://bills/api/") for event in calendar.events)
    assert all("dtstamp" in event for event in calendar.events)


async def test_an_event_is_the_same_one_in_every_language_and_however_often(http, sent):
    bill = await sent(10)
    path = f"/bills/{bill.id}/calendar.ics"
    kk, ru = await calendar_at(http, path, KK), await calendar_at(http, path, RU)
    asked = await calendar_at(http, f"{path}?language=kk", RU)
    assert uids(kk) == uids(ru) == uids(asked)
    assert len(set(uids(kk))) == len(uids(kk)) == 4
    assert kk.to_ical() == asked.to_ical() != ru.to_ical()


async def test_a_calendar_that_has_not_changed_is_not_sent_again(http, desk, sent):
    bill = await sent(10)
    path = f"/bills/{bill.id}/calendar.ics"
    etag = (await http.get(path, headers=RU)).headers["etag"]

    again = await http.get(path, headers=RU | {"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")

    async with desk.work() as work:
        await sign_law(work, an_occasion(PRESIDENT, NOW), bill_id=bill.id)
    assert (await http.get(path, headers=RU | {"If-None-Match": etag})).status_code == 200


async def test_all_that_is_due_can_be_put_in_a_calendar(http, sent):
    for number, days in (("1", 5), ("2", 60)):
        await sent(days, number)
    calendar = await calendar_at(http, "/deadlines.ics?role=president")
    assert [str(event["summary"])[:2] for event in calendar.events] == ["2:", "1:"]
    assert uids(await calendar_at(http, "/deadlines.ics?role=clerk")) == []


async def test_a_title_puts_nothing_of_its_own_into_a_calendar(http, desk, on_file):
    title = TITLE.model_copy(update={"ru": "О дне\r\nBEGIN:VALARM\r\x01; и ночи, \\n"})
    bill = await on_file(stage=Stage.ADOPTED, countersigned_by=BOTH, title=title)
    async with desk.work() as work:
        await send_to_president(work, an_occasion(CLERK, NOW), bill_id=bill.id)

    answer = await http.get(f"/bills/{bill.id}/calendar.ics", headers=RU)

    lines = answer.content.replace(b"\r\n", b"\n").split(b"\n")
    assert b"BEGIN:VALARM" not in lines
    assert not any(byte < 32 for line in lines for byte in line)
    calendar = Calendar.from_ical(answer.content)
    assert all("BEGIN:VALARM" in str(event["summary"]) for event in calendar.events)
