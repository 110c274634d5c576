"""What is sealed can be read with the secret and for its owner, and by no other means."""

from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from services.identity.store.vault import Sealed, SealedOtherwise, SecretTooShort, Vault
from tests.identity.builders import nobodys_iin

SECRET = "0123456789abcdef" * 4
OTHER_SECRET = "fedcba9876543210" * 4
IIN = nobodys_iin(7)

vault = Vault(SECRET)


def test_what_was_sealed_opens_for_its_owner():
    person = uuid4()
    assert vault.iins.open(vault.iins.seal(IIN.encode(), person), person) == IIN.encode()


def test_the_same_number_is_never_sealed_alike():
    person = uuid4()
    values = {vault.iins.seal(IIN.encode(), person).value for _ in range(100)}
    assert len(values) == 100
    assert not any(IIN.encode() in value for value in values)


def test_it_does_not_open_for_anyone_else():
    sealed = vault.iins.seal(IIN.encode(), uuid4())
    with pytest.raises(InvalidTag):
        vault.iins.open(sealed, uuid4())


@given(place=st.integers(0, 12 + 12 + 16 - 1), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(place, bit):
    person = uuid4()
    sealed = vault.iins.seal(IIN.encode(), person)
    value = bytearray(sealed.value)
    value[place] ^= 1 << bit

    with pytest.raises(InvalidTag):
        vault.iins.open(Sealed(bytes(value), sealed.sealed_with), person)


def test_numbers_and_signing_keys_are_sealed_with_different_keys():
    owner = uuid4()
    with pytest.raises(InvalidTag):
        vault.keys.open(vault.iins.seal(IIN.encode(), owner), owner)


def test_another_secret_says_that_it_is_another():
    person = uuid4()
    with pytest.raises(SealedOtherwise) as refused:
        Vault(OTHER_SECRET).iins.open(vault.iins.seal(IIN.encode(), person), person)
    assert SECRET not in str(refused.value)
    assert OTHER_SECRET not in str(refused.value)


def test_a_fingerprint_is_the_same_for_the_same_number_and_secret_only():
    assert vault.fingerprint(IIN) == Vault(SECRET).fingerprint(IIN)
    assert vault.fingerprint(IIN) != vault.fingerprint(nobodys_iin(8))
    assert vault.fingerprint(IIN) != Vault(OTHER_SECRET).fingerprint(IIN)


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_a_secret_that_can_be_guessed_is_refused_and_not_repeated(secret):
    with pytest.raises(SecretTooShort) as refused:
        Vault(secret)
    assert "KURULTAI_SECRET" in str(refused.value)
    assert not secret or secret not in str(refused.value)


def test_the_name_of_a_secret_is_not_the_secret():
    assert vault.secret_name not in SECRET
    assert vault.secret_name == Vault(SECRET).secret_name != Vault(OTHER_SECRET).secret_name
