"""A hearing while it is held: the floor, the protocol and the transcript, over HTTP."""

from datetime import datetime, timedelta

import pytest

from shared.kernel.actor import Role
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import (
    ANOTHER_CHAIR,
    ANOTHER_FACTION,
    ANOTHER_LEADER,
    CLERK,
    COMMITTEE_CHAIR,
    DEPUTY,
    FACTION,
    LEADER,
    NOBODY,
    a_person,
)
from tests.hearings.conftest import mandate_of

ARRANGED = {
    "parts": [
        {"key": "reports", "title": WORDS},
        {"key": "secrets", "title": WORDS, "closed": True, "reason": WORDS},
    ]
}
ENTRY = {"text": WORDS}
COLLEAGUE = a_person(Role.DEPUTY, number=141)


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    for deputy in (DEPUTY, LEADER, ANOTHER_LEADER):
        await hear(mandate_of(deputy))
    return Asker(http)


@pytest.fixture
async def path(ask):
    """A hearing that is under way, with an open and a closed part."""
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    await ask.put(f"{path}/arrangement", ARRANGED)
    await ask.done(f"{path}/registration", by=DEPUTY)
    await ask.done(f"{path}/opening")
    return path


def a_speaker(number=1, **but):
    words = {"kk": f"Сарапшы {number}", "ru": f"Эксперт {number}"}
    return {"name": words, "capacity": WORDS, "minutes": 7} | but


def myself(person, **but):
    return a_speaker(person_id=str(person.person_id), **but)


async def listed(ask, path, body, by=CLERK):
    return await ask.done(f"{path}/speakers", body, by=by)


async def test_speakers_speak_one_after_the_other(ask, path):
    first, second = [await listed(ask, path, a_speaker(n)) for n in (1, 2)]
    assert (await ask.done(f"/speeches/{first['id']}/floor"))["stage"] == "speaking"
    busy = await ask.post(f"/speeches/{second['id']}/floor")
    assert (busy.status_code, busy.json()["provision"]) == (409, "Constitution 2026, art. 56(18)")
    spoken = await ask.done(f"/speeches/{first['id']}/end")
    assert spoken["given_at"] <= spoken["ended_at"]
    await ask.done(f"/speeches/{second['id']}/floor")
    assert [s["stage"] for s in await ask.got(f"{path}/speakers")] == ["spoken", "speaking"]
    assert (await ask.post(f"/speeches/{first['id']}/floor")).status_code == 409


async def test_of_two_given_the_floor_at_once_one_has_it(ask, path):
    speeches = [await listed(ask, path, a_speaker(n)) for n in range(4)]
    answers = await ask.at_once(*(ask.post(f"/speeches/{one['id']}/floor") for one in speeches))
    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409]


async def test_nobody_speaks_twice(ask, path):
    mine = await listed(ask, path, myself(DEPUTY), by=DEPUTY)
    for body, by in ((myself(DEPUTY), DEPUTY), (myself(DEPUTY), CLERK)):
        again = await ask.post(f"{path}/speakers", body, by=by)
        assert again.status_code == 409
        assert again.json()["provision"] == "rules profile: hearings.speaks_once (unknown)"
    await ask.done(f"/speeches/{mine['id']}/floor")
    await ask.done(f"/speeches/{mine['id']}/end")
    assert (await ask.post(f"{path}/speakers", myself(DEPUTY), by=DEPUTY)).status_code == 409
    await listed(ask, path, a_speaker(1))
    assert (await ask.post(f"{path}/speakers", a_speaker(1), by=CLERK)).status_code == 409


async def test_a_speaker_listed_many_times_at_once_is_listed_once(ask, path):
    answers = await ask.at_once(
        *(ask.post(f"{path}/speakers", myself(DEPUTY), by=DEPUTY) for _ in range(5))
    )
    assert sorted(a.status_code for a in answers) == [201, *[409] * 4]


async def test_who_was_struck_may_be_listed_again(ask, path):
    mine = await listed(ask, path, myself(DEPUTY), by=DEPUTY)
    assert (await ask.done(f"/speeches/{mine['id']}/striking"))["stage"] == "struck"
    await listed(ask, path, myself(DEPUTY), by=DEPUTY)


async def test_nobody_lists_or_strikes_another_but_who_runs_the_hearing(ask, path):
    assert (await ask.post(f"{path}/speakers", myself(LEADER), by=DEPUTY)).status_code == 409
    one = await listed(ask, path, a_speaker())
    assert (await ask.post(f"/speeches/{one['id']}/striking", by=DEPUTY)).status_code == 409
    assert (await ask.post(f"/speeches/{one['id']}/floor", by=DEPUTY)).status_code == 403
    assert (await ask.post(f"/speeches/{one['id']}/floor", by=ANOTHER_CHAIR)).status_code == 409


