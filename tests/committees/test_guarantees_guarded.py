"""Guarantees to the opposition: broken by events, on the record at once, until they are cured."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from services.committees.actions.leave_office import leave_office
from services.committees.actions.watch_breaches import tell_overdue_breaches
from services.committees.service import SERVICE
from shared.contracts.guarantees import BreachCured, BreachOpened, BreachOverdue
from shared.contracts.hearings import HearingCalled, HearingCancelled
from shared.contracts.hearings_themed import HearingDeclined, HearingOnThemeCalled
from shared.contracts.oversight import GovernmentHourCancelled, GovernmentHourSet
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion, day_of
from shared.store.unit_of_work import UnitOfWork
from tests.a_service import signed
from tests.committees import facts
from tests.committees.builders import PROFILE
from tests.committees.test_committees_routes import refused

HEARINGS = "opposition.hearings_per_session_min"
HOURS = "opposition.government_hour_agendas_per_session_min"
THEME = Bilingual(kk="Су ресурстары", ru="Водные ресурсы")


@pytest.fixture
async def sitting(chamber, hear):
    """A constituted convocation: two committees, one of them chaired by the opposition."""
    ordinary, reserved = await chamber.committee(1), await chamber.committee(2, reserved=True)
    leaders = {ordinary: await chamber.of_the_majority()}
    leaders[reserved] = await chamber.of_the_opposition()
    for committee_id, person_id in leaders.items():
        await elected(chamber, hear, committee_id, person_id)
    chamber.reserved = reserved
    chamber.secretaries = [await chamber.of_the_opposition() for _ in range(2)]
    chamber.posts = [
        await chamber.office(p, "committee_secretary", ordinary) for p in chamber.secretaries
    ]
    await chamber.post(f"/convocations/{chamber.convocation}/constitution", by=chamber.chair)
    return chamber


async def elected(chamber, hear, committee_id, person_id):
    await chamber.consult(committee_id)
    candidacy = await chamber.nominate(committee_id, person_id)
    await hear(facts.a_result(UUID(candidacy["id"])))


async def leave(chamber, office_id):
    return await chamber.post(f"/offices/{office_id}/ending", {"ground": "Own wish"})


async def chair_of(chamber, committee_id):
    offices = (await chamber.get("/composition"))["offices"]
    mine = (one for one in offices if one.get("body_id") == committee_id)
    return next(one for one in mine if one["role"] == "committee_chair")


async def named(chamber, key):
    return next(g for g in await chamber.get("/guarantees") if g["key"] == key)


async def test_while_a_convocation_forms_nothing_is_broken(chamber):
    await chamber.of_the_opposition()
    await chamber.committee(1)

    assert await chamber.get("/breaches") == []
    assert (await named(chamber, "opposition.chairs_min"))["is_kept"] is False


async def test_a_chair_who_resigns_breaks_the_guarantee_and_the_next_one_cures_it(sitting, hear):
    office = await chair_of(sitting, sitting.reserved)

    await leave(sitting, office["id"])
    [breach] = await sitting.get("/breaches")
    shown = await named(sitting, "opposition.chairs_min")
    await elected(sitting, hear, sitting.reserved, await sitting.of_the_opposition())
    [cured] = await sitting.get("/breaches")

    assert (breach["stage"], breach["needed"], breach["held"]) == ("open", 1, 0)
    assert (breach["cause"], breach["cause_id"]) == ("end", office["id"])
    assert breach["cure_by"] is None
    assert (shown["is_kept"], shown["left"], shown["breach"]["id"]) == (False, 1, breach["id"])
    assert cured["stage"] == "cured"
    assert (await named(sitting, "opposition.chairs_min"))["breach"] is None


async def test_the_record_says_whose_acts_broke_and_cured_it(sitting, hear):
    await leave(sitting, (await chair_of(sitting, sitting.reserved))["id"])
    await elected(sitting, hear, sitting.reserved, await sitting.of_the_opposition())
    [breach] = await sitting.get("/breaches")

    acts = await sitting.get(f"/breaches/{breach['id']}/acts")

    assert [(act["act"], act["role"]) for act in acts] == [
        ("open", "registrar"),
        ("cure", "kurultai"),
    ]


async def test_a_faction_that_changes_sides_breaks_what_its_deputies_held(sitting):
    other = await sitting.faction("№ 3 фракция", opposition=True)
    await sitting.seat(uuid4(), other)

    await sitting.post(f"/factions/{sitting.opposition}/side", {"opposition": False})
    broken = {one["key"]: one["held"] for one in await sitting.get("/breaches")}
    await sitting.post(f"/factions/{sitting.opposition}/side", {"opposition": True})

    assert broken == {"opposition.chairs_min": 0, "opposition.secretaries_min": 0}
    assert {one["stage"] for one in await sitting.get("/breaches")} == {"cured"}


async def test_where_nobody_is_of_the_opposition_any_more_nothing_is_owed(sitting):
    await sitting.post(f"/factions/{sitting.opposition}/side", {"opposition": False})

    assert await sitting.get("/breaches") == []


async def test_a_mandate_that_ends_takes_the_office_and_opens_the_breach(sitting):
    mandates = await sitting.get("/mandates", limit="200")
    mine = next(one for one in mandates if one["person_id"] == str(sitting.secretaries[0]))

    await sitting.post(f"/mandates/{mine['id']}/ending", {"ground": "Resigned"})

    [breach] = await sitting.get("/breaches")
    assert (breach["key"], breach["held"]) == ("opposition.secretaries_min", 1)


async def test_two_acts_that_break_it_only_together_open_one_breach(sitting):
    more = await sitting.office(
        await sitting.of_the_opposition(), "committee_secretary", sitting.reserved
    )
    ending = {"ground": "Own wish"}
    headers = signed(sitting.registrar)
    paths = [f"/offices/{post['id']}/ending" for post in (sitting.posts[0], more)]

    answers = await asyncio.gather(
        *(sitting.http.post(path, json=ending, headers=headers) for path in paths)
    )

    assert {answer.status_code for answer in answers} == {200}
    [breach] = await sitting.get("/breaches")
    assert (breach["key"], breach["held"]) == ("opposition.secretaries_min", 1)


async def test_a_side_that_changes_while_an_office_ends_waits_and_sees_it(sitting, desk):
    """Each alone leaves the guarantee kept; whoever is second finds both and opens the breach."""
    other = await sitting.faction("№ 3 фракция", opposition=True)
    third = uuid4()
    await sitting.seat(third, other)
    await sitting.office(third, "committee_secretary", sitting.reserved)
    registrar = Actor(sitting.registrar, frozenset({Standing(Role.REGISTRAR)}))
    occasion = Occasion.under(PROFILE, registrar, facts.now())

    async with desk.sessions() as session:
        work = UnitOfWork(session, desk.kept)
        office_id = UUID(sitting.posts[0]["id"])
        await leave_office(work, occasion, office_id=office_id, ground="Own wish")
        await work.write()
        changing = asyncio.ensure_future(
            sitting.post(f"/factions/{other}/side", {"opposition": False})
        )
        done, _ = await asyncio.wait({changing}, timeout=0.5)
        await session.commit()
    await changing

    assert not done
    [breach] = await sitting.get("/breaches")
    assert (breach["key"], breach["held"]) == ("opposition.secretaries_min", 1)
    assert breach["cause"] == "change_sides"


async def test_a_breach_that_nobody_cures_in_time_is_told_once(sitting, desk):
    await leave(sitting, sitting.posts[0]["id"])
    async with desk.work() as work:
        await work.session.execute(text("UPDATE breaches SET cure_by = DATE '2026-11-01'"))
    noon = facts.now()

    await asyncio.gather(*(tell_overdue_breaches(desk, PROFILE, noon) for _ in range(3)))
    await tell_overdue_breaches(desk, PROFILE, noon)

    [breach] = await sitting.get("/breaches")
    assert breach["stage"] == "overdue"
    async with desk.work() as work:
        told = await work.session.execute(text("SELECT type FROM outbox WHERE about = 'breach'"))
        assert sorted(told.scalars()) == [BreachOpened.type, BreachOverdue.type]


async def test_an_overdue_breach_is_cured_like_any_other(sitting, desk):
    await leave(sitting, sitting.posts[0]["id"])
    async with desk.work() as work:
        await work.session.execute(text("UPDATE breaches SET cure_by = DATE '2026-11-01'"))
    await tell_overdue_breaches(desk, PROFILE, facts.now())

    await sitting.office(await sitting.of_the_opposition(), "committee_secretary", sitting.reserved)

    [breach] = await sitting.get("/breaches", stage="cured")
    assert breach["ended_at"]
    async with desk.work() as work:
        told = await work.session.execute(text("SELECT type FROM outbox WHERE about = 'breach'"))
        assert BreachCured.type in set(told.scalars())


async def test_before_the_last_day_is_over_nothing_is_overdue(sitting, desk):
    await leave(sitting, sitting.posts[0]["id"])
    today = day_of(facts.now())
    async with desk.work() as work:
        await work.session.execute(
            text("UPDATE breaches SET cure_by = :day"), {"day": today + timedelta(days=1)}
        )

    await tell_overdue_breaches(desk, PROFILE, facts.now())

    assert [one["stage"] for one in await sitting.get("/breaches")] == ["open"]


def a_hearing(faction_id, **but):
    given = {"theme": THEME, "initiator": Role.FACTION_LEADER, "provision": "art. 56(18)"}
    when = {"at": facts.now(), "starts_at": facts.now()}
    return HearingOnThemeCalled(hearing_id=uuid4(), body_id=UUID(faction_id), **given | when | but)


@pytest.fixture
async def session(chamber):
    body = {"convocation_id": chamber.convocation, "kind": "regular"}
    return await chamber.post("/sessions", body, by=chamber.chair)


async def test_hearings_of_the_opposition_are_counted_in_the_session(chamber, session, hear):
    before = await named(chamber, HEARINGS)
    await hear(a_hearing(chamber.opposition))
    await hear(a_hearing(chamber.majority))
    await hear(a_hearing(chamber.opposition, initiator=Role.COMMITTEE_CHAIR))
    after = await named(chamber, HEARINGS)

    assert (before["needed"], before["held"], before["left"], before["is_kept"]) == (1, 0, 1, None)
    assert (after["held"], after["left"], after["is_kept"]) == (1, 0, True)
    assert after["session_id"] == session["id"]


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("what", ["declined", "cancelled"])
async def test_a_hearing_that_does_not_come_about_is_not_used(chamber, hear, what):
    if what == "declined":
        called = a_hearing(chamber.opposition)
        ended = HearingDeclined(
            at=facts.now(), hearing_id=called.hearing_id, reason=THEME, provision="art. 56(18)"
        )
    else:
        about = {"hearing_id": uuid4(), "bill_id": uuid4()}
        called = HearingCalled(
            at=facts.now(),
            theme=THEME,
            initiator=Role.FACTION_LEADER,
            body_id=UUID(chamber.opposition),
            starts_at=facts.now(),
            provision="art. 56(18)",
            **about,
        )
        ended = HearingCancelled(at=facts.now(), reason=THEME, **about)
    await hear(called)
    assert (await named(chamber, HEARINGS))["held"] == 1

    await hear(ended, sequence=2)

    assert (await named(chamber, HEARINGS))["held"] == 0


@pytest.mark.usefixtures("session")
async def test_what_was_used_before_the_session_is_not_of_it(chamber, hear):
    await hear(a_hearing(chamber.opposition, at=facts.now() - timedelta(days=1)))

    assert (await named(chamber, HEARINGS))["held"] == 0


async def test_government_hours_of_the_opposition_are_counted_until_cancelled(
    chamber, session, hear
):
    about = {"at": facts.now(), "governmenthour_id": uuid4()}
    agenda = {"topic": THEME, "set_by": "opposition", "starts_at": facts.now()}
    mine = UUID(chamber.opposition)
    await hear(GovernmentHourSet(**about, **agenda, body_id=mine))
    counted = await named(chamber, HOURS)
    await hear(GovernmentHourCancelled(**about, reason=THEME), sequence=2)

    assert (counted["needed"], counted["held"], counted["left"]) == (2, 1, 1)
    assert counted["session_id"] == session["id"]
    assert (await named(chamber, HOURS))["held"] == 0


async def test_without_a_session_shares_are_named_and_not_counted(chamber):
    shown = await named(chamber, HEARINGS)

    assert (shown["held"], shown["session_id"], shown["is_kept"]) == (None, None, None)


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "бұзылған"), ("ru", "нарушена"), ("en", "broken since")],
)
async def test_the_page_says_in_words_what_is_broken(sitting, language, words):
    await leave(sitting, sitting.posts[0]["id"])

    headers = {"Accept-Language": language}
    page = await sitting.http.get("/guarantees.html", headers=headers)

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert words in page.text
    assert f'lang="{language}"' in page.text
    assert "opposition.secretaries_min" in page.text


async def test_a_breach_there_is_not_is_not_found(chamber):
    refusal = await refused(chamber.get(f"/breaches/{uuid4()}"))

    assert (refusal.status, refusal.problem["code"]) == (404, "breach-not-found")


def test_the_service_tells_of_breaches():
    assert {BreachOpened, BreachCured, BreachOverdue} <= set(SERVICE.tells)
