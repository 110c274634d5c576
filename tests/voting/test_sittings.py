"""Sittings: called, opened with a quorum, closed (Constitution 2026, art. 58(5))."""

from uuid import uuid4

import pytest

from services.voting.domain.acts import open_sitting
from shared.contracts.voting import SittingOpened
from shared.kernel.errors import NotNow
from tests.voting.builders import QUORUM, a_house, a_sitting, an_occasion


def test_with_one_deputy_short_of_the_quorum_there_is_no_sitting():
    with pytest.raises(NotNow, match="quorum") as refusal:
        open_sitting(a_sitting(chamber=a_house(registered=QUORUM - 1)), an_occasion())
    assert refusal.value.provision == "Constitution 2026, art. 58(5)"


def test_with_the_quorum_the_sitting_opens():
    sitting = a_sitting(chamber=a_house(registered=QUORUM))

    open_sitting(sitting, an_occasion())

    fact = sitting.take_recorded()[0].fact
    assert isinstance(fact, SittingOpened)
    assert (fact.registered, fact.quorum) == (97, 97)


async def test_the_composition_shows_the_mandates_in_force(floor):
    assert await floor.get("/composition") == {"mandates": 145, "seats": 145}

    await floor.end_mandate(floor.deputies[7])

    assert await floor.get("/composition") == {"mandates": 144, "seats": 145}


async def test_a_sitting_goes_from_its_call_to_its_close(floor):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies[:QUORUM])
    await floor.post(f"/sittings/{sitting_id}/opening", by=floor.chair)

    shown = await floor.get(f"/sittings/{sitting_id}")
    assert shown["stage"] == "open"
    assert (shown["registered"], shown["quorum"], shown["mandates"]) == (97, 97, 145)
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.deputy_chair)
    record = await floor.get(f"/sittings/{sitting_id}/acts")
    assert [act["act"] for act in record] == ["call", "open_registration", "open", "close"]
    assert [act["role"] for act in record] == ["clerk", "chair", "chair", "deputy_chair"]


async def test_a_sitting_without_a_quorum_is_not_opened_and_may_be_adjourned(floor):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies[: QUORUM - 1])

    refused = await floor.post(f"/sittings/{sitting_id}/opening", by=floor.chair, status=409)
    assert refused["provision"] == "Constitution 2026, art. 58(5)"
    adjourned = await floor.post(f"/sittings/{sitting_id}/adjournment", by=floor.chair)

    assert adjourned["stage"] == "closed"


async def test_who_lost_the_mandate_does_not_count_for_the_quorum(floor):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies[:QUORUM])
    await floor.end_mandate(floor.deputies[QUORUM - 1])

    await floor.post(f"/sittings/{sitting_id}/opening", by=floor.chair, status=409)


@pytest.mark.parametrize("who", ["clerk", "government", "stranger"])
async def test_others_than_the_presiding_officers_do_not_open_a_sitting(floor, who):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies)
    by = getattr(floor, who)

    refused = await floor.post(f"/sittings/{sitting_id}/opening", by=by, status=403)

    assert refused["provision"] == "Constitution 2026, art. 58(5)"
    assert (await floor.get(f"/sittings/{sitting_id}"))["stage"] == "registering"


@pytest.mark.parametrize("who", ["government", "stranger"])
async def test_a_sitting_is_not_called_by_outsiders(floor, who):
    body = {"starts_at": "2026-12-01T05:00:00Z"}
    await floor.post("/sittings", body, by=getattr(floor, who), status=403)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"starts_at": "2026-12-01T05:00:00"},
        {"starts_at": 1},
        {"starts_at": "2026-12-01T05:00:00Z", "stage": "open"},
    ],
)
async def test_a_sitting_is_not_called_for_no_time_or_with_fields_of_ones_own(floor, body):
    await floor.post("/sittings", body, by=floor.clerk, status=422)


async def test_the_options_say_what_is_closed_and_why(floor):
    sitting_id = await floor.registering()

    options = await floor.get(f"/sittings/{sitting_id}/options", by=floor.chair)

    by_act = {option["act"]: option for option in options}
    assert not by_act["open"]["is_open"]
    assert "quorum" in by_act["open"]["reasons"][0]["sentence"]
    assert by_act["adjourn"]["is_open"]


async def test_a_sitting_is_not_closed_over_an_open_vote(floor):
    sitting_id = await floor.sit()
    await floor.open_vote(sitting_id)

    refused = await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair, status=409)

    assert "no vote of the sitting is open" in refused["detail"]


async def test_who_acts_on_an_older_state_is_refused(floor):
    sitting_id = await floor.registering()
    await floor.write_down(sitting_id, floor.deputies)
    headers = floor.signed(floor.chair, **{"If-Match": '"1"'})

    answer = await floor.http.post(f"/sittings/{sitting_id}/opening", headers=headers)

    assert answer.status_code == 412


async def test_sittings_are_listed_by_stage_the_last_one_first(floor):
    first = await floor.sit()
    second = await floor.registering()

    everything = await floor.get("/sittings")
    registering = await floor.get("/sittings?stage=registering")

    assert [sitting["id"] for sitting in everything] == [second, first]
    assert [sitting["id"] for sitting in registering] == [second]


async def test_a_sitting_that_is_not_there_is_not_found(http):
    for path in ("", "/options", "/acts", "/registrations"):
        answer = await http.get(f"/sittings/{uuid4()}{path}")

        assert (answer.status_code, answer.json()["code"]) == (404, "sitting-not-found")
