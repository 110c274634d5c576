"""Keep elections to every office the Kurultai fills, consultations of factions and recalls."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0110a7c2e4f6"
down_revision = "0101e5b9d3c8"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
NOMINATED = sa.text("stage = 'nominated'")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _widen_candidacies()
    op.create_table(
        "consultations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("committee_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("voices", postgresql.JSONB(), nullable=False),
        sa.Column("outcome", postgresql.JSONB(), nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("consultations_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("consultations_pkey")),
    )
    op.create_index(op.f("consultations_convocation_id_idx"), "consultations", ["convocation_id"])
    _create_recalls()


def _widen_candidacies() -> None:
    """Until now everyone stood for the chair of a committee, in an open vote."""
    op.alter_column("candidacies", "committee_id", nullable=True)
    op.alter_column("candidacies", "committee_name", nullable=True)
    for name, default in (("role", "committee_chair"), ("ballot", "open")):
        column = sa.Column(name, sa.String(40), nullable=False, server_default=default)
        op.add_column("candidacies", column)
    op.add_column("candidacies", sa.Column("speaks_kazakh", sa.Boolean(), nullable=True))
    op.add_column("candidacies", sa.Column("nominated_by", sa.Uuid(), nullable=True))
    op.add_column("candidacies", sa.Column("secret", postgresql.JSONB(), nullable=True))
    op.drop_index("candidacies_one_waiting", "candidacies")
    op.create_index(
        "candidacies_nobody_twice",
        "candidacies",
        ["role", "committee_id", "person_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=NOMINATED,
    )


def _create_recalls() -> None:
    op.create_table(
        "recalls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("ground", postgresql.JSONB(), nullable=False),
        sa.Column("resigns", sa.Boolean(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("recalls_office_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("recalls_pkey")),
        sa.UniqueConstraint("question_id", name=op.f("recalls_question_id_key")),
    )
    op.create_index(op.f("recalls_office_id_idx"), "recalls", ["office_id"])
    op.create_index(
        "recalls_one_asked",
        "recalls",
        ["office_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'proposed'"),
    )


def downgrade() -> None:
    """What was decided by ways that the tables of before do not know is lost with them."""
    op.drop_table("recalls")
    op.drop_table("consultations")
    op.execute("DELETE FROM candidacies WHERE committee_id IS NULL")
    op.drop_index("candidacies_nobody_twice", "candidacies")
    for name in ("secret", "nominated_by", "speaks_kazakh", "ballot", "role"):
        op.drop_column("candidacies", name)
    op.alter_column("candidacies", "committee_name", nullable=False)
    op.alter_column("candidacies", "committee_id", nullable=False)
    op.create_index(
        "candidacies_one_waiting",
        "candidacies",
        ["committee_id"],
        unique=True,
        postgresql_where=NOMINATED,
    )
