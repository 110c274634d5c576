"""Create convocations, factions, mandates, committees, offices, candidacies and referrals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "58116a39a2a2"
down_revision = "4f0b7d92c1a6"
branch_labels = None
depends_on = None

HELD_BY_ONE = """
until IS NULL
AND role IN ('chair', 'committee_chair', 'faction_leader', 'president', 'prime_minister')
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "convocations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("convocations_pkey")),
        sa.UniqueConstraint("number", name=op.f("convocations_number_key")),
    )
    op.create_table(
        "known_bills",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", postgresql.JSONB(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("known_bills_pkey")),
        comment="Bills admitted to consideration; open until they leave the Kurultai.",
    )
    op.create_table(
        "known_people",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("known_people_pkey")),
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("offices_pkey")),
    )
    op.create_index(
        "offices_held_by_one",
        "offices",
        ["role", "body_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text(HELD_BY_ONE),
    )
    op.create_index(op.f("offices_person_id_idx"), "offices", ["person_id"], unique=False)
    op.create_table(
        "committees",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("reserved_for_opposition", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("committees_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("committees_pkey")),
    )
    op.create_index(
        op.f("committees_convocation_id_idx"), "committees", ["convocation_id"], unique=False
    )
    op.create_table(
        "factions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("opposition", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("factions_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("factions_pkey")),
    )
    op.create_index(
        op.f("factions_convocation_id_idx"), "factions", ["convocation_id"], unique=False
    )
    op.create_table(
        "candidacies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("committee_name", postgresql.JSONB(), nullable=False),
        sa.Column("reserved", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("candidacies_committee_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("candidacies_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("candidacies_pkey")),
        sa.UniqueConstraint("question_id", name=op.f("candidacies_question_id_key")),
    )
    op.create_index(
        op.f("candidacies_convocation_id_idx"), "candidacies", ["convocation_id"], unique=False
    )
    op.create_index(
        "candidacies_one_waiting",
        "candidacies",
        ["committee_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'nominated'"),
    )
    op.create_table(
        "mandates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("mandates_convocation_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["faction_id"], ["factions.id"], name=op.f("mandates_faction_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("mandates_pkey")),
    )
    op.create_index(
        op.f("mandates_convocation_id_idx"), "mandates", ["convocation_id"], unique=False
    )
    op.create_index(
        "mandates_one_a_number",
        "mandates",
        ["convocation_id", "number"],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_index(
        "mandates_one_a_person",
        "mandates",
        ["person_id"],
        unique=True,
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_index(op.f("mandates_person_id_idx"), "mandates", ["person_id"], unique=False)
    op.create_table(
        "referrals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("committee_id", sa.Uuid(), nullable=False),
        sa.Column("committee_name", postgresql.JSONB(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("conclusions", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("referrals_committee_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("referrals_pkey")),
        sa.UniqueConstraint("bill_id", name=op.f("referrals_bill_id_key")),
    )
    op.create_index(op.f("referrals_committee_id_idx"), "referrals", ["committee_id"], unique=False)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_index(op.f("referrals_committee_id_idx"), table_name="referrals")
    op.drop_table("referrals")
    op.drop_index(op.f("mandates_person_id_idx"), table_name="mandates")
    op.drop_index("mandates_one_a_person", table_name="mandates")
    op.drop_index("mandates_one_a_number", table_name="mandates")
    op.drop_index(op.f("mandates_convocation_id_idx"), table_name="mandates")
    op.drop_table("mandates")
    op.drop_index("candidacies_one_waiting", table_name="candidacies")
    op.drop_index(op.f("candidacies_convocation_id_idx"), table_name="candidacies")
    op.drop_table("candidacies")
    op.drop_index(op.f("factions_convocation_id_idx"), table_name="factions")
    op.drop_table("factions")
    op.drop_index(op.f("committees_convocation_id_idx"), table_name="committees")
    op.drop_table("committees")
    op.drop_index(op.f("offices_person_id_idx"), table_name="offices")
    op.drop_index("offices_held_by_one", table_name="offices")
    op.drop_table("offices")
    op.drop_table("known_people")
    op.drop_table("known_bills")
    op.drop_table("convocations")
