"""The life of a signing key: published, signing, superseded, retired; or withdrawn."""

from datetime import timedelta

import pytest

from services.identity.domain.acts import activate, renew, retire, rotate, supersede, withdraw
from services.identity.domain.key import introduce
from services.identity.domain.stages import KeyStage
from services.identity.domain.terms import (
    KEY_LIFE,
    KEYS_CACHED,
    RETIRES_AFTER,
    SIGNER_REMEMBERED,
    SIGNS_AFTER,
    TOKEN_LIFE,
)
from shared.contracts.identity import KeyActivated, KeyPublished, KeyRetired, KeySuperseded
from shared.kernel.errors import NotEntitled, NotNow
from tests.identity.builders import CLERK, CLOCK, NOON, REGISTRAR, a_key, a_pair, an_occasion

A_MOMENT = timedelta(microseconds=1)


def clock(after: timedelta = timedelta(0)):
    return an_occasion(CLOCK, NOON + after)


def test_the_terms_fit_together():
    assert SIGNS_AFTER >= 2 * KEYS_CACHED
    assert RETIRES_AFTER > SIGNER_REMEMBERED + TOKEN_LIFE
    assert KEY_LIFE > SIGNS_AFTER + RETIRES_AFTER


def test_the_registrar_has_a_key_published():
    key = a_key()

    rotate(key, a_pair(), an_occasion(REGISTRAR))

    assert (key.stage, key.published_at) == (KeyStage.PUBLISHED, NOON)
    [told] = key.take_recorded()
    assert told.fact == KeyPublished(at=NOON, key_id=key.id)


def test_a_clerk_does_not_rotate_keys():
    with pytest.raises(NotEntitled, match="registrar"):
        rotate(a_key(), a_pair(), an_occasion(CLERK))


def test_only_one_key_waits_at_a_time():
    key = a_key(waiting=a_key(KeyStage.PUBLISHED))

    with pytest.raises(NotNow, match="already published has begun to sign"):
        rotate(key, a_pair(), an_occasion(REGISTRAR))

    assert key.public == {}


def test_without_any_key_the_clock_publishes_one():
    key = a_key()
    renew(key, a_pair(), clock())
    assert key.stage is KeyStage.PUBLISHED


@pytest.mark.parametrize(
    ("age", "renewed"), [(KEY_LIFE - A_MOMENT, False), (KEY_LIFE, True), (2 * KEY_LIFE, True)]
)
def test_the_clock_renews_a_key_that_has_served(age, renewed):
    key = a_key(signing=a_key(KeyStage.ACTIVE))
    try:
        renew(key, a_pair(), clock(age))
    except NotNow:
        assert not renewed
    else:
        assert renewed


def test_a_published_key_signs_once_no_other_does():
    key = a_key(KeyStage.PUBLISHED)

    activate(key, clock())

    assert (key.stage, key.activated_at) == (KeyStage.ACTIVE, NOON)
    [told] = key.take_recorded()
    assert told.fact == KeyActivated(at=NOON, key_id=key.id)


def test_two_keys_never_sign():
    with pytest.raises(NotNow, match="superseded or withdrawn"):
        activate(a_key(KeyStage.PUBLISHED, signing=a_key(KeyStage.ACTIVE)), clock())


@pytest.mark.parametrize(
    ("after", "superseded"), [(SIGNS_AFTER - A_MOMENT, False), (SIGNS_AFTER, True)]
)
def test_a_key_is_superseded_when_verifiers_know_the_next(after, superseded):
    key = a_key(KeyStage.ACTIVE, waiting=a_key(KeyStage.PUBLISHED))
    try:
        supersede(key, clock(after))
    except NotNow:
        assert not superseded
    else:
        assert superseded
        assert [r.fact for r in key.take_recorded()] == [
            KeySuperseded(at=NOON + after, key_id=key.id)
        ]


def test_a_key_without_a_next_one_signs_on():
    with pytest.raises(NotNow, match="fetch the next key"):
        supersede(a_key(KeyStage.ACTIVE), clock(timedelta(days=1000)))


@pytest.mark.parametrize(
    ("after", "retired"), [(RETIRES_AFTER - A_MOMENT, False), (RETIRES_AFTER, True)]
)
def test_a_key_is_retired_a_day_after_its_last_signature(after, retired):
    key = a_key(KeyStage.SUPERSEDED)
    try:
        retire(key, clock(after))
    except NotNow:
        assert not retired
    else:
        assert retired
        assert [r.fact for r in key.take_recorded()] == [KeyRetired(at=NOON + after, key_id=key.id)]


@pytest.mark.parametrize("stage", [KeyStage.PUBLISHED, KeyStage.ACTIVE, KeyStage.SUPERSEDED])
def test_the_registrar_withdraws_a_key_at_any_stage(stage):
    key = a_key(stage)

    withdraw(key, "Stolen.", an_occasion(REGISTRAR))

    assert key.stage is KeyStage.RETIRED
    [told] = key.take_recorded()
    assert told.fact == KeyRetired(at=NOON, key_id=key.id, ground="Stolen.")


def test_the_clock_withdraws_nothing():
    with pytest.raises(NotEntitled):
        withdraw(a_key(KeyStage.ACTIVE), "Stolen.", clock())


def test_keys_are_introduced_to_each_other():
    signing, waiting, old = (
        a_key(stage) for stage in (KeyStage.ACTIVE, KeyStage.PUBLISHED, KeyStage.SUPERSEDED)
    )

    introduce(old, [old, waiting, signing])

    assert (old.signing, old.waiting) == (signing, waiting)


def test_no_half_of_a_key_is_printed():
    key = a_key(KeyStage.ACTIVE, sealed=b"the private half")
    assert "private" not in f"{key} {key!r} {a_pair()!r}"
