"""Signing keys as time passes: a rotation makes no token void."""

import asyncio
import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag

from services.identity.domain.terms import KEY_LIFE, RETIRES_AFTER, SIGNS_AFTER
from services.identity.store.keys import Keys
from services.identity.store.tables import kept, signing_keys
from services.identity.store.vault import Sealed
from shared.kernel.actor import Role
from shared.web.refusals import NotSignedIn
from tests.identity.asking import published, stages, token
from tests.identity.builders import nobodys_iin
from tests.identity.conftest import take_office

LATER = timedelta(seconds=1)


async def test_at_its_start_the_service_has_one_key_and_it_signs(http):
    [(kid, stage)] = (await stages(http)).items()
    assert stage == "active"
    assert await published(http) == [kid]


async def test_the_key_set_is_public_cacheable_and_without_private_halves(http):
    answer = await http.get("/.well-known/jwks.json")

    [key] = answer.json()["keys"]
    assert set(key) == {"kty", "crv", "x", "y", "kid", "use", "alg"}
    assert (key["kty"], key["crv"], key["use"], key["alg"]) == ("EC", "P-256", "sig", "ES256")
    assert answer.headers["cache-control"] == "public, max-age=300"


async def test_the_private_half_is_sealed_for_its_key_alone(http, desk, app):
    await published(http)
    async with desk.work() as work:
        row = (await work.session.execute(sa.select(signing_keys))).one()

    safe = app.state.reception.vault.keys
    opened = json.loads(safe.open(Sealed(row.sealed, row.sealed_with), row.id))

    assert opened["x"] == row.public["x"]
    assert "d" not in row.public
    assert opened["d"].encode() not in row.sealed
    with pytest.raises(InvalidTag):
        safe.open(Sealed(row.sealed, row.sealed_with), uuid4())


async def test_a_rotation_is_published_at_once_and_signs_after_ten_minutes(
    http, registrar, time_passes
):
    [old] = await published(http)
    answer = await http.post("/keys/rotation", headers=registrar)
    new = answer.json()["id"]

    assert (answer.status_code, answer.json()["stage"]) == (201, "published")
    assert answer.headers["location"] == f"/keys/{new}"
    assert await published(http) == [old, new]
    await time_passes(SIGNS_AFTER - LATER * 60)
    assert await stages(http) == {old: "active", new: "published"}
    await time_passes(SIGNS_AFTER + LATER)
    assert await stages(http) == {old: "superseded", new: "active"}
    assert await published(http) == [old, new]


async def test_through_a_rotation_tokens_stay_good_until_their_key_is_retired(
    http, app, registrar, time_passes
):
    verify = app.state.verifier.verify
    [old] = await published(http)
    by_the_old = await token(http)
    assert await verify(by_the_old)
    await http.post("/keys/rotation", headers=registrar)
    still_by_the_old = await token(http)
    await time_passes(SIGNS_AFTER + LATER)
    by_the_new = await token(http)
    app.state.verifier.flush()

    assert await verify(by_the_old)
    assert await verify(still_by_the_old)
    assert await verify(by_the_new)

    await time_passes(SIGNS_AFTER + RETIRES_AFTER + LATER * 2)
    app.state.verifier.flush()

    assert (await stages(http))[old] == "retired"
    assert await verify(by_the_new)
    with pytest.raises(NotSignedIn):
        await verify(by_the_old)


async def test_a_retired_key_is_not_looked_after_any_more(http, registrar, time_passes, desk):
    await http.post("/keys/rotation", headers=registrar)
    await time_passes(SIGNS_AFTER + LATER)
    await time_passes(SIGNS_AFTER + RETIRES_AFTER + LATER * 2)

    async with desk.work() as work:
        in_use = [str(key.id) for key in await Keys(work).in_use()]

    assert in_use == await published(http)
    assert len(in_use) == 1


async def test_a_key_is_renewed_after_ninety_days_without_anyone_asking(http, time_passes):
    [old] = await published(http)
    await time_passes(KEY_LIFE - LATER * 60)
    assert await published(http) == [old]

    await time_passes(KEY_LIFE + LATER)

    assert sorted((await stages(http)).values()) == ["active", "published"]


