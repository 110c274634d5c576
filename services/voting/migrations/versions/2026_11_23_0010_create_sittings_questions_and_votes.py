"""Create sittings, registrations, questions and votes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "39298a33659f"
down_revision = "5d0b1f6f2a31"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "sittings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_at", Moment, nullable=False),
        sa.Column("opened_at", Moment, nullable=True),
        sa.Column("closed_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("sittings_pkey")),
    )
    op.create_table(
        "registrations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("registered_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("registrations_pkey")),
        sa.UniqueConstraint(
            "sitting_id", "person_id", name=op.f("registrations_sitting_id_person_id_key")
        ),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wording", postgresql.JSONB(), nullable=False),
        sa.Column("put_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("questions_pkey")),
    )
    op.create_table(
        "votes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("question", postgresql.JSONB(), nullable=False),
        sa.Column("window_seconds", sa.Integer(), nullable=True),
        sa.Column("options", postgresql.JSONB(), nullable=False),
        sa.Column("prepared_at", Moment, nullable=False),
        sa.Column("rule", postgresql.JSONB(), nullable=True),
        sa.Column("rule_digest", sa.Text(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("chamber", postgresql.JSONB(), nullable=True),
        sa.Column("opened_at", Moment, nullable=True),
        sa.Column("closes_at", Moment, nullable=True),
        sa.Column("closed_at", Moment, nullable=True),
        sa.Column("tally", postgresql.JSONB(), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("needed", sa.Integer(), nullable=True),
        sa.Column("whole", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "stage IN ('prepared', 'closed') OR closes_at IS NOT NULL",
            name=op.f("votes_open_ends_check"),
        ),
        sa.CheckConstraint(
            "(stage = 'closed') = (closed_at IS NOT NULL AND tally IS NOT NULL "
            "AND outcome IS NOT NULL)",
            name=op.f("votes_closed_has_result_check"),
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("votes_question_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("votes_sitting_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("votes_pkey")),
    )
    op.create_index(op.f("votes_sitting_id_idx"), "votes", ["sitting_id"])
    op.create_index(op.f("votes_question_id_idx"), "votes", ["question_id"])
    op.create_index(
        "votes_one_of_a_question",
        "votes",
        ["question_id"],
        unique=True,
        postgresql_where=sa.text("stage = 'open' OR outcome IN ('adopted', 'rejected')"),
    )
    op.create_index(
        "votes_open", "votes", ["closes_at"], postgresql_where=sa.text("stage = 'open'")
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("votes")
    op.drop_table("questions")
    op.drop_table("registrations")
    op.drop_table("sittings")
