"""Find at once the bills and amendments of one deputy."""

import sqlalchemy as sa
from alembic import op

revision = "0102b7d3e9f1"
down_revision = "96c5a1d4e7b2"
branch_labels = None
depends_on = None

HOLDING = {"bills": ("signatures",), "amendments": ("co_authors", "invited")}
AUTHORS = "amendments_author_id_idx"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index("bills_of_an_initiator", "bills", ["initiator_id"])
    op.create_index(op.f(AUTHORS), "amendments", ["author_id"])
    for table, columns in HOLDING.items():
        for column in columns:
            op.create_index(
                f"{table}_{column}_hold",
                table,
                [sa.column(column)],
                postgresql_using="gin",
                postgresql_ops={column: "jsonb_path_ops"},
            )


def downgrade() -> None:
    for table, columns in HOLDING.items():
        for column in columns:
            op.drop_index(f"{table}_{column}_hold", table)
    op.drop_index(op.f(AUTHORS), "amendments")
    op.drop_index("bills_of_an_initiator", "bills")