async def test_of_five_rotations_at_once_one_succeeds(http, registrar):
    answers = await asyncio.gather(
        *(http.post("/keys/rotation", headers=registrar) for _ in range(5))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    refused = next(answer.json() for answer in answers if answer.status_code == 409)
    assert "already published has begun to sign" in refused["detail"]
    assert len(await published(http)) == 2


async def test_replicas_that_turn_the_keys_at_once_turn_them_once(http, registrar, time_passes):
    [old] = await published(http)
    new = (await http.post("/keys/rotation", headers=registrar)).json()["id"]

    await asyncio.gather(*(time_passes(SIGNS_AFTER + LATER) for _ in range(8)))

    assert await stages(http) == {old: "superseded", new: "active"}
    acts = (await http.get(f"/keys/{new}/acts")).json()
    assert [line["act"] for line in acts] == ["rotate", "activate"]


async def test_only_the_registrar_rotates_and_withdraws(http, registers, signs_in, desk):
    clerk = await registers(nobodys_iin(1))
    await take_office(desk, UUID(clerk["id"]), Role.CLERK)
    headers = await signs_in(nobodys_iin(1))
    [kid] = await published(http)

    rotation = await http.post("/keys/rotation", headers=headers)
    withdrawal = await http.post(f"/keys/{kid}/withdrawal", json={"ground": "x"}, headers=headers)
    nobody = await http.post("/keys/rotation")

    assert (rotation.status_code, withdrawal.status_code, nobody.status_code) == (403, 403, 401)
    assert (await stages(http)) == {kid: "active"}


async def test_an_unknown_key_is_not_found(http, registrar):
    seen = await http.get(f"/keys/{uuid4()}")
    withdrawn = await http.post(
        f"/keys/{uuid4()}/withdrawal", json={"ground": "x"}, headers=registrar
    )
    assert (seen.status_code, withdrawn.status_code) == (404, 404)
    assert seen.json()["code"] == "key-not-found"


async def test_options_say_what_is_open_to_the_registrar_and_what_waits_for_the_clock(
    http, registrar
):
    [kid] = await published(http)

    options = (await http.get(f"/keys/{kid}/options", headers=registrar)).json()
    nobodys = (await http.get(f"/keys/{kid}/options")).json()

    by_act = {option["act"]: option for option in options}
    assert by_act["withdraw"]["is_open"]
    assert not by_act["supersede"]["is_open"]
    reasons = [reason["sentence"] for reason in by_act["supersede"]["reasons"]]
    assert "verifiers have had ten minutes to fetch the next key" in reasons
    assert not any(option["is_open"] for option in nobodys)


async def test_options_of_a_key_that_waits_know_of_the_key_that_signs(http, registrar):
    waiting = (await http.post("/keys/rotation", headers=registrar)).json()["id"]

    options = (await http.get(f"/keys/{waiting}/options", headers=registrar)).json()

    [activation] = [option for option in options if option["act"] == "activate"]
    reasons = [reason["sentence"] for reason in activation["reasons"]]
    assert "the key that signs has been superseded or withdrawn" in reasons


async def test_what_became_of_a_key_is_on_record_and_told(http, desk):
    [kid] = await published(http)

    record = (await http.get(f"/keys/{kid}/acts")).json()

    assert [(line["act"], line["role"]) for line in record] == [
        ("renew", "clock"),
        ("activate", "clock"),
    ]
    async with desk.work() as work:
        query = sa.select(kept.outbox.c.type).where(kept.outbox.c.about == "key")
        told = (await work.session.scalars(query.order_by(kept.outbox.c.sequence))).all()
    assert told == ["identity.key_published.v1", "identity.key_activated.v1"]


async def test_keys_are_listed_newest_first_in_pages(http, registrar):
    await http.post("/keys/rotation", headers=registrar)

    first = await http.get("/keys", params={"limit": 1})
    rest = await http.get(first.headers["link"].split(">")[0].lstrip("<"))

    assert [key["stage"] for key in first.json() + rest.json()] == ["published", "active"]
    assert "sealed" not in first.text
