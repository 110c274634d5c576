"""A hearing whole: what the public reads of it in one answer, and its programme."""

from datetime import datetime, timedelta

import pytest

from services.hearings.domain.programme import programme_of
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import CLERK, DEPUTY, NOON, OPEN_PART, a_hearing
from tests.hearings.conftest import mandate_of

CITIZEN = {"author": {"kind": "citizen", "name": "Азамат 1"}, "text": WORDS}
GUEST = {"guest": {"name": WORDS, "capacity": WORDS}}
DRAFT = {"text": WORDS, "addressee": {"name": WORDS}}
ARRANGED = {
    "parts": [
        {"key": "reports", "title": WORDS, "minutes": 60},
        {"key": "secrets", "title": WORDS, "closed": True, "reason": WORDS},
    ],
    "places": {"public": 5},
}


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    await hear(mandate_of(DEPUTY))
    return Asker(http)


async def test_the_whole_of_a_hearing_is_what_the_public_may_read(ask):
    path = f"/hearings/{(await ask.done('/hearings', a_call()))['id']}"
    await ask.put(f"{path}/arrangement", ARRANGED)
    await ask.done(f"{path}/registration", by=DEPUTY)
    comes, _ = [await ask.done(f"{path}/invitations", GUEST) for _ in range(2)]
    await ask.done(f"/invitations/{comes['id']}/acceptance")
    await ask.done(f"{path}/seats", {"kind": "public", "name": "Азамат 3"})
    first, _ = [await ask.done(f"{path}/submissions", CITIZEN, by=CLERK) for _ in range(2)]
    await ask.done(f"/submissions/{first['id']}/publication")
    opened = await ask.done(f"{path}/opening")
    for part in ({}, {"part": "secrets"}):
        await ask.done(f"{path}/protocol", {"text": WORDS} | part, by=CLERK)
    await ask.done(f"{path}/drafts", DRAFT)

    whole = await ask.got(f"{path}/whole")

    assert whole["hearing"] == await ask.got(path)
    assert [g["id"] for g in whole["guests"]] == [comes["id"]]
    assert whole["places"]["public"] == {"places": 5, "taken": 1, "waiting": 0}
    assert (whole["registered"], whole["submissions"], whole["segments"]) == (1, 1, 0)
    assert [e["part"] for e in whole["protocol"]] == [None]
    assert whole["recommendations"] == []
    assert "Азамат" not in str(whole)
    first_part, second_part = whole["programme"]
    begins = datetime.fromisoformat(opened["opened_at"])
    assert datetime.fromisoformat(first_part["begins_at"]) == begins
    assert datetime.fromisoformat(second_part["begins_at"]) == begins + timedelta(hours=1)
    assert second_part["ends_at"] is None
    assert await ask.got(f"{path}/programme") == whole["programme"]


def test_after_a_part_of_unknown_length_no_time_is_told():
    parts = tuple(
        OPEN_PART.model_copy(update={"key": key, "minutes": minutes})
        for key, minutes in (("a", 30), ("b", None), ("c", 10))
    )
    times = [(i.begins_at, i.ends_at) for i in programme_of(a_hearing(parts=parts))]
    half = NOON + timedelta(minutes=30)
    assert times == [(NOON, half), (half, None), (None, None)]


@pytest.mark.parametrize("what", ["whole", "programme", "protocol", "speakers", "places"])
async def test_of_a_hearing_that_nobody_knows_there_is_nothing(http, what):
    answer = await http.get(f"/hearings/0199d0a0-0000-7000-8000-000000000404/{what}")
    assert (answer.status_code, answer.json()["code"]) == (404, "hearing-not-found")
