"""Two tiny services, one of which tells notes and one of which hears them."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import registry

from shared.kernel.aggregate import Aggregate
from shared.kernel.event import Fact
from shared.messaging.consumers import Consumers
from shared.messaging.keys import derived
from shared.messaging.signatures import Keyring
from shared.store.ids import new_id
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.unit_of_work import UnitOfWork
from tests.messaging.times import NOON

TELLER, HEARER = "bills", "voting"

SECRET = "a secret of these two, and of nobody else"  # noqa: S105 no secret


def keyring_of(service: str, **but: Any) -> Keyring:
    """The keys of one of the two, who share a secret."""
    known = {TELLER: (derived(SECRET, TELLER).public_key(),)}
    return Keyring(derived(SECRET, service), known, **but)


metadata = sa.MetaData(naming_convention=NAMING)
notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
)
heard = sa.Table(
    "heard",
    metadata,
    sa.Column("place", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("note_id", sa.Uuid, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
)
kept = kept_tables(metadata)


class NoteChanged(Fact):
    type: ClassVar[str] = "bills.note_changed.v1"
    about: ClassVar[str] = "note"

    note_id: UUID
    words: str


@dataclass(eq=False)
class Note(Aggregate):
    id: UUID
    words: str = ""
    version: int = 0

    def say(self, words: str) -> None:
        self.words = words
        self.record(NoteChanged(at=NOON, note_id=self.id, words=words))


registry(metadata=metadata).map_imperatively(
    Note, notes, version_id_col=notes.c.version, version_id_generator=False
)


class CannotHear(Exception):
    """The hearer was told a word that it cannot take in."""


POISON = "poison"


def hearer(*, deaf_to: set[str]) -> Consumers:
    """A hearer that writes down what it hears, and fails at the words it is deaf to."""
    consumers = Consumers(HEARER)

    @consumers.on(NoteChanged)
    async def write_down(fact: NoteChanged, work: UnitOfWork) -> None:
        if fact.words in deaf_to:
            raise CannotHear
        await work.session.execute(heard.insert().values(note_id=fact.note_id, words=fact.words))

    return consumers


async def say(work: UnitOfWork, *words: str, note_id: UUID | None = None) -> UUID:
    """Change a note, new or known, once for each word."""
    note = await work.session.get(Note, note_id) if note_id else None
    if note is None:
        note = Note(note_id or new_id())
        work.session.add(note)
    work.touch(note)
    for word in words:
        note.say(word)
    return note.id
