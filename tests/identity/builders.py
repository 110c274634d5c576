"""Persons, keys and occasions for tests. Every default is valid; a test names what it is about."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from services.identity.domain.iin import check_digit
from services.identity.domain.key import Key, Pair
from services.identity.domain.person import Person
from services.identity.domain.stages import KeyStage
from shared import rules
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion

NOON = datetime(2026, 11, 22, 7, tzinfo=UTC)
TODAY = date(2026, 11, 22)
PROFILE = rules.load("kz-kurultai-2026-provisional")
NAME = Bilingual(kk="№ 7 депутат", ru="Депутат № 7")

REGISTRAR = Actor(UUID(int=1), frozenset({Standing(Role.REGISTRAR)}))
CLERK = Actor(UUID(int=2), frozenset({Standing(Role.CLERK)}))
DEPUTY = Actor(UUID(int=3), frozenset({Standing(Role.DEPUTY)}))
NOBODY = Actor(None)
CLOCK = Actor.body(Role.CLOCK)
THE_REGISTER = Actor.body(Role.REGISTRAR)


def an_occasion(by: Actor = REGISTRAR, at: datetime = NOON) -> Occasion:
    return Occasion.under(PROFILE, by, at)


def a_person(**but: Any) -> Person:
    return Person(**{"id": uuid4(), "name": NAME} | but)


def a_pair() -> Pair:
    return Pair({"kty": "EC"}, b"sealed", "a secret")


def a_key(stage: KeyStage = KeyStage.NEW, **but: Any) -> Key:
    """A key at that stage, with the moments that it has behind it there."""
    passed = {
        KeyStage.NEW: (),
        KeyStage.PUBLISHED: ("published_at",),
        KeyStage.ACTIVE: ("published_at", "activated_at"),
        KeyStage.SUPERSEDED: ("published_at", "activated_at", "superseded_at"),
        KeyStage.RETIRED: ("published_at", "activated_at", "superseded_at"),
    }
    moments = dict.fromkeys(passed[stage], NOON)
    return Key(**{"id": uuid4(), "stage": stage} | moments | but)


def nobodys_iin(number: int) -> str:
    """The well-formed number of someone born in 1801 or later that century: of nobody alive."""
    born = date(1801, 1, 1) + timedelta(days=number % 30_000)
    heads = (f"{born:%y%m%d}1{serial:04d}" for serial in range(number // 30_000, 10_000))
    return next(f"{head}{digit}" for head in heads if (digit := check_digit(head)) is not None)


FOUNDER_IIN = nobodys_iin(0)
