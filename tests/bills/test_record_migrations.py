"""What was on file before bills could be searched is found, listed and dumped like the rest."""

import asyncio

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import create_async_engine

from services.bills.service import SERVICE
from shared.service.migrating import configured, migrate_to_head
from tests import a_service
from tests.bills.builders import DEPUTY, PROFILE, a_package
from tests.bills.conftest import opened_desk, signature_of

SEARCHED = "75a1c4d9e0b2"
"""The first of the two migrations."""
BODY = {
    "kind": "law",
    "title": {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"},
    "texts": {"kk": "1-бап. Өзендер", "ru": "Статья 1. Реки"},
    "package": [document.model_dump(mode="json") for document in a_package()],
}
WRITTEN = ("bill_search", "bill_words", "bill_moments")


async def kept_of(url):
    """All that the triggers write, in one order."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        tables = [
            (await connection.execute(sa.text(f"SELECT * FROM {table} ORDER BY 1"))).all()  # noqa: S608 our own names
            for table in WRITTEN
        ]
        changes = "SELECT kind, bill_id, part FROM bill_changes ORDER BY 1, 2, 3"
        tables.append((await connection.execute(sa.text(changes))).all())
    await engine.dispose()
    return tables


async def test_a_bill_of_before_is_kept_as_the_triggers_would_have(tmp_path):
    async with a_service.database_of("bills", tmp_path) as urls, opened_desk(urls) as desk:
        async with a_service.http_of(SERVICE, desk, PROFILE) as http:
            made = await http.post("/bills", json=BODY, headers=signature_of(DEPUTY))
            path = f"/bills/{made.json()['id']}"
            await http.post(f"{path}/introduction", headers=signature_of(DEPUTY))
        by_the_triggers = await kept_of(urls["owner"])

        config = configured("bills", urls["owner"])
        before = ScriptDirectory.from_config(config).get_revision(SEARCHED).down_revision
        await asyncio.to_thread(command.downgrade, config, before)
        await asyncio.to_thread(migrate_to_head, "bills", urls["owner"])

        assert await kept_of(urls["owner"]) == by_the_triggers
        assert all(by_the_triggers)
