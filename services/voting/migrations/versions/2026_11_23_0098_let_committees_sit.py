"""Let committees sit, others preside, and a sitting take a break; hear who belongs to bodies."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "98b3d0f5a2c6"
down_revision = "97a4c1e7d3b0"
branch_labels = None
depends_on = None

Moment = sa.TIMESTAMP(timezone=True)
EMPTY = sa.text("'[]'")


def upgrade() -> None:
    """Sittings of before are of the plenary, in the hall."""
    op.execute("SET LOCAL lock_timeout = '5s'")
    for column in (
        sa.Column("bodies", sa.ARRAY(sa.Uuid()), nullable=False, server_default="{}"),
        sa.Column("form", sa.String(40), nullable=False, server_default="in_the_hall"),
        sa.Column("place", postgresql.JSONB()),
        sa.Column("presided", postgresql.JSONB(), nullable=False, server_default=EMPTY),
        sa.Column("breaks", postgresql.JSONB(), nullable=False, server_default=EMPTY),
        sa.Column("ended_early", postgresql.JSONB()),
    ):
        op.add_column("sittings", column)
    _create_bodies()
    _create_memberships()


def _create_bodies() -> None:
    op.create_table(
        "register_bodies",
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("within", sa.Uuid(), nullable=True),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("body_id", name=op.f("register_bodies_pkey")),
    )


def _create_memberships() -> None:
    op.create_table(
        "register_memberships",
        sa.Column("membership_id", sa.Uuid(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(40), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("membership_id", name=op.f("register_memberships_pkey")),
    )
    for column in ("body_id", "person_id"):
        name = op.f(f"register_memberships_{column}_idx")
        op.create_index(name, "register_memberships", [column])


def downgrade() -> None:
    message = "sittings of committees do not fit the tables of before: restore a backup"
    raise NotImplementedError(message)
