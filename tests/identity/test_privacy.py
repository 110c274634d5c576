"""No number and no token where they do not belong: not in the database, logs, facts or answers."""

import json
import re

import pytest
import sqlalchemy as sa

from services.identity.store.tables import metadata
from tests.identity.builders import FOUNDER_IIN, NAME, nobodys_iin
from tests.identity.conftest import SECRET

IIN = nobodys_iin(7)
BODY = {"iin": IIN, "name": NAME.model_dump()}


async def a_day_in_the_life(http, registrar) -> list[str]:
    """Every route, well used and badly; returns the tokens that were given out."""
    keyed = registrar | {"Idempotency-Key": "one"}
    known = (await http.post("/persons", json=BODY, headers=keyed)).json()
    await http.post("/persons", json=BODY, headers=registrar)
    await http.post("/persons", json=BODY | {"iin": IIN + "0"}, headers=registrar)
    await http.post("/persons", json=BODY | {"iin": [IIN]}, headers=registrar)
    await http.post("/persons", json=BODY)
    await http.post(f"/persons/{IIN}", json=BODY, headers=registrar)
    signed_in = await http.post("/development/sign-in", json={"iin": IIN})
    await http.post("/development/sign-in", json={"iin": nobodys_iin(8)})
    await http.post("/development/sign-in", json={"iin": int("1" + IIN[1:])})
    token = signed_in.json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    await http.get("/me", headers=headers)
    await http.get(f"/persons/{known['id']}", headers=headers)
    await http.post("/keys/rotation", headers=headers)
    await http.get("/me", headers={"Authorization": f"Bearer {token}x"})
    return [token, registrar["Authorization"].removeprefix("Bearer ")]


async def everything(owner) -> str:
    """The whole database as text, bytes both as they are and in hexadecimal."""
    found = []
    async with owner.connect() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                values = sa.select(sa.cast(column, sa.Text)).select_from(table)
                found += [str(value) for value in await connection.scalars(values)]
    unhexed = [bytes.fromhex(v[2:]).decode("latin-1") for v in found if v.startswith("\\x")]
    return "\n".join(found + unhexed)


async def test_nothing_in_the_database_tells_a_number_or_a_token(http, registrar, owner):
    tokens = await a_day_in_the_life(http, registrar)

    dump = await everything(owner)

    assert NAME.ru in json.dumps(dump, ensure_ascii=False)  # it is a dump of what there is
    for number in (IIN, FOUNDER_IIN, nobodys_iin(8)):
        assert number not in dump
        assert number.encode().hex() not in dump
    for token in tokens:
        assert token not in dump
        assert token.split(".")[2] not in dump


async def test_nothing_in_the_logs_tells_a_number_a_name_or_a_token(
    http, registrar, capsys, caplog
):
    tokens = await a_day_in_the_life(http, registrar)

    out, err = capsys.readouterr()
    logged = out + err + caplog.text

    assert "development sign-in" in logged
    assert not re.search(r"(?<![0-9a-f-])\d{12}(?![0-9a-f])", logged)
    for private in (IIN, FOUNDER_IIN, SECRET, NAME.ru, NAME.kk, *tokens):
        assert private not in logged


@pytest.mark.parametrize("table", ["outbox", "acts", "sign_ins", "persons"])
async def test_a_fault_of_the_database_tells_no_number_either(
    http, registrar, owner, capsys, table
):
    async with owner.begin() as connection:
        await connection.execute(sa.text(f"ALTER TABLE {table} RENAME TO {table}_away"))
    try:
        answers = [
            await http.post("/persons", json=BODY, headers=registrar),
            await http.post("/development/sign-in", json={"iin": FOUNDER_IIN}),
        ]
    finally:
        async with owner.begin() as connection:
            await connection.execute(sa.text(f"ALTER TABLE {table}_away RENAME TO {table}"))

    said = capsys.readouterr().out + "".join(answer.text for answer in answers)
    assert 500 in {answer.status_code for answer in answers}
    assert '"event": "internal"' in said
    assert IIN not in said
    assert FOUNDER_IIN not in said


async def test_the_log_of_the_database_server_tells_no_number(http, registrar, tmp_path_factory):
    await a_day_in_the_life(http, registrar)
    logs = list(tmp_path_factory.getbasetemp().glob("identity*/**/*.log"))

    assert logs
    for log in logs:
        assert IIN not in log.read_text("utf-8", errors="replace")
