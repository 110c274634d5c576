"""The evidence of absences: of whom, from what, how many without a good reason; signed."""

import csv
import io
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest

from shared.kernel.occasion import ALMATY
from shared.tlog.note import read_note, verified
from tests.voting.committees import Committee

TODAY = datetime.now(ALMATY).date()
DAYS = f"from={TODAY - timedelta(days=30)}&to={TODAY + timedelta(days=1)}"


@pytest.fixture
async def held(floor):
    """Five sittings that are over, from which the last deputy was away; from one excused."""
    ids = []
    for _ in range(5):
        sitting_id = await floor.sit(144)
        if not ids:
            await floor.excuse(sitting_id, floor.deputies[144])
        await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)
        ids.append(sitting_id)
    return ids


async def test_absences_are_counted_against_what_the_constitution_lets_pass(floor, held):
    shown = await floor.get(f"/absences?{DAYS}")

    [deputy] = shown["deputies"]
    assert (deputy["number"], deputy["without_good_reason"], deputy["exceeds"]) == (145, 4, True)
    assert [one["sitting_id"] for one in deputy["absences"]] == held
    assert [one["excused"] for one in deputy["absences"]] == [True, False, False, False, False]
    assert (shown["most"], shown["provision"]) == (3, "Constitution 2026, art. 55(1)")


async def test_three_without_a_good_reason_are_let_pass(floor, held):
    await floor.admin.execute("DELETE FROM sittings WHERE id = $1", held[-1])

    [deputy] = (await floor.get(f"/absences?{DAYS}"))["deputies"]

    assert (deputy["without_good_reason"], deputy["exceeds"]) == (3, False)


@pytest.mark.usefixtures("held")
async def test_the_table_is_what_the_signed_note_vouches_for(app, floor):
    note = read_note((await floor.get(f"/absences?{DAYS}"))["note"].encode())
    table = (await floor.http.get(f"/absences.csv?{DAYS}")).content

    heading, days, digest = note.text.splitlines()
    assert heading == "kurultai absences, v1"
    assert days == f"{TODAY - timedelta(days=30)} {TODAY + timedelta(days=1)}"
    assert digest == sha256(table).hexdigest()
    assert verified(note, [app.state.seal.log_key])


@pytest.mark.usefixtures("held")
async def test_the_table_has_a_line_for_each_absence_and_no_ground(floor):
    answer = await floor.http.get(f"/absences.csv?{DAYS}&language=ru")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 5
    assert rows[1][:2] == ["145", "Депутат № 145"]
    assert [row[3] for row in rows[1:]] == ["+", "", "", "", ""]
    assert "mission" not in answer.text


@pytest.mark.usefixtures("held")
async def test_of_one_deputy_and_of_other_days_there_is_what_there_is(floor):
    present, absent = floor.deputies[3], floor.deputies[144]

    assert (await floor.get(f"/absences?{DAYS}&person_id={present}"))["deputies"] == []
    assert len((await floor.get(f"/absences?{DAYS}&person_id={absent}"))["deputies"]) == 1
    before = f"from={TODAY - timedelta(days=9)}&to={TODAY - timedelta(days=8)}"
    assert (await floor.get(f"/absences?{before}"))["deputies"] == []


async def test_sittings_of_bodies_count_for_their_members(floor):
    committee = await Committee(floor).be_formed()
    sitting_id = await committee.sit(present=9)
    soon = datetime.now(UTC) + timedelta(hours=1)
    await floor.post(f"/sittings/{sitting_id}/closing", by=committee.chair)
    days = f"from={TODAY}&to={soon.astimezone(ALMATY).date()}"

    deputies = (await floor.get(f"/absences?{days}"))["deputies"]

    assert [one["person_id"] for one in deputies] == [str(p) for p in committee.members[9:]]
    assert deputies[0]["absences"][0]["body_ids"] == [str(committee.id)]


async def test_a_sitting_under_way_or_never_opened_counts_for_nobody(floor):
    await floor.sit(100)
    await floor.admin.execute(
        "INSERT INTO sittings (id, stage, version, starts_at, closed_at) "
        "VALUES ($1, 'closed', 3, $2, $2)",
        *(uuid4(), datetime.now(UTC)),
    )

    assert (await floor.get(f"/absences?{DAYS}"))["deputies"] == []


@pytest.mark.parametrize(
    "days", [f"from={TODAY}&to={TODAY - timedelta(days=1)}", "from=2001-01-01&to=2026-01-01"]
)
async def test_days_that_are_no_span_are_refused(http, days):
    answer = await http.get(f"/absences?{days}")

    assert (answer.status_code, answer.json()["code"]) == (422, "no-such-span")
