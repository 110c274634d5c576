"""Everything of a sitting in one signed archive."""

import io
from hashlib import sha256
from zipfile import ZipFile

from kurultai import verify
from shared.tlog.note import read_key, read_note, verified


async def test_the_archive_of_a_sitting_has_every_vote_and_is_signed(floor, tmp_path):
    sitting_id = await floor.sit()
    votes = [await a_decided_vote(floor, sitting_id) for _ in "12"]
    await floor.post(f"/sittings/{sitting_id}/closing", by=floor.chair)

    archive = await archive_of(floor, sitting_id)

    names = archive.namelist()
    for number, vote_id in enumerate(votes, 1):
        folder = f"votes/{number:03}-{vote_id}"
        assert {name.removeprefix(f"{folder}/") for name in names if name.startswith(folder)} == {
            "bundle.json",
            "by-name.kk.csv",
            "by-name.ru.csv",
            "by_name.kk.pdf",
            "by_name.ru.pdf",
            "protocol.json",
            "quantitative.kk.pdf",
            "quantitative.ru.pdf",
            "vote-event.json",
        }
    note = read_note(archive.read("manifest.txt"))
    assert verified(note, [read_key((await floor.get("/log/keys"))["log"])])
    heading, of, *lines = note.text.splitlines()
    assert (heading, of) == ("kurultai archive of a sitting, v1", sitting_id)
    digests = dict(reversed(line.split("  ", 1)) for line in lines)
    assert digests.keys() == {*names} - {"manifest.txt"}
    assert all(sha256(archive.read(name)).hexdigest() == digests[name] for name in digests)

    bundle = archive.extract(f"votes/001-{votes[0]}/bundle.json", tmp_path)
    assert verify.main([bundle]) == 0


async def test_the_archive_is_made_when_the_sitting_is_over(floor):
    sitting_id = await floor.sit()

    answer = await floor.http.get(f"/sittings/{sitting_id}/archive.zip")

    assert (answer.status_code, answer.json()["code"]) == (409, "sitting-goes-on")


async def a_decided_vote(floor, sitting_id) -> str:
    vote_id = await floor.open_vote(sitting_id)
    await floor.cast_all(vote_id, ["for"] * 100 + ["against"] * 45)
    await floor.decide(vote_id)
    return vote_id


async def archive_of(floor, sitting_id) -> ZipFile:
    answer = await floor.http.get(f"/sittings/{sitting_id}/archive.zip")
    assert answer.status_code == 200, answer.text
    return ZipFile(io.BytesIO(answer.content))