async def test_the_floor_of_a_factions_leader_cannot_be_taken_away(ask, path):
    one = await listed(ask, path, myself(LEADER), by=LEADER)
    assert one["guaranteed"]
    refused = await ask.post(f"/speeches/{one['id']}/striking")
    assert refused.status_code == 409
    assert "339-VI, art. 34(2-1)" in refused.json()["provision"]
    early = await ask.post(f"{path}/closing")
    assert early.status_code == 409
    assert "339-VI, art. 34(2-1)" in early.json()["provision"]

    await ask.done(f"/speeches/{one['id']}/floor")
    assert (await ask.post(f"{path}/closing")).status_code == 409
    await ask.done(f"/speeches/{one['id']}/end")
    assert (await ask.done(f"{path}/closing"))["stage"] == "held"


async def test_a_leader_gives_the_floor_up_and_the_hearing_may_end(ask, path):
    one = await listed(ask, path, myself(LEADER), by=LEADER)
    await ask.done(f"/speeches/{one['id']}/striking", by=LEADER)
    assert not (await listed(ask, path, myself(ANOTHER_LEADER), by=CLERK))["guaranteed"]
    assert (await ask.done(f"{path}/closing"))["stage"] == "held"


@pytest.fixture
async def colleague(hear):
    """A deputy of the leader's faction."""
    await hear(mandate_of(COLLEAGUE).model_copy(update={"faction_id": FACTION}))
    return COLLEAGUE


def for_the_faction(person, faction=FACTION):
    return myself(person) | {"for_faction": str(faction)}


async def test_the_leaders_delegate_has_the_guaranteed_floor_in_the_leaders_place(
    ask, path, colleague
):
    one = await listed(ask, path, for_the_faction(colleague), by=LEADER)
    leader = await listed(ask, path, myself(LEADER), by=LEADER)
    taken_away = await ask.post(f"/speeches/{one['id']}/striking")
    early = await ask.post(f"{path}/closing")
    given_up = await ask.done(f"/speeches/{one['id']}/striking", by=LEADER)
    closed = await ask.done(f"{path}/closing")

    assert (one["guaranteed"], one["for_faction"]) == (True, str(FACTION))
    assert leader["guaranteed"] is False
    assert taken_away.status_code == early.status_code == 409
    assert (given_up["stage"], closed["stage"]) == ("struck", "held")


@pytest.mark.parametrize(
    ("whom", "faction", "by"),
    [
        (DEPUTY, FACTION, LEADER),
        (COLLEAGUE, ANOTHER_FACTION, LEADER),
        (COLLEAGUE, FACTION, ANOTHER_LEADER),
        (COLLEAGUE, FACTION, COLLEAGUE),
    ],
    ids=["of no faction", "another's faction", "another leader", "the deputy itself"],
)
@pytest.mark.usefixtures("colleague")
async def test_a_leader_names_a_deputy_of_the_own_faction(ask, path, whom, faction, by):
    refused = await ask.post(f"{path}/speakers", for_the_faction(whom, faction), by=by)
    assert refused.status_code == 409
    assert "339-VI, art. 34(2-1)" in refused.json()["provision"]


async def test_those_who_wait_are_put_in_another_order(ask, path):
    ids = [(await listed(ask, path, a_speaker(n)))["id"] for n in range(4)]
    await ask.done(f"/speeches/{ids[0]}/floor")
    order = [ids[3], ids[1], ids[2]]
    moved = await ask.done(f"{path}/speakers/order", {"order": order})
    assert [one["id"] for one in moved] == order
    assert [one["id"] for one in await ask.got(f"{path}/speakers")] == [ids[0], *order]


@pytest.mark.parametrize("change", [lambda ids: ids[1:], lambda ids: [*ids, ids[0]]])
async def test_an_order_of_another_list_is_refused(ask, path, change):
    ids = [(await listed(ask, path, a_speaker(n)))["id"] for n in range(3)]
    answer = await ask.post(f"{path}/speakers/order", {"order": change(ids)})
    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert [one["id"] for one in await ask.got(f"{path}/speakers")] == ids


async def test_the_protocol_is_corrected_by_entries_of_its_own(ask, path):
    first = await ask.done(f"{path}/protocol", ENTRY, by=CLERK)
    body = ENTRY | {"corrects": first["id"]}
    second = await ask.done(f"{path}/protocol", body, by=CLERK)
    assert (first["number"], second["number"], second["corrects"]) == (1, 2, first["id"])
    assert (await ask.post(f"{path}/protocol", body, by=CLERK)).status_code == 409
    third = ENTRY | {"corrects": second["id"]}
    assert (await ask.post(f"{path}/protocol", third, by=CLERK)).status_code == 201
    assert [one["number"] for one in await ask.got(f"{path}/protocol")] == [1, 2, 3]


