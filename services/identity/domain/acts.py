"""What is done when a row of a table is taken, and the fact that tells of it."""

from services.identity.domain.key import Key, Pair
from services.identity.domain.person import Person
from services.identity.domain.procedure import KEYS, PERSONS
from services.identity.domain.stages import KeyAct, PersonAct
from shared.contracts.identity import (
    KeyActivated,
    KeyPublished,
    KeyRetired,
    KeySuperseded,
    PersonRegistered,
)
from shared.kernel.occasion import Occasion


def found(person: Person, occasion: Occasion) -> None:
    """Register the person named by the setting of the service, who opens the register.

    Raises:
        NotNow: someone is registered as founder.
    """
    PERSONS.take(person, PersonAct.FOUND, occasion)
    _enter(person, occasion, founder=True)


def register(person: Person, occasion: Occasion) -> None:
    """Register a person, who can sign in from then on.

    Raises:
        NotEntitled: only the registrar and the clerks register persons.
    """
    PERSONS.take(person, PersonAct.REGISTER, occasion)
    _enter(person, occasion, founder=False)


def _enter(person: Person, occasion: Occasion, *, founder: bool) -> None:
    person.registered_at = occasion.at
    person.founder = founder
    person.record(
        PersonRegistered(at=occasion.at, person_id=person.id, name=person.name, founder=founder)
    )


def rotate(key: Key, pair: Pair, occasion: Occasion) -> None:
    """Publish a new key at the registrar's will; it signs once verifiers know it.

    Raises:
        NotNow: a published key still waits for its turn.
        NotEntitled: only the registrar rotates keys.
    """
    KEYS.take(key, KeyAct.ROTATE, occasion)
    _publish(key, pair, occasion)


def renew(key: Key, pair: Pair, occasion: Occasion) -> None:
    """Publish a new key because its time has come.

    Raises:
        NotNow: the key that signs has not served its time, or a key waits.
    """
    KEYS.take(key, KeyAct.RENEW, occasion)
    _publish(key, pair, occasion)


def _publish(key: Key, pair: Pair, occasion: Occasion) -> None:
    key.public, key.sealed, key.sealed_with = pair.public, pair.sealed, pair.sealed_with
    key.published_at = occasion.at
    key.record(KeyPublished(at=occasion.at, key_id=key.id))


def activate(key: Key, occasion: Occasion) -> None:
    """Let the key sign. Raises NotNow while another one does."""
    KEYS.take(key, KeyAct.ACTIVATE, occasion)
    key.activated_at = occasion.at
    key.record(KeyActivated(at=occasion.at, key_id=key.id))


def supersede(key: Key, occasion: Occasion) -> None:
    """Let the key sign no more. Raises NotNow until verifiers know the next one."""
    KEYS.take(key, KeyAct.SUPERSEDE, occasion)
    key.superseded_at = occasion.at
    key.record(KeySuperseded(at=occasion.at, key_id=key.id))


def retire(key: Key, occasion: Occasion) -> None:
    """End its publication. Raises NotNow while tokens signed with it may be in use."""
    KEYS.take(key, KeyAct.RETIRE, occasion)
    key.record(KeyRetired(at=occasion.at, key_id=key.id))


def withdraw(key: Key, ground: str, occasion: Occasion) -> None:
    """End its publication at once, and with it every token it signed: it is no longer trusted.

    Raises:
        NotEntitled: only the registrar withdraws keys.
    """
    KEYS.take(key, KeyAct.WITHDRAW, occasion)
    key.record(KeyRetired(at=occasion.at, key_id=key.id, ground=ground))
