"""Who comes to a hearing, and who waits for a place, over HTTP."""

import pytest

from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    CLERK,
    COMMITTEE_CHAIR,
    DEPUTY,
    LEADER,
    NOBODY,
)
from tests.hearings.conftest import mandate_of

GUEST = {"name": WORDS, "organisation": WORDS, "capacity": WORDS}
SOMEBODY = {"kind": "media", "name": "Тілші 1", "organisation": "Газет 1"}


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    await hear(mandate_of(DEPUTY))
    return Asker(http)


@pytest.fixture
async def path(ask):
    """A hearing with one place for the media."""
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    arranged = await ask.put(f"{path}/arrangement", {"places": {"media": 1}})
    assert arranged.status_code == 200
    return path


async def invited(ask, path, **but):
    shown = await ask.done(f"{path}/invitations", {"guest": GUEST | but})
    assert shown["stage"] == "sent"
    return f"/invitations/{shown['id']}"


async def seated(ask, path, **but):
    return await ask.done(f"{path}/seats", SOMEBODY | but, by=CLERK)


async def test_a_guest_answers_in_person_and_may_think_again(ask, path):
    one = await invited(ask, path, person_id=str(DEPUTY.person_id))
    assert (await ask.done(f"{one}/acceptance", by=DEPUTY))["stage"] == "accepted"
    assert (await ask.done(f"{one}/refusal", by=DEPUTY))["stage"] == "declined"
    assert (await ask.done(f"{one}/acceptance", by=DEPUTY))["stage"] == "accepted"
    assert (await ask.done(f"{one}/withdrawal"))["stage"] == "withdrawn"
    assert (await ask.post(f"{one}/acceptance", by=DEPUTY)).status_code == 409


async def test_nobody_answers_for_another_but_the_apparatus(ask, path):
    one = await invited(ask, path, person_id=str(LEADER.person_id))
    answer = await ask.post(f"{one}/acceptance", by=DEPUTY)
    assert (answer.status_code, answer.json()["provision"]) == (
        409,
        "Constitution 2026, art. 56(18)",
    )
    options = await ask.got(f"{one}/options", by=LEADER)
    assert {o["act"]: o["is_open"] for o in options}["accept_invitation"]
    assert (await ask.done(f"{one}/acceptance", by=CLERK))["stage"] == "accepted"


@pytest.mark.parametrize(("by", "status"), [(ANOTHER_CHAIR, 409), (DEPUTY, 403), (NOBODY, 401)])
async def test_who_does_not_run_the_hearing_invites_and_seats_nobody(ask, path, by, status):
    assert (await ask.post(f"{path}/invitations", {"guest": GUEST}, by=by)).status_code == status
    assert (await ask.post(f"{path}/seats", SOMEBODY, by=by)).status_code == status


async def test_the_public_sees_who_comes_and_not_who_is_asked(ask, path):
    await invited(ask, path)
    comes = await invited(ask, path)
    await ask.done(f"{comes}/acceptance")
    assert [f"/invitations/{one['id']}" for one in await ask.got(f"{path}/invitations")] == [comes]
    assert len(await ask.got(f"{path}/invitations", by=DEPUTY)) == 2


async def test_of_two_who_register_at_once_for_the_last_place_one_waits(ask, path):
    both = await ask.at_once(*(seated(ask, path, name=f"Тілші {n}") for n in range(6)))
    assert sorted(one["stage"] for one in both) == ["admitted", *["waiting"] * 5]
    assert await ask.got(f"{path}/places") == {
        "public": {"places": None, "taken": 0, "waiting": 0},
        "media": {"places": 1, "taken": 1, "waiting": 5},
    }


async def test_who_waits_longest_has_the_place_that_is_given_up(ask, path):
    first, second, third = [await seated(ask, path, name=f"Тілші {n}") for n in range(3)]
    await ask.done(f"/seats/{first['id']}/giving-up")
    stages = {one["id"]: one["stage"] for one in await ask.got(f"{path}/seats", by=CLERK)}
    assert [stages[one["id"]] for one in (first, second, third)] == [
        "given_up",
        "admitted",
        "waiting",
    ]


async def test_of_two_who_give_up_at_once_two_move_up(ask, path):
    await ask.put(f"{path}/arrangement", {"places": {"media": 2}})
    four = [await seated(ask, path, name=f"Тілші {n}") for n in range(4)]
    answers = await ask.at_once(
        *(ask.post(f"/seats/{one['id']}/giving-up", by=CLERK) for one in four[:2])
    )
    assert {answer.status_code for answer in answers} == {200}
    media = (await ask.got(f"{path}/places"))["media"]
    assert (media["taken"], media["waiting"]) == (2, 0)


async def test_more_places_are_for_those_who_wait(ask, path):
    for number in range(4):
        await seated(ask, path, name=f"Тілші {number}")
    await ask.put(f"{path}/arrangement", {"places": {"media": 3}})
    assert (await ask.got(f"{path}/places"))["media"] == {"places": 3, "taken": 3, "waiting": 1}


async def test_places_are_counted_by_kind_and_where_nobody_counts_there_is_always_one(ask, path):
    await seated(ask, path)
    assert (await seated(ask, path, kind="public"))["stage"] == "admitted"
    assert (await seated(ask, path, kind="public"))["stage"] == "admitted"


async def test_the_names_of_those_who_listen_are_for_those_who_run_the_hearing(ask, path):
    await seated(ask, path)
    assert (await ask.http.get(f"{path}/seats")).status_code == 401
    for by, status in ((DEPUTY, 403), (ANOTHER_CHAIR, 403), (COMMITTEE_CHAIR, 200)):
        assert (await ask("GET", f"{path}/seats", by=by)).status_code == status


async def test_nobody_is_invited_or_seated_once_the_hearing_is_over(ask, path):
    await ask.done(f"{path}/holding", {"taking_part": 3})
    assert (await ask.post(f"{path}/invitations", {"guest": GUEST})).status_code == 409
    assert (await ask.post(f"{path}/seats", SOMEBODY)).status_code == 409