async def test_entries_made_at_once_are_numbered_without_a_gap(ask, path):
    answers = await ask.at_once(*(ask.post(f"{path}/protocol", ENTRY, by=CLERK) for _ in range(8)))
    assert {a.status_code for a in answers} == {201}
    assert sorted(a.json()["number"] for a in answers) == list(range(1, 9))


@pytest.mark.parametrize(("by", "status"), [(COMMITTEE_CHAIR, 403), (DEPUTY, 403), (NOBODY, 401)])
async def test_only_the_apparatus_keeps_the_record(ask, path, by, status):
    assert (await ask.post(f"{path}/protocol", ENTRY, by=by)).status_code == status


async def test_there_is_no_record_of_a_hearing_that_has_not_begun(ask):
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    assert (await ask.post(f"{path}/protocol", ENTRY, by=CLERK)).status_code == 409


async def test_what_belongs_to_closed_parts_is_not_for_the_public(ask, path):
    hearing = await ask.got(path)
    for n, part in enumerate([{}, {"part": "reports"}, {"part": "secrets"}]):
        await ask.done(f"{path}/protocol", ENTRY | part, by=CLERK)
        await ask.done(f"{path}/transcript", a_segment(hearing) | part, by=CLERK)
        await listed(ask, path, a_speaker(n) | part)
    for what in ("protocol", "transcript", "speakers"):
        seen = [one["part"] for one in await ask.got(f"{path}/{what}")]
        assert seen == [None, "reports"]
        assert len(await ask.got(f"{path}/{what}", by=DEPUTY)) == 3


async def test_a_part_that_the_hearing_does_not_have_is_refused(ask, path):
    answer = await ask.post(f"{path}/protocol", ENTRY | {"part": "none"}, by=CLERK)
    assert (answer.status_code, answer.json()["provision"]) == (
        409,
        "Constitution 2026, art. 58(6)",
    )
    one = await ask.done(f"{path}/protocol", ENTRY | {"part": "secrets"}, by=CLERK)
    leak = ENTRY | {"corrects": one["id"]}
    assert (await ask.post(f"{path}/protocol", leak, by=CLERK)).status_code == 409


def a_segment(hearing, after=0.0, lasts=1.0, **but):
    since = datetime.fromisoformat(hearing["opened_at"]) + timedelta(seconds=after)
    whole = {
        "speaker": WORDS,
        "language": "kk",
        "since": since.isoformat(),
        "until": (since + timedelta(seconds=lasts)).isoformat(),
        "text": "Құрметті әріптестер!",
    }
    return whole | but


async def test_a_segment_is_corrected_by_new_editions(ask, path):
    segment = await ask.done(f"{path}/transcript", a_segment(await ask.got(path)), by=CLERK)
    where = f"/segments/{segment['id']}/text"
    assert segment["edition"] == 1
    without = await ask("PUT", where, {"text": "Басқа."}, by=CLERK)
    assert without.status_code == 428
    second = (await ask.put(where, {"text": "Басқа."}, by=CLERK, If_Match='"1"')).json()
    assert (second["edition"], second["text"]) == (2, "Басқа.")
    assert second["earlier"][0]["text"] == "Құрметті әріптестер!"
    stale = await ask.put(where, {"text": "Тағы."}, by=CLERK, If_Match='"1"')
    assert stale.status_code == 412
    assert (await ask.put(where, {"text": "Тағы."}, by=COMMITTEE_CHAIR)).status_code == 403


@pytest.mark.parametrize(("after", "lasts"), [(-5, 1), (0, 0), (0, -1)])
async def test_a_segment_lies_within_the_hearing(ask, path, after, lasts):
    body = a_segment(await ask.got(path), after, lasts)
    assert (await ask.post(f"{path}/transcript", body, by=CLERK)).status_code == 409


async def test_the_transcript_is_read_in_the_order_in_which_it_was_said(ask, path):
    hearing = await ask.got(path)
    for after, language in ((2, "ru"), (0, "kk")):
        await ask.done(f"{path}/transcript", a_segment(hearing, after, language=language), by=CLERK)
    shown = await ask.got(f"{path}/transcript")
    assert [one["language"] for one in shown] == ["kk", "ru"]
    assert [one["number"] for one in shown] == [2, 1]
    wrong = a_segment(hearing, language="en")
    assert (await ask.post(f"{path}/transcript", wrong, by=CLERK)).status_code == 422
