"""Keep subscriptions, their deliveries, and the facts whose subscribers are not found yet."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "77a4e9d3b815"
down_revision = "76d0c5e1f27a"
branch_labels = None
depends_on = None

# In the transaction of the fact itself: a fact that is told is looked at, and none twice.
LOOK = """
CREATE FUNCTION look_for_subscribers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO to_tell (event_id) VALUES (NEW.event_id);
  RETURN NULL;
END $$
"""
ON_EACH = """
CREATE TRIGGER look_for_subscribers AFTER INSERT ON outbox
FOR EACH ROW EXECUTE FUNCTION look_for_subscribers()
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("bills", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("committees", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("facts", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("why_disabled", sa.String(40), nullable=True),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("rotated_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("made_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("active_since", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("failing_since", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("busy_until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("subscriptions_pkey")),
        comment="Secrets are derived from the generation, and not kept.",
    )
    op.create_index(op.f("subscriptions_person_id_idx"), "subscriptions", ["person_id"])
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("asked_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("last_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("ping", postgresql.JSONB(), nullable=True),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("deliveries_subscription_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("deliveries_pkey")),
        sa.UniqueConstraint(
            "subscription_id", "event_id", name=op.f("deliveries_subscription_id_event_id_key")
        ),
        comment="One row for each fact of each subscription; its id is that of the message.",
    )
    op.create_index(
        "deliveries_waiting",
        "deliveries",
        ["subscription_id", "next_at"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "to_tell",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("to_tell_pkey")),
        comment=(
            "Facts whose subscribers have not been found yet; written by a trigger of the outbox."
        ),
    )
    op.execute(LOOK)
    op.execute(ON_EACH)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TRIGGER look_for_subscribers ON outbox")
    op.execute("DROP FUNCTION look_for_subscribers()")
    op.drop_table("to_tell")
    op.drop_index("deliveries_waiting", table_name="deliveries")
    op.drop_table("deliveries")
    op.drop_index(op.f("subscriptions_person_id_idx"), table_name="subscriptions")
    op.drop_table("subscriptions")
