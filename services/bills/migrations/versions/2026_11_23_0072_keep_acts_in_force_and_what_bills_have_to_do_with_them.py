"""Keep acts in force with their editions, the relations of bills, and the reasons of changes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "72c9f3b8a1d4"
down_revision = "71c5d09e3b7a"
branch_labels = None
depends_on = None

MOMENT = sa.TIMESTAMP(timezone=True)
INDEXED = (
    ("bill_relations", ["bill_id"]),
    ("bill_relations", ["act_id"]),
    ("bill_relations", ["other_bill_id"]),
    ("change_reasons", ["bill_id", "new_number", "old_number"]),
)
KEPT = ("act_editions", "bill_relations", "change_reasons")

# What was laid down or said is added to, never changed: not even by the service itself.
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
    _create_acts()
    _create_relations()
    for table, columns in INDEXED:
        op.create_index(op.f(_index(table, columns)), table, columns, unique=False)
    for table in KEPT:
        op.execute(KEEP.format(table=table))


def _index(table: str, columns: list[str]) -> str:
    return f"{table}_{'_'.join(columns)}_idx"


def _create_acts() -> None:
    op.create_table(
        "acts_in_force",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("title", postgresql.JSONB(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("digests", postgresql.JSONB(), nullable=False),
        sa.Column("stands_from", sa.Date(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("acts_in_force_bill_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("acts_in_force_pkey")),
        sa.UniqueConstraint("number", name=op.f("acts_in_force_number_key")),
        sa.UniqueConstraint("bill_id", name=op.f("acts_in_force_bill_id_key")),
    )
    op.create_table(
        "act_editions",
        sa.Column("act_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kk", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), nullable=False),
        sa.Column("digests", postgresql.JSONB(), nullable=False),
        sa.Column("stands_from", sa.Date(), nullable=False),
        sa.Column("source", postgresql.JSONB(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"], ["acts_in_force.id"], name=op.f("act_editions_act_id_fkey")
        ),
        sa.PrimaryKeyConstraint("act_id", "number", name=op.f("act_editions_pkey")),
        comment="Every edition of an act. Rows are added, never changed.",
    )


def _create_relations() -> None:
    op.create_table(
        "bill_relations",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("act_id", sa.Uuid(), nullable=True),
        sa.Column("other_bill_id", sa.Uuid(), nullable=True),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_references("bill_relations", bill_id="bills", act_id="acts_in_force"),
        *_references("bill_relations", other_bill_id="bills"),
        sa.PrimaryKeyConstraint("place", name=op.f("bill_relations_pkey")),
        comment="What was said of a bill and others, and taken back. "
        "The newest row of a pair counts.",
    )
    op.create_table(
        "change_reasons",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("act_id", sa.Uuid(), nullable=True),
        sa.Column("old_number", sa.Integer(), nullable=False),
        sa.Column("new_number", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("reason", postgresql.JSONB(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        *_references("change_reasons", bill_id="bills", act_id="acts_in_force"),
        sa.PrimaryKeyConstraint("place", name=op.f("change_reasons_pkey")),
        comment="Why elements are changed between two texts. The newest row of an address counts; "
        "`old_number` is an edition where an act is named, a version of the bill where none is.",
    )


def _references(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"{table}_{name}_fkey"))
        for name, to in columns.items()
    ]


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("change_reasons", "bill_relations", "act_editions", "acts_in_force"):
        op.drop_table(table)
