"""Who is told of which facts at which address, and what came of it."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from services.bills.domain.subscription import DeliveryState, SubscriptionState, WhyDisabled
from services.bills.store.tables.metadata import metadata
from shared.store.columns import Moment, words

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, nullable=False, index=True),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("bills", ARRAY(sa.Uuid), nullable=False),
    sa.Column("committees", ARRAY(sa.Uuid), nullable=False),
    sa.Column("facts", ARRAY(sa.Text), nullable=False),
    sa.Column("state", words(SubscriptionState), nullable=False),
    sa.Column("why_disabled", words(WhyDisabled)),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("rotated_at", Moment),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("active_since", Moment),
    sa.Column("failing_since", Moment),
    sa.Column("busy_until", Moment),
    comment="Secrets are derived from the generation, and not kept.",
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column(
        "subscription_id",
        sa.Uuid,
        sa.ForeignKey("subscriptions.id", ondelete="CASCADE"),
        nullable=False,
    ),
    sa.Column("event_id", sa.Uuid, nullable=False),
    sa.Column("place", sa.BigInteger, nullable=False),
    sa.Column("state", words(DeliveryState), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("next_at", Moment, nullable=False),
    sa.Column("asked_at", Moment, nullable=False),
    sa.Column("last_at", Moment),
    sa.Column("last_status", sa.Integer),
    sa.Column("last_error", sa.Text),
    sa.Column("ping", JSONB(none_as_null=True)),
    sa.UniqueConstraint("subscription_id", "event_id"),
    sa.Index(
        "deliveries_waiting",
        "subscription_id",
        "next_at",
        postgresql_where=sa.text("state = 'waiting'"),
    ),
    comment="One row for each fact of each subscription; its id is that of the message.",
)

to_tell = sa.Table(
    "to_tell",
    metadata,
    sa.Column("event_id", sa.Uuid, primary_key=True),
    comment="Facts whose subscribers have not been found yet; written by a trigger of the outbox.",
)
