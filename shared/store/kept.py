"""The tables every service keeps beside its own: facts out and in, acts, repeated requests."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.kernel.aggregate import Aggregate, Taken
from shared.store.columns import Moment

if TYPE_CHECKING:
    from shared.store.unit_of_work import UnitOfWork

type Follower = Callable[[UnitOfWork, Aggregate, Sequence[Taken]], Awaitable[None]]
"""Called in the transaction of acts on a case, once they are on the record."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One service's copy of the tables of the machinery.

    Attributes:
        followers: what must be so by the end of every transaction in which a case was acted on,
            as that its deadlines are those of its acts.
    """

    outbox: sa.Table
    inbox: sa.Table
    positions: sa.Table
    parked: sa.Table
    refused: sa.Table
    acts: sa.Table
    repeats: sa.Table
    followers: list[Follower] = field(default_factory=list)


def kept_tables(metadata: sa.MetaData) -> Kept:
    """Declare the tables of the machinery in a service's own metadata, and so in its database."""
    return Kept(
        outbox=_outbox(metadata),
        inbox=_inbox(metadata),
        positions=_positions(metadata),
        parked=_parked(metadata),
        refused=_refused(metadata),
        acts=_acts(metadata),
        repeats=_repeats(metadata),
    )


def _outbox(metadata: sa.MetaData) -> sa.Table:
    """Facts to be told. `sequence` counts the facts about one case, without gaps."""
    return sa.Table(
        "outbox",
        metadata,
        sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("event_id", sa.Uuid, nullable=False, unique=True),
        *_fact_columns(),
        sa.Column("body", JSONB, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("trace", sa.Text),
        sa.Column("published_at", Moment),
        sa.UniqueConstraint("about", "case_id", "sequence"),
        sa.Index("outbox_unpublished", "place", postgresql_where=sa.text("published_at IS NULL")),
    )


def _inbox(metadata: sa.MetaData) -> sa.Table:
    """Facts that have had their effect here."""
    return sa.Table(
        "inbox",
        metadata,
        sa.Column("event_id", sa.Uuid, primary_key=True),
        sa.Column("heard_at", Moment, nullable=False, server_default=sa.func.now()),
    )


def _positions(metadata: sa.MetaData) -> sa.Table:
    """Up to which fact each case of another service has been heard."""
    return sa.Table(
        "positions",
        metadata,
        sa.Column("teller", sa.Text, primary_key=True),
        sa.Column("about", sa.Text, primary_key=True),
        sa.Column("case_id", sa.Uuid, primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False),
    )


def _parked(metadata: sa.MetaData) -> sa.Table:
    """Facts that could not be taken in; `parked_at` is set once no more tries are made."""
    return sa.Table(
        "parked",
        metadata,
        sa.Column("event_id", sa.Uuid, primary_key=True),
        sa.Column("teller", sa.Text, nullable=False),
        *_fact_columns(),
        sa.Column("envelope", JSONB, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("parked_at", Moment),
    )


def _refused(metadata: sa.MetaData) -> sa.Table:
    """Messages of a stream that its service has not signed, as they came."""
    return sa.Table(
        "refused",
        metadata,
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("teller", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("message", sa.LargeBinary, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("told_at", Moment, nullable=False),
        sa.Column("times", sa.Integer, nullable=False, server_default=sa.text("1")),
    )


def _acts(metadata: sa.MetaData) -> sa.Table:
    """The record: every act as it was taken. Rows are added, never changed."""
    return sa.Table(
        "acts",
        metadata,
        sa.Column("place", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("case_id", sa.Uuid, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("person_id", sa.Uuid),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("provision", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("trace", sa.Text),
        sa.Index(None, "about", "case_id", "place"),
    )


def _repeats(metadata: sa.MetaData) -> sa.Table:
    """Answers given under an Idempotency-Key, to be given again."""
    return sa.Table(
        "repeats",
        metadata,
        sa.Column("person_id", sa.Uuid, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("headers", JSONB, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("at", Moment, nullable=False, server_default=sa.func.now()),
    )


def _fact_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("case_id", sa.Uuid, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
    )
