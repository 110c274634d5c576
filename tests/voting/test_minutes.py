"""The minutes of a sitting: what was held, in two languages, and then no more changes."""

import io
import json
from hashlib import sha256
from zipfile import ZipFile

import asyncpg
import pypdf
import pytest

from services.voting.domain.minutes import MinutesAct, MinutesStage
from services.voting.domain.minutes_procedure import MINUTES
from shared.kernel.canonical import canonical
from shared.kernel.text import Language
from tests.voting.committees import Committee

REMARKS = {"remarks": {"kk": "Ескертпе жоқ", "ru": "Замечаний нет"}}
ITEM = {"kind": "information", "title": {"kk": "Су туралы", "ru": "О воде"}}
EARLY = {"early": {"kk": "Уақыт бітті", "ru": "Время вышло"}}


@pytest.fixture
async def held(floor):
    """A sitting that is over: 140 present, one excused, an item, a speech and a vote."""
    sitting_id = await floor.sit(140)
    path = f"/sittings/{sitting_id}"
    await floor.excuse(sitting_id, floor.deputies[142])
    await floor.post(f"{path}/presiding", {"person_id": str(floor.chair)}, by=floor.chair)
    agenda = await floor.post(f"{path}/agenda", by=floor.clerk)
    headers = floor.signed(floor.clerk) | {"If-Match": f'"{agenda["version"]}"'}
    await floor.http.post(f"/agendas/{agenda['id']}/items", json=ITEM, headers=headers)
    await a_speech(floor, path)
    vote_id = await floor.open_vote(sitting_id, "maj_resolution")
    await floor.cast_all(vote_id, ["for"] * 90 + ["against"] * 20)
    await floor.end_window(vote_id)
    await floor.decide(vote_id)
    await floor.post(f"{path}/closing", EARLY, by=floor.chair)
    return sitting_id


async def a_speech(floor, path):
    debate = await floor.post(f"{path}/debates", {}, by=floor.chair)
    asked = f"/debates/{debate['id']}/speeches"
    speech = await floor.post(asked, {"kind": "debate"}, by=floor.deputies[9])
    await floor.post(f"/speeches/{speech['id']}/giving", by=floor.chair)
    await floor.post(f"/speeches/{speech['id']}/ending", by=floor.chair)


async def test_they_say_who_was_there_and_what_was_held(floor, held):
    drawn = await floor.post(f"/sittings/{held}/minutes", REMARKS, by=floor.clerk)

    said = drawn["content"]
    assert [len(said[who]) for who in ("present", "excused", "absent")] == [140, 1, 4]
    assert said["excused"][0]["number"] == 143
    assert (said["quorum"], said["bodies"]) == (97, [])
    assert [item["state"] for item in said["agenda"]] == ["planned"]
    assert [speech["name"]["ru"] for speech in said["speeches"]] == ["Депутат № 10"]
    [vote] = said["votes"]
    assert (vote["outcome"], vote["tally"]["votes_for"], vote["needed"]) == ("adopted", 90, 73)
    assert said["ended_early"] == EARLY["early"]
    assert [one["name"]["ru"] for one in said["presided"]] == ["Депутат № 1"]
    assert (drawn["stage"], drawn["digest"]) == ("draft", None)


async def test_while_the_sitting_goes_on_there_are_none(floor):
    sitting_id = await floor.sit()

    refusal = await floor.post(f"/sittings/{sitting_id}/minutes", by=floor.clerk, status=409)
    missing = await floor.http.get(f"/sittings/{sitting_id}/minutes")

    assert "over" in refusal["detail"]
    assert (missing.status_code, missing.json()["code"]) == (404, "minutes-not-found")


