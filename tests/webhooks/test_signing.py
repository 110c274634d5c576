"""Webhooks are signed as Standard Webhooks says: an implementation of others believes them."""

from base64 import b64decode
from datetime import UTC, datetime

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from standardwebhooks import Webhook, WebhookVerificationError

from shared.webhooks import Message, Signer
from shared.webhooks.signing import as_given, symmetric

SIGNER = Signer.of("a master secret")


def test_the_vector_of_the_specification():
    message = Message("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}')
    secret = b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = symmetric(secret, message.signed_at(1614265330))
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_another_implementation_believes_it_and_no_other():
    secret, message = SIGNER.secret_of("one 1"), Message("msg_1", '{"қ": 1}'.encode())
    headers = SIGNER.headers(message, int(datetime.now(UTC).timestamp()), [secret])
    assert Webhook(as_given(secret)).verify(message.body, headers) == {"қ": 1}
    for other in ("one 2", "two 1"):
        with pytest.raises(WebhookVerificationError):
            Webhook(as_given(SIGNER.secret_of(other))).verify(message.body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(as_given(secret)).verify(message.body + b" ", headers)


def test_while_a_secret_is_replaced_both_are_believed():
    new, old = SIGNER.secret_of("one 2"), SIGNER.secret_of("one 1")
    message = Message("msg_1", b"{}")
    headers = SIGNER.headers(message, int(datetime.now(UTC).timestamp()), [new, old])
    for secret in (new, old):
        assert Webhook(as_given(secret)).verify(message.body, headers) == {}


def test_everybody_may_check_the_asymmetric_signature():
    message = Message("msg_1", b"{}")
    headers = SIGNER.headers(message, 1700000000, [])
    version, _, signature = headers["webhook-signature"].partition(",")
    key = Ed25519PublicKey.from_public_bytes(b64decode(SIGNER.public_key.removeprefix("whpk_")))
    key.verify(b64decode(signature), b"msg_1.1700000000.{}")
    assert version == "v1a"
    with pytest.raises(InvalidSignature):
        key.verify(b64decode(signature), b"msg_1.1700000001.{}")


def test_secrets_are_of_their_length_and_all_different():
    secrets = {SIGNER.secret_of(f"{name} {n}") for name in "abc" for n in range(3)}
    assert len(secrets) == 9
    assert {len(secret) for secret in secrets} == {32}
    assert Signer.of("another").secret_of("a 0") not in secrets
    assert "a master secret" not in repr(SIGNER)
