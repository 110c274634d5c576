"""The service as it is put together: its tables, its paper, its chores, its document."""

import asyncio
from contextlib import suppress

import pytest
import sqlalchemy as sa

from services.identity.actions.keep_keys import keep_keys
from services.identity.api.schemas import NOBODYS_IIN
from services.identity.domain.iin import checked_iin
from services.identity.service import SERVICE
from services.identity.store.reception import Reception
from services.identity.store.tables import signing_keys
from shared.contracts.identity import TELLS
from shared.kernel.text import Language
from shared.service import Running, on_paper
from shared.service.migrating import drifted
from tests.identity.builders import PROFILE, TODAY
from tests.identity.conftest import an_app


async def test_the_migrations_make_the_tables_that_the_mapping_expects(urls):
    await asyncio.to_thread(drifted, "identity", urls["owner"])


def test_the_procedure_prints_in_three_languages():
    paper = on_paper(SERVICE)
    for words in ("registrar", "держатель реестра состава", "құрам тізілімін жүргізуші"):
        assert words in paper
    assert "`supersede`" in paper


def test_it_tells_what_its_contract_says():
    assert SERVICE.tells == TELLS
    assert {fact.about for fact in TELLS} == set(SERVICE.procedures)


def test_it_hears_the_register_and_nothing_else():
    assert set(SERVICE.consumers.hears) == {"committees"}


def test_the_example_number_is_well_formed():
    assert checked_iin(NOBODYS_IIN, TODAY)


async def test_the_document_describes_every_route_and_field(http):
    document = (await http.get("/openapi.json")).json()

    operations = [op for path in document["paths"].values() for op in path.values()]
    assert all(operation["description"] for operation in operations)
    iin = document["components"]["schemas"]["Registration"]["properties"]["iin"]
    assert iin["writeOnly"] is True
    assert not [
        name
        for name, schema in document["components"]["schemas"].items()
        if name.endswith("Shown") and "iin" in schema["properties"]
    ]


async def test_the_worker_sees_to_the_keys(desk, settings, owner):
    app = an_app(desk, settings)
    app.state.reception = Reception.of(settings)
    running = Running(SERVICE, settings, PROFILE, owner, desk, app)

    chore = asyncio.create_task(keep_keys(running))
    async with asyncio.timeout(5):
        while await stages(desk) != ["active"]:  # noqa: ASYNC110 the worker tells nobody
            await asyncio.sleep(0.02)
    chore.cancel()
    with suppress(asyncio.CancelledError):
        await chore


@pytest.mark.parametrize("language", Language)
async def test_every_refusal_of_an_act_speaks_the_language(http, registrar, language):
    await http.post("/keys/rotation", headers=registrar)
    headers = registrar | {"Accept-Language": language}

    answer = await http.post("/keys/rotation", headers=headers)

    words = {"kk": "бұрын жарияланған кілт", "ru": "уже опубликованный ключ", "en": "the key that"}
    assert words[language] in answer.json()["detail"]
    assert answer.headers["content-language"] == language


async def stages(desk) -> list[str]:
    async with desk.work() as work:
        return list((await work.session.scalars(sa.select(signing_keys.c.stage))).all())