async def test_who_presided_approves_them_and_nobody_changes_them_then(floor, held):
    path = f"/sittings/{held}/minutes"
    await floor.post(path, REMARKS, by=floor.clerk)
    await floor.post(path, by=floor.clerk)
    await floor.post(f"{path}/approval", by=floor.deputy_chair, status=403)

    approved = await floor.post(f"{path}/approval", by=floor.chair)
    refusal = await floor.post(path, REMARKS, by=floor.clerk, status=409)

    said = {"content": approved["content"], "remarks": approved["remarks"]}
    assert (approved["stage"], approved["remarks"]) == ("approved", None)
    assert approved["digest"] == sha256(canonical(said)).hexdigest()
    assert refusal["code"] == "not-now"
    assert await floor.get(path) == approved
    acts = await floor.get(f"{path}/acts")
    assert [act["act"] for act in acts] == ["draw_up", "redraw", "approve"]


async def test_not_even_the_owner_of_the_table_changes_approved_minutes(floor, held, urls):
    path = f"/sittings/{held}/minutes"
    await floor.post(path, by=floor.clerk)
    await floor.post(f"{path}/approval", by=floor.chair)
    owner = await asyncpg.connect(urls["owner"].replace("+asyncpg", ""))

    with pytest.raises(asyncpg.RestrictViolationError):
        await owner.execute("UPDATE minutes SET remarks = NULL")
    with pytest.raises(asyncpg.RestrictViolationError):
        await owner.execute("DELETE FROM minutes")

    await owner.close()


async def test_others_than_the_apparatus_draw_up_none(floor, held):
    refusal = await floor.post(f"/sittings/{held}/minutes", by=floor.chair, status=403)

    assert refusal["code"] == "not-entitled"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ["Отырыстың хаттамасы", "Су туралы", "Қатысқандар: 140", "Ескертпе жоқ", "ЖОБА"]),
        ("ru", ["Протокол заседания", "О воде", "Присутствовали: 140", "Замечаний нет", "ПРОЕКТ"]),
    ],
)
async def test_they_are_printed_in_both_languages(floor, held, language, words):
    await floor.post(f"/sittings/{held}/minutes", REMARKS, by=floor.clerk)

    answer = await floor.http.get(f"/sittings/{held}/minutes.pdf?language={language}")

    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    printed = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert [word for word in words if word not in printed] == []


async def test_the_archive_of_the_sitting_has_them(floor, held):
    path = f"/sittings/{held}"
    await floor.post(f"{path}/minutes", by=floor.clerk)
    approved = await floor.post(f"{path}/minutes/approval", by=floor.chair)

    archive = ZipFile(io.BytesIO((await floor.http.get(f"{path}/archive.zip")).content))

    assert json.loads(archive.read("minutes.json"))["digest"] == approved["digest"]
    assert archive.read("minutes.kk.pdf").startswith(b"%PDF")
    assert "minutes.ru.pdf" in archive.read("manifest.txt").decode()


async def test_of_a_committee_they_name_its_members_alone(floor):
    committee = await Committee(floor).be_formed()
    sitting_id = await committee.sit(present=8)
    await floor.post(f"/sittings/{sitting_id}/closing", by=committee.chair)

    await floor.post(f"/sittings/{sitting_id}/minutes", by=floor.clerk)
    approved = await floor.post(f"/sittings/{sitting_id}/minutes/approval", by=committee.chair)

    said = approved["content"]
    assert [len(said[who]) for who in ("present", "excused", "absent")] == [8, 0, 3]
    assert [name["ru"] for name in said["bodies"]] == ["Комитет по финансам"]
    assert said["presided"][0]["name"]["ru"] == "Депутат № 21"
    assert said["quorum"] == 6


def test_every_row_and_condition_names_its_provision_in_three_languages():
    assert {row.act for row in MINUTES.rows} == set(MinutesAct)
    assert {row.target for row in MINUTES.rows} | {MinutesStage.NEW} == set(MinutesStage)
    for condition in (c for row in MINUTES.rows for c in row.when):
        assert len({condition.sentence.on(language) for language in Language}) == 3
        assert condition.provision
