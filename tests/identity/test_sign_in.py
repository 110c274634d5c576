"""The development sign-in: absent unless set, loud when there, and what its tokens say."""

import asyncio
import json
import time
from uuid import UUID

import pytest
import sqlalchemy as sa
from joserfc import jws
from pydantic import SecretStr
from sqlalchemy.exc import ProgrammingError

from services.identity.store.tables import kept, sign_ins
from shared.settings import Settings
from tests.identity.builders import FOUNDER_IIN, nobodys_iin
from tests.identity.conftest import ORIGIN, an_app, opened

SIGN_IN = "/development/sign-in"


def claims_in(token: str) -> dict:
    return json.loads(jws.extract_compact(token.encode()).payload)


async def test_a_token_says_who_and_how_and_nothing_else(http, app, settings):
    answer = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})

    told = answer.json()
    assert set(told) == {"access_token", "token_type", "expires_in", "person_id"}
    assert (told["token_type"], told["expires_in"]) == ("Bearer", 300)
    claims = claims_in(told["access_token"])
    assert claims == {
        "iss": settings.issuer,
        "aud": settings.audience,
        "sub": told["person_id"],
        "client_id": "development-sign-in",
        "iat": claims["iat"],
        "exp": claims["iat"] + 300,
        "jti": claims["jti"],
        "sid": claims["sid"],
        "acr": "urn:kurultai:acr:development",
        "auth_time": claims["iat"],
    }
    assert abs(claims["iat"] - time.time()) < 10
    assert claims["jti"] != claims["sid"]
    who = await app.state.verifier.verify(told["access_token"])
    assert who.person_id == UUID(told["person_id"])


async def test_a_token_is_typed_as_an_access_token_and_names_its_key(http):
    answer = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})

    headers = jws.extract_compact(answer.json()["access_token"].encode()).headers()
    published = (await http.get("/.well-known/jwks.json")).json()
    assert headers == {"typ": "at+jwt", "alg": "ES256", "kid": published["keys"][0]["kid"]}


async def test_every_answer_of_it_says_what_it_is_and_is_not_stored(http):
    inside = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})
    outside = await http.post(SIGN_IN, json={"iin": nobodys_iin(1)})

    assert inside.headers["x-development-sign-in"] == "true"
    assert outside.headers["x-development-sign-in"] == "true"
    assert inside.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("iin", [nobodys_iin(1), "010101100019", "x" * 12, "", FOUNDER_IIN + " 1"])
async def test_a_stranger_is_told_nothing_more(http, desk, iin):
    answer = await http.post(SIGN_IN, json={"iin": iin})

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (401, "unknown-person")
    assert problem["detail"] == "Signing in did not succeed."
    assert not iin or iin not in answer.text
    assert answer.headers["www-authenticate"].startswith("Bearer")
    async with desk.work() as work:
        assert not (await work.session.execute(sa.select(sign_ins))).all()


async def test_each_sign_in_is_a_line_of_the_record(http, desk):
    told = (await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})).json()
    await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})

    async with desk.work() as work:
        lines = (await work.session.execute(sa.select(sign_ins).order_by(sign_ins.c.at))).all()
    claims = claims_in(told["access_token"])
    assert len(lines) == 2
    first = lines[0]
    assert (str(first.person_id), first.method) == (told["person_id"], "development")
    assert first.assurance == "urn:kurultai:acr:development"
    assert (str(first.id), str(first.token_id)) == (claims["sid"], claims["jti"])
    assert int(first.at.timestamp()) == claims["auth_time"]


@pytest.mark.parametrize("change", ["UPDATE sign_ins SET method = 'eds'", "DELETE FROM sign_ins"])
async def test_not_even_the_service_changes_that_record(http, desk, change):
    await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})

    with pytest.raises(ProgrammingError, match="permission denied"):
        async with desk.work() as work:
            await work.session.execute(sa.text(change))


async def test_a_token_is_never_kept_for_a_repeated_request(http, registrar, desk):
    headers = registrar | {"Idempotency-Key": "again"}

    first = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN}, headers=headers)
    second = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN}, headers=headers)

    assert first.json()["access_token"] != second.json()["access_token"]
    async with desk.work() as work:
        assert not (await work.session.execute(sa.select(kept.repeats))).all()


def test_it_is_off_unless_a_setting_says_otherwise():
    assert Settings(database_url="x", nats_url="x").development_sign_in is False


async def test_without_the_setting_it_does_not_exist(desk, settings, capsys):
    settings = settings.model_copy(update={"development_sign_in": False})
    async with opened(an_app(desk, settings), settings) as http:
        answer = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})
        document = (await http.get("/openapi.json")).json()

    assert (answer.status_code, answer.json()["code"]) == (404, "no-such-route")
    assert "x-development-sign-in" not in answer.headers
    assert "/persons" in document["paths"]
    assert not [path for path in document["paths"] if "development" in path]
    assert "DEVELOPMENT SIGN-IN" not in capsys.readouterr().out


async def test_with_the_setting_it_is_loud(desk, settings, capsys):
    async with opened(an_app(desk, settings), settings) as http:
        document = (await http.get("/openapi.json")).json()
        at_start = capsys.readouterr().out
        told = (await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})).json()
        await http.post(SIGN_IN, json={"iin": nobodys_iin(1)})

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert SIGN_IN in document["paths"]
    assert '"level": "warning"' in at_start
    assert "DEVELOPMENT SIGN-IN IS ON" in at_start
    assert [(line["level"], line["event"]) for line in lines] == [
        ("warning", "development sign-in"),
        ("warning", "development sign-in refused"),
    ]
    assert lines[0]["person_id"] == told["person_id"]


async def test_a_chamber_signs_in_five_times_over_within_seconds_of_one_core(http, registers):
    iins = [nobodys_iin(number) for number in range(1, 31)]
    await asyncio.gather(*(registers(iin) for iin in iins))
    began = time.process_time()

    answers = []
    for _ in range(5):
        answers += await asyncio.gather(
            *(http.post(SIGN_IN, json={"iin": iin}) for iin in iins * 5)
        )

    assert [answer.status_code for answer in answers] == 750 * [200]
    assert len({answer.json()["access_token"] for answer in answers}) == 750
    # Client and server together; the service itself takes about 2 ms of each.
    assert time.process_time() - began < 10


async def test_only_someone_registered_signs_in(http, owner):
    async with owner.begin() as connection:
        await connection.execute(sa.text("UPDATE persons SET stage = 'locked'"))

    answer = await http.post(SIGN_IN, json={"iin": FOUNDER_IIN})

    assert (answer.status_code, answer.json()["code"]) == (401, "unknown-person")


async def test_the_issuer_says_where_its_keys_are(http, settings):
    answer = await http.get("/.well-known/openid-configuration")

    assert answer.json() == {
        "issuer": settings.issuer,
        "jwks_uri": f"{ORIGIN}/.well-known/jwks.json",
        "acr_values_supported": ["urn:kurultai:acr:development"],
    }
    assert answer.headers["cache-control"] == "public, max-age=300"


async def test_a_service_without_a_secret_does_not_start(desk, settings):
    settings = settings.model_copy(update={"secret": SecretStr("guess me")})
    with pytest.raises(Exception, match="KURULTAI_SECRET needs 32 characters"):
        async with opened(an_app(desk, settings), settings):
            pass
