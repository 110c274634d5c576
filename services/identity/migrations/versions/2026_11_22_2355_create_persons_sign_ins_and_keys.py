"""Create persons, their numbers, sign-ins and signing keys."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f4d5b83ed844"
down_revision = "a1c7e0d94b52"
branch_labels = None
depends_on = None

# The record of sign-ins is added to, never changed: not even by the service itself.
KEEP_SIGN_INS = """
DO $$ DECLARE service text; BEGIN
  FOR service IN
    SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_name = 'sign_ins' AND grantee <> current_user
  LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON sign_ins FROM %I', service); END LOOP;
END $$
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "persons",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("founder", sa.Boolean(), nullable=False),
        sa.Column("registered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("persons_pkey")),
    )
    op.create_index(
        "persons_one_founder",
        "persons",
        ["founder"],
        unique=True,
        postgresql_where=sa.text("founder"),
    )
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("public", postgresql.JSONB(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_with", sa.Text(), nullable=False),
        sa.Column("published_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("activated_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("superseded_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("signing_keys_pkey")),
    )
    op.create_index(
        "signing_keys_one_of_each",
        "signing_keys",
        ["stage"],
        unique=True,
        postgresql_where=sa.text("stage IN ('published', 'active')"),
    )
    op.create_table(
        "iins",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_with", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("iins_person_id_fkey")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("iins_pkey")),
        sa.UniqueConstraint("fingerprint", name=op.f("iins_fingerprint_key")),
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("assurance", sa.Text(), nullable=False),
        sa.Column("token_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("sign_ins_person_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sign_ins_pkey")),
    )
    op.create_index(op.f("sign_ins_person_id_idx"), "sign_ins", ["person_id"], unique=False)
    op.execute(KEEP_SIGN_INS)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_index(op.f("sign_ins_person_id_idx"), table_name="sign_ins")
    op.drop_table("sign_ins")
    op.drop_table("iins")
    op.drop_index(
        "signing_keys_one_of_each",
        table_name="signing_keys",
        postgresql_where=sa.text("stage IN ('published', 'active')"),
    )
    op.drop_table("signing_keys")
    op.drop_index("persons_one_founder", table_name="persons", postgresql_where=sa.text("founder"))
    op.drop_table("persons")
