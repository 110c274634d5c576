"""Prepare hearings on any theme, and register for them; keep which bodies there are."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0120a1b7c3d5"
down_revision = "60d3f0a4c2d3"
branch_labels = None
depends_on = None

MOMENT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _widen_hearings()
    _create_presences()
    _create_bodies()


def _widen_hearings() -> None:
    op.alter_column("hearings", "bill_id", existing_type=sa.Uuid(), nullable=True)
    for name in ("called_at", "decided_at", "opened_at", "closed_at"):
        op.add_column("hearings", sa.Column(name, MOMENT, nullable=True))
    for name, nothing in (("parts", "[]"), ("places", "{}")):
        column = sa.Column(name, postgresql.JSONB(), server_default=nothing, nullable=False)
        op.add_column("hearings", column)
    op.create_index(op.f("hearings_called_at_idx"), "hearings", ["called_at"], unique=False)
    op.execute(
        "UPDATE hearings SET called_at = (SELECT min(at) FROM acts "
        "WHERE acts.about = 'hearing' AND acts.case_id = hearings.id)"
    )


def _create_presences() -> None:
    op.create_table(
        "presences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("presences_pkey")),
        sa.UniqueConstraint(
            "hearing_id", "person_id", name=op.f("presences_hearing_id_person_id_key")
        ),
    )


def _create_bodies() -> None:
    op.create_table(
        "register_bodies",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("within", sa.Uuid(), nullable=True),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("body_id", name=op.f("register_bodies_pkey")),
    )
    op.create_table(
        "register_memberships",
        sa.Column("membership_id", sa.Uuid(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(length=40), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("membership_id", name=op.f("register_memberships_pkey")),
    )
    for name in ("body_id", "person_id"):
        index = op.f(f"register_memberships_{name}_idx")
        op.create_index(index, "register_memberships", [name], unique=False)


def downgrade() -> None:
    """A hearing on no bill has no place in the tables before: then this is refused."""
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name in ("register_memberships", "register_bodies", "presences"):
        op.drop_table(name)
    op.drop_index(op.f("hearings_called_at_idx"), table_name="hearings")
    for name in ("places", "parts", "closed_at", "opened_at", "decided_at", "called_at"):
        op.drop_column("hearings", name)
    op.alter_column("hearings", "bill_id", existing_type=sa.Uuid(), nullable=False)
