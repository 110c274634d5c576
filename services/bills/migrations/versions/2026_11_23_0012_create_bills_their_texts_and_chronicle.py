"""Create bills, their texts, numbers and chronicle, and the names of people."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "e6729b3bfdff"
down_revision = "b3d18f6a2c70"
branch_labels = None
depends_on = None

# What was laid down and what was heard is added to, never changed: not even by the service itself.
KEEP = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = '{table}' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM %I', service); END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "bills",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("initiator", sa.String(40), nullable=False),
        sa.Column("initiator_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("title", postgresql.JSONB(), nullable=False),
        sa.Column("digests", postgresql.JSONB(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("in_both_languages", sa.Boolean(), nullable=False),
        sa.Column("package", postgresql.JSONB(), nullable=False),
        sa.Column("touches_budget", sa.Boolean(), nullable=False),
        sa.Column("amends_acts", sa.Boolean(), nullable=False),
        sa.Column("touches_business", sa.Boolean(), nullable=False),
        sa.Column("calls_for_bylaws", sa.Boolean(), nullable=False),
        sa.Column("money_conclusion", sa.Boolean(), nullable=True),
        sa.Column("lead_committee_id", sa.Uuid(), nullable=True),
        sa.Column("concluded_for", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("readings_passed", sa.Integer(), nullable=False),
        sa.Column("readings", postgresql.JSONB(), nullable=False),
        sa.Column("remarks", postgresql.JSONB(), nullable=False),
        sa.Column("countersigned_by", postgresql.JSONB(), nullable=False),
        sa.Column("adopted_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("send_by", sa.Date(), nullable=True),
        sa.Column("sent_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("signature_due", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("published_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("published_in", postgresql.JSONB(), nullable=True),
        sa.Column("in_effect_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("bills_pkey")),
        sa.UniqueConstraint("number", name=op.f("bills_number_key")),
    )
    op.create_index(op.f("bills_stage_id_idx"), "bills", ["stage", "id"], unique=False)
    op.create_table(
        "bill_texts",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kk", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), nullable=False),
        sa.Column("digests", postgresql.JSONB(), nullable=False),
        sa.Column("why", sa.String(40), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("bill_texts_bill_id_fkey")),
        sa.PrimaryKeyConstraint("bill_id", "number", name=op.f("bill_texts_pkey")),
        comment="Every pair of texts a bill has had. Rows are added, never changed.",
    )
    op.create_table(
        "chronicle",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(40), nullable=True),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("chronicle_bill_id_fkey")),
        sa.PrimaryKeyConstraint("place", name=op.f("chronicle_pkey")),
        sa.UniqueConstraint("what", "about_id", "at", name=op.f("chronicle_what_about_id_at_key")),
        comment="What other services told about a bill, and the act it called for, if any.",
    )
    op.create_index(op.f("chronicle_bill_id_idx"), "chronicle", ["bill_id"], unique=False)
    op.create_table(
        "number_series",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("number_series_pkey")),
        comment="The last number given in each year; locked until its bill is registered.",
    )
    op.create_table(
        "known_people",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("known_people_pkey")),
    )
    for table in ("bill_texts", "chronicle"):
        op.execute(KEEP.format(table=table))


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("known_people")
    op.drop_table("number_series")
    op.drop_index(op.f("chronicle_bill_id_idx"), table_name="chronicle")
    op.drop_table("chronicle")
    op.drop_table("bill_texts")
    op.drop_index(op.f("bills_stage_id_idx"), table_name="bills")
    op.drop_table("bills")
