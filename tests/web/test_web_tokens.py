"""Only a token of our identity, meant for us, still good, says who someone is."""

import asyncio
import base64
import hmac
import json
from uuid import uuid4

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, RSAKey

from shared.web.keys import Keys
from shared.web.refusals import NotSignedIn, SignInAway
from shared.web.tokens import REMEMBERED, Verifier
from tests.web.web_identity import AUDIENCE, ISSUER, a_person

PERSON = uuid4()


def encoded(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def part(content):
    return encoded(json.dumps(content).encode())


def unsigned(_):
    return f"{part({'alg': 'none', 'typ': 'at+jwt', 'kid': 'first'})}.{part(a_person(PERSON))}."


def signed_with_the_public_key_as_a_secret(identity):
    header = {"alg": "HS256", "typ": "at+jwt", "kid": "first"}
    said = f"{part(header)}.{part(a_person(PERSON))}"
    secret = identity.keys["first"].as_pem(private=False)
    return f"{said}.{encoded(hmac.digest(secret, said.encode(), 'sha256'))}"


def signed_by_rsa(_):
    header = {"alg": "RS256", "typ": "at+jwt", "kid": "first"}
    key = RSAKey.generate_key(2048)
    return jws.serialize_compact(header, json.dumps(a_person(PERSON)), key, ["RS256"])


def with_changed_claims(identity):
    header, _, signature = identity.token(PERSON).split(".")
    return f"{header}.{part(a_person(uuid4()))}.{signature}"


def with_a_cut_signature(identity):
    return identity.token(PERSON)[:-8]


def forged_under_a_known_key_id(identity):
    return identity.token(PERSON, key=ECKey.generate_key("P-256"))


def forged_under_an_unknown_key_id(identity):
    return identity.token(PERSON, key=ECKey.generate_key("P-256"), header={"kid": "theirs"})


def bringing_its_own_key(identity):
    key = ECKey.generate_key("P-256")
    header = {"kid": "first", "jwk": key.as_dict(private=False)}
    return identity.token(PERSON, key=key, header=header)


def nested_without_end(_):
    return f"{encoded(b'[' * 2900)}.e30.e30"


ABUSES = {
    "no algorithm": unsigned,
    "the public key as a secret": signed_with_the_public_key_as_a_secret,
    "another algorithm": signed_by_rsa,
    "changed claims": with_changed_claims,
    "a cut signature": with_a_cut_signature,
    "a forged signature": forged_under_a_known_key_id,
    "an unknown key": forged_under_an_unknown_key_id,
    "a key of its own": bringing_its_own_key,
    "a header without end": nested_without_end,
    "an ID token": lambda i: i.token(PERSON, header={"typ": "JWT"}),
    "no type": lambda i: i.token(PERSON, header={"typ": ""}),
    "no key id": lambda i: i.token(PERSON, header={"kid": ""}),
    "another issuer": lambda i: i.token(PERSON, iss="https://elsewhere.kz"),
    "another audience": lambda i: i.token(PERSON, aud="tax-office"),
    "no audience": lambda i: i.token(PERSON, aud=None),
    "no end": lambda i: i.token(PERSON, exp=None),
    "an end that is no number": lambda i: i.token(PERSON, exp="tomorrow"),
    "expired": lambda i: i.token(PERSON, exp=a_person(PERSON)["iat"] - 60),
    "not valid yet": lambda i: i.token(PERSON, nbf=a_person(PERSON)["iat"] + 60),
    "issued in the future": lambda i: i.token(PERSON, iat=a_person(PERSON)["iat"] + 60),
    "nobody": lambda i: i.token(PERSON, sub=None),
    "a name for a person": lambda i: i.token("Aigerim"),
    "no client": lambda i: i.token(PERSON, client_id=None),
    "a demand we do not know": lambda i: i.token(PERSON, header={"crit": ["b64"], "b64": True}),
    "no id of its own": lambda i: i.token(PERSON, jti=None),
    "rubbish": lambda _: "rubbish",
    "two dots": lambda _: "..",
    "too long": lambda i: i.token(PERSON, filling="a" * 5_000),
}


@pytest.mark.parametrize("abuse", ABUSES)
async def test_a_token_that_is_no_good_is_refused(verifier, identity, abuse):
    await verifier.verify(identity.token(PERSON))

    with pytest.raises(NotSignedIn) as refusal:
        await verifier.verify(ABUSES[abuse](identity))

    assert 'error="invalid_token"' in refusal.value.headers["www-authenticate"]


async def test_a_good_token_says_who_and_how(verifier, identity):
    token = identity.token(
        PERSON, aud=["other", AUDIENCE], auth_time=1_700_000_000, sid="s", cnf={"jkt": "thumb"}
    )

    who = await verifier.verify(token)

    assert (who.person_id, who.assurance, who.signed_in_at) == (PERSON, "high", 1_700_000_000)
    assert (who.session_id, who.key_thumbprint) == ("s", "thumb")


async def test_a_remembered_token_is_refused_once_it_expires(identity):
    now = [a_person(PERSON)["iat"]]
    keys = Keys(f"{ISSUER}/jwks", client=identity.http())
    verifier = Verifier(keys, issuer=ISSUER, audience=AUDIENCE, clock=lambda: now[0])
    token = identity.token(PERSON, exp=now[0] + 100)
    await verifier.verify(token)

    now[0] += 106

    with pytest.raises(NotSignedIn, match="expired"):
        await verifier.verify(token)
    await verifier.aclose()


async def test_memory_of_tokens_is_bounded(verifier, identity):
    await verifier.verify(token := identity.token(PERSON))
    who = await verifier.verify(token)
    for number in range(REMEMBERED + 5):
        verifier._remember(f"token {number}", who)  # noqa: SLF001  ten thousand signatures take long

    assert len(verifier._passed) == REMEMBERED  # noqa: SLF001


async def test_a_new_key_of_identity_is_fetched_when_it_is_first_seen(verifier, identity, clock):
    await verifier.verify(identity.token(PERSON))
    identity.new_key("second")
    clock.pass_seconds(10)

    await verifier.verify(identity.token(PERSON, kid="second"))
    await verifier.verify(identity.token(PERSON, kid="first"))

    assert identity.fetched == 2


async def test_a_withdrawn_key_no_longer_signs(verifier, identity):
    await verifier.verify(identity.token(PERSON))
    stolen = identity.keys.pop("first")
    identity.new_key("second")
    verifier.flush()

    with pytest.raises(NotSignedIn):
        await verifier.verify(identity.token(PERSON, key=stolen))


async def test_fifty_strange_keys_cause_one_fetch(verifier, identity, clock):
    await verifier.verify(identity.token(PERSON))
    clock.pass_seconds(10)
    strange = [identity.token(PERSON, header={"kid": f"strange-{n}"}) for n in range(50)]

    results = await asyncio.gather(*map(verifier.verify, strange), return_exceptions=True)

    assert all(isinstance(result, NotSignedIn) for result in results)
    assert identity.fetched == 2


async def test_strange_keys_one_after_another_do_not_make_us_fetch_at_will(verifier, identity):
    await verifier.verify(identity.token(PERSON))
    for number in range(50):
        with pytest.raises(NotSignedIn):
            await verifier.verify(identity.token(PERSON, header={"kid": f"strange-{number}"}))

    assert identity.fetched == 1


async def test_a_hundred_who_come_first_at_once_cause_one_fetch(verifier, identity):
    identity.slow = 0.05
    tokens = [identity.token(uuid4()) for _ in range(100)]

    await asyncio.gather(*map(verifier.verify, tokens))

    assert identity.fetched == 1


async def test_whoever_asked_first_may_hang_up_and_the_others_still_get_their_answer(
    verifier, identity
):
    identity.slow = 0.05
    first = asyncio.create_task(verifier.verify(identity.token(uuid4())))
    second = asyncio.create_task(verifier.verify(identity.token(PERSON)))
    await asyncio.sleep(0.01)

    first.cancel()

    assert (await second).person_id == PERSON


async def test_known_keys_serve_while_identity_is_away(verifier, identity, clock):
    await verifier.verify(identity.token(PERSON))
    identity.away = True
    clock.pass_seconds(3600)

    assert (await verifier.verify(identity.token(PERSON))).person_id == PERSON
    await asyncio.sleep(0.02)
    assert (await verifier.verify(identity.token(PERSON))).person_id == PERSON


async def test_a_key_that_cannot_be_fetched_is_no_fault_of_the_caller(verifier, identity, clock):
    identity.away = True
    with pytest.raises(SignInAway):
        await verifier.verify(identity.token(PERSON))

    identity.away = False
    clock.pass_seconds(1)

    assert (await verifier.verify(identity.token(PERSON))).person_id == PERSON


async def test_a_key_for_something_else_is_not_used(identity):
    identity.keys["first"] = ECKey.generate_key("P-256", {"kid": "first", "use": "enc"})
    identity.new_key("second")
    verifier = Verifier(
        Keys(f"{ISSUER}/jwks", client=identity.http()), issuer=ISSUER, audience=AUDIENCE
    )

    with pytest.raises(NotSignedIn):
        await verifier.verify(
            identity.token(PERSON, key=ECKey.import_key(_for_signing(identity.keys["first"])))
        )
    await verifier.aclose()


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic YTpi", "bearer", "Token abc"]
)
async def test_without_a_token_one_is_not_signed_in(http, header):
    answer = await http.get("/me", headers={"Authorization": header} if header else {})

    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")
    assert answer.headers["www-authenticate"] == 'Bearer realm="kurultai"'


async def test_a_bad_token_is_refused_even_where_anyone_may_look(http):
    answer = await http.get("/petitions", headers={"Authorization": "Bearer a.b.c"})

    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["www-authenticate"]


async def test_without_identity_a_first_token_is_answered_with_patience(http, identity):
    identity.away = True

    answer = await http.get("/me", headers={"Authorization": f"Bearer {identity.token(PERSON)}"})

    assert (answer.status_code, answer.json()["code"]) == (503, "sign-in-away")
    assert int(answer.headers["retry-after"]) > 0


async def test_the_scheme_may_be_written_in_any_case(http, identity):
    answer = await http.get("/me", headers={"Authorization": f"bEARER {identity.token(PERSON)}"})

    assert answer.json()["person_id"] == str(PERSON)


async def test_who_is_signed_in_is_answered_for_their_eyes_only(http, signed):
    answer = await http.get("/me", headers=signed)

    assert answer.headers["cache-control"] == "no-store"


def _for_signing(key):
    return key.as_dict(private=True) | {"use": "sig"}
