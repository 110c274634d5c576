"""Keep the lists of parties, and who succeeded whom."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0112b8d3f5a1"
down_revision = "0110a7c2e4f6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "party_lists",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("party", postgresql.JSONB(), nullable=False),
        sa.Column("candidates", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convocation_id"], ["convocations.id"], name=op.f("party_lists_convocation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("party_lists_pkey")),
    )
    op.create_index(op.f("party_lists_convocation_id_idx"), "party_lists", ["convocation_id"])
    for column in (
        sa.Column("list_id", sa.Uuid(), nullable=True),
        sa.Column("list_number", sa.Integer(), nullable=True),
        sa.Column("succeeds", sa.Uuid(), nullable=True),
    ):
        op.add_column("mandates", column)
    for referring, table in (("list_id", "party_lists"), ("succeeds", "mandates")):
        name = op.f(f"mandates_{referring}_fkey")
        op.create_foreign_key(name, "mandates", table, [referring], ["id"])
    op.create_unique_constraint(op.f("mandates_succeeds_key"), "mandates", ["succeeds"])
    op.create_index("mandates_one_a_place", "mandates", ["list_id", "list_number"], unique=True)


def downgrade() -> None:
    op.drop_index("mandates_one_a_place", "mandates")
    for name in ("succeeds", "list_number", "list_id"):
        op.drop_column("mandates", name)
    op.drop_table("party_lists")
