"""The service as it is put together: tables, paper, what it hears and tells, its document."""

import asyncio
from datetime import timedelta
from uuid import uuid4

from services.voting.service import SERVICE
from shared.contracts import agendas, sittings
from shared.contracts.committees import MandateBegan, MandateEnded, OfficeTaken
from shared.contracts.voting import TELLS
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.service import on_paper
from shared.service.migrating import drifted
from tests.voting.builders import NOON


async def test_the_migrations_make_the_tables_that_the_mapping_expects(urls):
    await asyncio.to_thread(drifted, "voting", urls["owner"])


def test_the_procedure_prints_in_three_languages():
    paper = on_paper(SERVICE)

    for words in ("Chair of the Kurultai", "Председатель Курултая", "Құрылтай Төрағасы"):
        assert words in paper
    assert "`time_out`" in paper


def test_it_tells_what_its_contract_says_about_its_own_cases():
    assert SERVICE.tells == (*TELLS, *agendas.TELLS, *sittings.TELLS)
    assert {fact.about for fact in SERVICE.tells} == {
        *SERVICE.procedures.keys() - {"sittingagenda"},
        "agenda",
        "ballot_group",
    }


def test_it_hears_the_register_readings_and_candidacies():
    hears = SERVICE.consumers.hears

    assert hears["bills"] == {"bill", "amending", "initiative"}
    assert hears["hearings"] == {"governmenthour"}
    assert hears["committees"] == {
        *("mandate", "office", "faction", "candidacy"),
        *("committee", "body", "membership", "recall"),
    }


async def test_the_document_describes_every_route_and_the_ballot(http):
    document = (await http.get("/openapi.json")).json()

    operations = [op for path in document["paths"].values() for op in path.values()]
    assert all(operation["description"] for operation in operations)
    casting = document["paths"]["/votes/{vote_id}/ballot"]["post"]
    assert [parameter["name"] for parameter in casting["parameters"]] == ["vote_id"]
    assert {"200", "201", "401", "403", "404", "409", "422", "503"} <= casting["responses"].keys()
    ballot = document["components"]["schemas"]["BallotGiven"]
    assert ballot["properties"].keys() == {"choice", "request_id"}
    assert ballot["additionalProperties"] is False


async def test_mandates_and_offices_are_heard_and_end_when_they_end(floor, hear):
    mandate_id, person_id = uuid4(), uuid4()
    since = NOON - timedelta(days=60)
    await hear(
        MandateBegan(
            at=since,
            mandate_id=mandate_id,
            convocation_id=uuid4(),
            person_id=person_id,
            number=146,
            name=Bilingual(kk="№ 146 депутат", ru="Депутат № 146"),
            since=since,
        )
    )
    await hear(
        OfficeTaken(at=since, office_id=uuid4(), person_id=person_id, role=Role.CLERK, since=since)
    )
    assert (await floor.get("/composition"))["mandates"] == 146
    body = {"starts_at": NOON.isoformat()}
    await floor.post("/sittings", body, by=person_id, status=201)

    ended = MandateEnded(
        at=since, mandate_id=mandate_id, person_id=person_id, until=since, ground="Resigned"
    )
    await hear(ended, sequence=2)

    assert (await floor.get("/composition"))["mandates"] == 145
