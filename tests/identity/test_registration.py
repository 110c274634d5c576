"""Registering persons over HTTP."""

import asyncio
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.identity.store.tables import iins, kept, persons
from services.identity.store.vault import Sealed, Vault
from shared.kernel.actor import Role
from tests.identity.builders import FOUNDER_IIN, NAME, nobodys_iin
from tests.identity.conftest import SECRET, take_office

IIN = nobodys_iin(7)
BODY = {"iin": IIN, "name": NAME.model_dump()}


async def test_the_registrar_registers_a_person_by_name_and_number(http, registrar, desk):
    answer = await http.post("/persons", json=BODY, headers=registrar)

    assert answer.status_code == 201
    shown = answer.json()
    assert shown == {
        "id": shown["id"],
        "version": 1,
        "stage": "registered",
        "name": NAME.model_dump(),
    }
    assert answer.headers["location"] == f"/persons/{shown['id']}"
    assert answer.headers["etag"] == '"1"'
    async with desk.work() as work:
        fact = sa.select(kept.outbox.c.body).where(kept.outbox.c.case_id == UUID(shown["id"]))
        told = (await work.session.scalars(fact)).one()
    assert (told["name"], told["founder"]) == (NAME.model_dump(), False)


async def test_a_clerk_registers_persons_too(http, registers, signs_in, desk):
    clerk = await registers(nobodys_iin(1))
    await take_office(desk, UUID(clerk["id"]), Role.CLERK)

    answer = await http.post("/persons", json=BODY, headers=await signs_in(nobodys_iin(1)))

    assert answer.status_code == 201


async def test_someone_without_an_office_registers_nobody(http, registers, signs_in, desk):
    await registers(nobodys_iin(1))

    answer = await http.post("/persons", json=BODY, headers=await signs_in(nobodys_iin(1)))

    assert answer.status_code == 403
    assert answer.json()["code"] == "not-entitled"
    assert answer.json()["provision"].startswith("rules of the service")
    assert await count(desk, iins) == 2  # the founder, and the one without an office


async def test_without_a_token_nobody_is_registered(http):
    answer = await http.post("/persons", json=BODY)
    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")


async def test_the_same_number_again_is_refused_with_the_id_it_has(
    http, registers, registrar, desk
):
    first = await registers(IIN)

    answer = await http.post("/persons", json=BODY, headers=registrar)

    assert (answer.status_code, answer.json()["code"]) == (409, "person-known")
    assert first["id"] in answer.json()["detail"]
    assert await count(desk, persons) == 2


async def test_who_may_not_register_is_not_told_who_is_known(http, registers, signs_in):
    known = await registers(IIN)

    answer = await http.post("/persons", json=BODY, headers=await signs_in(IIN))

    assert answer.status_code == 403
    assert known["id"] not in answer.text


async def test_of_twenty_registrations_of_one_number_at_once_one_succeeds(http, registrar, desk):
    answers = await asyncio.gather(
        *(http.post("/persons", json=BODY, headers=registrar) for _ in range(20))
    )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [201] + 19 * [409]
    [winner] = {a.json()["id"] for a in answers if a.status_code == 201}
    refused = [a.json() for a in answers if a.status_code == 409]
    assert {r["code"] for r in refused} == {"person-known"}
    assert all(winner in r["detail"] for r in refused)
    assert await count(desk, persons) == await count(desk, iins) == 2
    assert await count(desk, kept.outbox, kept.outbox.c.about == "person") == 2


@pytest.mark.parametrize(
    "iin", ["010101100019", "010101700018", "013001100018", "01010110001", "01010110001x", ""]
)
async def test_a_number_that_cannot_be_is_refused_and_not_repeated(http, registrar, iin):
    answer = await http.post("/persons", json=BODY | {"iin": iin}, headers=registrar)

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-iin")
    assert not iin or iin not in answer.text + str(answer.headers)
    assert "No. 406" in answer.json()["provision"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_refusal_speaks_the_readers_language(http, registrar, language):
    headers = registrar | {"Accept-Language": language}

    answer = await http.post("/persons", json=BODY | {"iin": "0"}, headers=headers)

    words = {"kk": "цифрдан тұрады", "ru": "из двенадцати цифр", "en": "twelve digits"}
    assert words[language] in answer.json()["detail"]


@pytest.mark.parametrize(
    "body",
    [
        BODY | {"iin": int("1" + IIN[1:])},
        BODY | {"iin": [IIN]},
        BODY | {"iin": None},
        BODY | {"note": IIN},
        BODY | {IIN: "x"},
        {"iin": IIN},
        {"iin": IIN, "name": {"kk": IIN}},
        {"iin": IIN, "name": IIN},
    ],
)
async def test_a_body_of_the_wrong_shape_is_refused_without_repeating_it(http, registrar, body):
    answer = await http.post("/persons", json=body, headers=registrar)

    assert answer.status_code == 422
    assert IIN[1:] not in answer.text


async def test_sent_twice_under_one_key_a_person_is_registered_once(http, registrar, desk):
    headers = registrar | {"Idempotency-Key": "one"}

    first = await http.post("/persons", json=BODY, headers=headers)
    again = await http.post("/persons", json=BODY, headers=headers)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert await count(desk, persons) == 2


async def test_a_person_is_shown_to_those_signed_in_and_the_number_to_nobody(
    http, registers, registrar
):
    known = await registers(IIN)

    seen = await http.get(f"/persons/{known['id']}", headers=registrar)
    unseen = await http.get(f"/persons/{known['id']}")

    assert seen.json() == known
    assert IIN not in seen.text
    assert unseen.status_code == 401


async def test_an_unknown_person_is_not_found(http, registrar):
    answer = await http.get(f"/persons/{uuid4()}", headers=registrar)
    assert (answer.status_code, answer.json()["code"]) == (404, "person-not-found")


async def test_a_registered_person_has_no_acts_ahead_and_one_on_record(http, registers, registrar):
    known = await registers(IIN)

    options = await http.get(f"/persons/{known['id']}/options", headers=registrar)
    record = await http.get(f"/persons/{known['id']}/acts", headers=registrar)

    assert options.json() == []
    assert [(line["act"], line["role"]) for line in record.json()] == [("register", "registrar")]


async def test_a_number_is_kept_sealed_for_its_person(registers, desk):
    known = await registers(IIN)

    async with desk.work() as work:
        query = sa.select(iins).where(iins.c.person_id == UUID(known["id"]))
        row = (await work.session.execute(query)).one()

    vault = Vault(SECRET)
    assert vault.iins.open(Sealed(row.sealed, row.sealed_with), row.person_id).decode() == IIN
    assert row.fingerprint == vault.fingerprint(IIN)
    assert IIN != FOUNDER_IIN


async def count(desk, table, *where) -> int:
    async with desk.work() as work:
        return await work.session.scalar(
            sa.select(sa.func.count()).select_from(table).where(*where)
        )
