"""A deputy's own pages: the day's sittings, votes to take part in, absences."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from shared.kernel.occasion import ALMATY
from tests.voting.committees import Committee

PAGES = ("/me/agenda", "/me/votes", "/me/absences")


def ago(**span):
    return datetime.now(UTC) - timedelta(**span)


@pytest.fixture
def held(floor):
    """Enters a sitting that is over, as it would be stored."""

    async def a_sitting(at, *, present=145, opened=True):
        sitting_id = uuid4()
        await floor.admin.execute(
            "INSERT INTO sittings (id, stage, version, starts_at, opened_at, closed_at) "
            "VALUES ($1, 'closed', 4, $2, $3, $4)",
            sitting_id,
            at,
            at if opened else None,
            at + timedelta(hours=3),
        )
        await floor.write_down(str(sitting_id), floor.deputies[:present])
        return str(sitting_id)

    return a_sitting


async def test_the_day_of_a_deputy_shows_its_sittings_and_what_is_put_to_the_vote(floor, held):
    me = floor.deputies[10]
    await held(ago(days=2))
    sitting_id = await floor.sit()
    open_id = await floor.open_vote(sitting_id)
    prepared_id = await floor.prepare(sitting_id, await floor.ask("maj_resolution"))
    await floor.cast(open_id, me)

    shown = await floor.get("/me/agenda", by=me)

    [sitting] = shown["sittings"]
    assert (sitting["id"], sitting["stage"]) == (sitting_id, "open")
    assert sitting["registered_at"] is not None
    assert not sitting["excused"]
    votes = [(vote["id"], vote["stage"], vote["voted"]) for vote in sitting["votes"]]
    assert votes == [(open_id, "open", True), (prepared_id, "prepared", False)]
    assert sitting["votes"][1]["question"]["decision"] == "maj_resolution"


async def test_the_day_is_that_of_astana(floor, held):
    me = floor.deputies[10]
    evening = datetime(2026, 10, 5, 18, 30, tzinfo=UTC)  # 23:30 there
    night = evening + timedelta(hours=1)  # the next day there
    first, second = await held(evening), await held(night)

    for day, expected in (("2026-10-05", first), ("2026-10-06", second)):
        shown = await floor.get(f"/me/agenda?day={day}", by=me)
        assert [sitting["id"] for sitting in shown["sittings"]] == [expected]
    assert (await floor.get("/me/agenda?day=2026-10-07", by=me))["sittings"] == []


async def test_a_sitting_that_goes_on_past_midnight_is_of_today_and_of_no_other_day(floor):
    sitting_id = await floor.sit()
    await floor.admin.execute(
        "UPDATE sittings SET starts_at = $2 WHERE id = $1", UUID(sitting_id), ago(days=1, hours=1)
    )

    today = await floor.get("/me/agenda", by=floor.deputies[3])
    later = await floor.get("/me/agenda?day=2030-01-01", by=floor.deputies[3])

    assert [sitting["id"] for sitting in today["sittings"]] == [sitting_id]
    assert later["sittings"] == []


async def test_votes_are_shown_with_ones_own_ballot_and_nobody_elses(floor):
    me, other = floor.deputies[10], floor.deputies[11]
    sitting_id = await floor.sit()
    first = await floor.open_vote(sitting_id)
    second = await floor.open_vote(sitting_id)
    await floor.cast(first, me, "against")
    await floor.cast(second, other, "abstained")

    mine = {vote["id"]: vote for vote in await floor.get("/me/votes", by=me)}
    theirs = {vote["id"]: vote for vote in await floor.get("/me/votes", by=other)}

    assert (mine[first]["voted"], mine[first]["ballot"]["choice"]) == (True, "against")
    assert (mine[second]["voted"], mine[second]["ballot"]) == (False, None)
    assert (theirs[first]["ballot"], theirs[second]["ballot"]["choice"]) == (None, "abstained")
    assert mine[first]["options"] == ["for", "against", "abstained"]
    assert mine[first]["closes_at"] is not None


async def test_a_vote_just_over_is_shown_with_its_outcome_and_after_a_day_no_more(floor):
    me = floor.deputies[10]
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)
    going_on = await floor.open_vote()

    shown = await floor.get("/me/votes", by=me)
    assert [(vote["id"], vote["outcome"]) for vote in shown] == [
        (going_on, None),
        (vote_id, "adopted"),
    ]
    assert shown[1]["ballot"]["choice"] == "for"

    await floor.admin.execute(
        "UPDATE votes SET closed_at = $2 WHERE id = $1", UUID(vote_id), ago(hours=25)
    )
    assert [v["id"] for v in await floor.get("/me/votes", by=me)] == [going_on]


async def test_who_is_not_on_the_roll_has_no_vote_to_take_part_in(floor):
    await floor.open_vote()
    late = uuid4()
    await floor.admin.execute(
        "INSERT INTO register_mandates "
        "(mandate_id, convocation_id, number, name, person_id, since) "
        "SELECT gen_random_uuid(), convocation_id, 999, name, $1, clock_timestamp() "
        "FROM register_mandates LIMIT 1",
        late,
    )

    assert await floor.get("/me/votes", by=late) == []


async def test_a_changed_ballot_is_shown_as_it_stands_last(floor):
    me = floor.deputies[10]
    vote_id = await floor.open_vote()
    await floor.cast(vote_id, me, "for")
    await floor.admin.execute(
        "INSERT INTO ballots (vote_id, person_id, turn, id, choice, request_id, recorded_at, "
        "source) SELECT vote_id, person_id, 1, gen_random_uuid(), '\"against\"', "
        "gen_random_uuid(), recorded_at, source FROM ballots WHERE vote_id = $1",
        UUID(vote_id),
    )

    [shown] = await floor.get("/me/votes", by=me)

    assert shown["ballot"]["choice"] == "against"


async def test_absences_without_good_reason_are_counted_against_what_the_constitution_allows(
    floor, held
):
    me, present = floor.deputies[120], floor.deputies[5]
    missed = [await held(ago(days=day), present=100) for day in (5, 4, 3)]
    await held(ago(days=2), present=145)
    excused = await floor.sit(present=100)
    await floor.excuse(excused, me, ground="illness")
    await floor.post(f"/sittings/{excused}/closing", by=floor.chair)

    shown = await floor.get("/me/absences", by=me)

    listed = [(one["sitting_id"], one["excused"], one["counts"]) for one in shown["absences"]]
    assert listed[0] == (excused, True, False)
    assert listed[1:] == [(sitting_id, False, True) for sitting_id in reversed(missed)]
    assert shown["absences"][0]["ground"] == "illness"
    assert (shown["without_good_reason"], shown["most"]) == (3, 3)
    assert shown["provision"] == "Constitution 2026, art. 55(1)"
    assert (await floor.get("/me/absences", by=present))["absences"] == []


async def test_a_sitting_under_way_or_before_ones_mandate_is_no_absence(floor, held):
    me = floor.deputies[120]
    await floor.sit(present=100)
    await held(datetime(2026, 8, 31, tzinfo=UTC), present=100)  # mandates begin a day later

    assert (await floor.get("/me/absences", by=me))["absences"] == []


async def test_a_sitting_that_could_not_open_is_listed_and_does_not_count(floor, held):
    me = floor.deputies[120]
    sitting_id = await held(ago(days=1), present=90, opened=False)

    shown = await floor.get("/me/absences", by=me)

    [absence] = shown["absences"]
    assert (absence["sitting_id"], absence["opened_at"], absence["counts"]) == (
        sitting_id,
        None,
        False,
    )
    assert shown["without_good_reason"] == 0


async def test_absences_may_be_counted_from_a_day_on(floor, held):
    me = floor.deputies[120]
    for day in (datetime(2026, 10, 5, 5, tzinfo=UTC), datetime(2026, 11, 5, 5, tzinfo=UTC)):
        await held(day, present=100)

    shown = await floor.get("/me/absences?since=2026-11-01", by=me)

    assert (shown["since"], shown["without_good_reason"]) == ("2026-11-01", 1)


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_that_has_not_changed_is_not_sent_again(floor, page):
    me = floor.deputies[10]
    sitting_id = await floor.sit(present=100)
    vote_id = await floor.open_vote(sitting_id)
    first = await floor.http.get(page, headers=floor.signed(me))
    etag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"

    again = await floor.http.get(page, headers=floor.signed(me, **{"If-None-Match": etag}))
    assert (again.status_code, again.content) == (304, b"")
    assert (again.headers["etag"], again.headers["cache-control"]) == (etag, "private, no-cache")

    await floor.cast(vote_id, me)
    await floor.cast_all(vote_id, ["for"] * 10)
    await floor.end_window(vote_id)
    await floor.close(vote_id)
    await floor.post(f"/votes/{vote_id}/proclamation", by=floor.chair)
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)
    other = floor.deputies[120] if page == "/me/absences" else me
    changed = await floor.http.get(page, headers=floor.signed(other, **{"If-None-Match": etag}))
    assert changed.status_code == 200
    assert changed.headers["etag"] != etag


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_who_is_no_deputy_has_no_such_pages_and_is_told_why(floor, page, who):
    answer = await floor.http.get(page, headers=floor.signed(getattr(floor, who)))

    assert (answer.status_code, answer.json()["code"]) == (403, "not-a-deputy")
    assert "no mandate of yours is in force" in answer.json()["detail"]
    assert "etag" not in answer.headers


@pytest.mark.parametrize("page", PAGES)
async def test_when_the_mandate_ends_the_pages_end_even_for_who_has_them(floor, page):
    me = floor.deputies[10]
    etag = (await floor.http.get(page, headers=floor.signed(me))).headers["etag"]

    await floor.end_mandate(me)

    answer = await floor.http.get(page, headers=floor.signed(me, **{"If-None-Match": etag}))
    assert (answer.status_code, answer.json()["code"]) == (403, "not-a-deputy")


@pytest.mark.parametrize("page", PAGES)
async def test_without_a_token_there_is_no_page(http, page):
    answer = await http.get(page)

    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")


@pytest.mark.parametrize("day", ["2026-02-30", "today", "20261005", "", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("page", ["/me/agenda?day=", "/me/absences?since="])
async def test_a_day_that_is_none_is_refused(floor, page, day):
    answer = await floor.http.get(page + day, headers=floor.signed(floor.deputies[3]))

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-request")


async def test_a_sitting_of_a_committee_is_on_the_pages_of_its_members_alone(floor):
    committee = await Committee(floor).be_formed()
    called = await committee.call()
    path = f"/sittings/{called['id']}"
    agenda = await floor.post(f"{path}/agenda", by=committee.chair)
    headers = floor.signed(committee.chair) | {"If-Match": f'"{agenda["version"]}"'}
    item = {"kind": "information", "title": {"kk": "Ақпарат", "ru": "Информация"}, "minutes": 20}
    await floor.http.post(f"/agendas/{agenda['id']}/items", json=item, headers=headers)
    day = datetime.fromisoformat(called["starts_at"]).astimezone(ALMATY).date()

    mine = await floor.get(f"/me/agenda?day={day}", by=committee.members[2])
    others = await floor.get(f"/me/agenda?day={day}", by=floor.deputies[2])

    [sitting] = mine["sittings"]
    assert sitting["body_ids"] == [str(committee.id)]
    assert [(one["number"], one["title"]["ru"]) for one in sitting["items"]] == [(1, "Информация")]
    assert others["sittings"] == []


async def test_absence_from_a_committee_is_of_its_members(floor):
    committee = await Committee(floor).be_formed()
    sitting_id = await committee.sit(present=8)
    await floor.post(f"/sittings/{sitting_id}/closing", by=committee.chair)

    absent = await floor.get("/me/absences", by=committee.members[9])
    present = await floor.get("/me/absences", by=committee.members[2])
    others = await floor.get("/me/absences", by=floor.deputies[2])

    assert [one["sitting_id"] for one in absent["absences"]] == [sitting_id]
    assert present["absences"] == others["absences"] == []
