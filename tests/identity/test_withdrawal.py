"""A key that is no longer trusted is withdrawn, and every token that it signed with it."""

import pytest
from joserfc import jws

from services.identity.domain.terms import SIGNER_REMEMBERED
from services.identity.store.keyring import Keyring
from shared.web.refusals import NotSignedIn
from tests.identity.asking import published, stages, token


async def test_a_withdrawn_key_is_published_no_more_and_another_signs_at_once(http, app, registrar):
    [stolen] = await published(http)
    by_the_stolen = registrar["Authorization"].removeprefix("Bearer ")

    answer = await http.post(
        f"/keys/{stolen}/withdrawal", json={"ground": "A disk was stolen."}, headers=registrar
    )

    assert (answer.status_code, answer.json()["stage"]) == (200, "retired")
    [new] = await published(http)
    assert new != stolen
    assert (await stages(http))[new] == "active"
    app.state.verifier.flush()
    assert await app.state.verifier.verify(await token(http))
    with pytest.raises(NotSignedIn):
        await app.state.verifier.verify(by_the_stolen)


async def test_when_a_key_waits_the_withdrawal_of_the_other_brings_its_turn(http, registrar):
    [old] = await published(http)
    new = (await http.post("/keys/rotation", headers=registrar)).json()["id"]

    await http.post(f"/keys/{old}/withdrawal", json={"ground": "Stolen."}, headers=registrar)

    assert await stages(http) == {old: "retired", new: "active"}


async def test_a_withdrawal_on_an_old_version_is_refused(http, registrar):
    [kid] = await published(http)
    seen = await http.get(f"/keys/{kid}")
    assert seen.headers["etag"] == '"2"'  # published, activated

    answer = await http.post(
        f"/keys/{kid}/withdrawal", json={"ground": "x"}, headers=registrar | {"If-Match": '"1"'}
    )

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert await published(http) == [kid]


async def test_a_withdrawal_needs_a_ground_and_nothing_else(http, registrar):
    [kid] = await published(http)
    for body in ({}, {"ground": ""}, {"ground": "x", "key": "y"}):
        answer = await http.post(f"/keys/{kid}/withdrawal", json=body, headers=registrar)
        assert answer.status_code == 422


async def test_a_process_looks_again_for_the_signing_key_after_ten_seconds(
    http, app, registrar, desk
):
    now = 0.0
    keyring = Keyring(app.state.reception.vault, clock=lambda: now)
    [old] = await published(http)
    first = await kid_of(keyring, desk)
    await http.post(f"/keys/{old}/withdrawal", json={"ground": "x"}, headers=registrar)
    [new] = await published(http)

    now = SIGNER_REMEMBERED.total_seconds() - 1
    remembered = await kid_of(keyring, desk)
    now = SIGNER_REMEMBERED.total_seconds()
    looked_up = await kid_of(keyring, desk)

    assert (first, remembered, looked_up) == (old, old, new)


async def kid_of(keyring, desk) -> str:
    """The key that signs at the moment."""
    async with desk.work() as work:
        token = await keyring.sign(work, {})
    return jws.extract_compact(token.encode()).headers()["kid"]
