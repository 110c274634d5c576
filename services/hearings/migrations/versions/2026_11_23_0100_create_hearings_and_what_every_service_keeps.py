"""Create hearings, and the tables that every service keeps."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "8ecd0fdb72f3"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "acts",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("provision", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("place", name=op.f("acts_pkey")),
    )
    op.create_index(
        op.f("acts_about_case_id_place_idx"), "acts", ["about", "case_id", "place"], unique=False
    )
    op.create_table(
        "hearings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "new",
                "called",
                "held",
                "concluded",
                "cancelled",
                name="stage",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("theme", postgresql.JSONB(), nullable=False),
        sa.Column("starts_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column(
            "on_behalf_of",
            sa.Enum(
                "bureau", "committee", "opposition", name="initiator", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("taking_part", sa.Integer(), nullable=True),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("recommendations", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("hearings_pkey")),
    )
    op.create_index(op.f("hearings_bill_id_idx"), "hearings", ["bill_id"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column(
            "heard_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("inbox_pkey")),
    )
    op.create_table(
        "known_bills",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("known_bills_pkey")),
        comment="Bills registered, as the bills service told.",
    )
    op.create_table(
        "outbox",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("trace", sa.Text(), nullable=True),
        sa.Column("published_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("place", name=op.f("outbox_pkey")),
        sa.UniqueConstraint(
            "about", "case_id", "sequence", name=op.f("outbox_about_case_id_sequence_key")
        ),
        sa.UniqueConstraint("event_id", name=op.f("outbox_event_id_key")),
    )
    op.create_index(
        "outbox_unpublished",
        "outbox",
        ["place"],
        unique=False,
        postgresql_where=sa.text("published_at IS NULL"),
    )
    op.create_table(
        "parked",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("teller", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("envelope", postgresql.JSONB(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("parked_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("event_id", name=op.f("parked_pkey")),
    )
    op.create_table(
        "positions",
        sa.Column("teller", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("teller", "about", "case_id", name=op.f("positions_pkey")),
    )
    op.create_table(
        "register_factions",
        sa.Column("faction_id", sa.Uuid(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("opposition", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("faction_id", name=op.f("register_factions_pkey")),
    )
    op.create_table(
        "register_mandates",
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("convocation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", postgresql.JSONB(), nullable=False),
        sa.Column("faction_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("mandate_id", name=op.f("register_mandates_pkey")),
    )
    op.create_index(
        op.f("register_mandates_person_id_idx"), "register_mandates", ["person_id"], unique=False
    )
    op.create_table(
        "register_offices",
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "registrar",
                "clerk",
                "deputy",
                "chair",
                "deputy_chair",
                "committee_chair",
                "committee_secretary",
                "faction_leader",
                "president",
                "prime_minister",
                "government",
                "peoples_council",
                "kurultai",
                "committee",
                "clock",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office_id", name=op.f("register_offices_pkey")),
    )
    op.create_index(
        op.f("register_offices_person_id_idx"), "register_offices", ["person_id"], unique=False
    )
    op.create_table(
        "repeats",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", postgresql.JSONB(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column(
            "at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("person_id", "key", name=op.f("repeats_pkey")),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("repeats")
    op.drop_index(op.f("register_offices_person_id_idx"), table_name="register_offices")
    op.drop_table("register_offices")
    op.drop_index(op.f("register_mandates_person_id_idx"), table_name="register_mandates")
    op.drop_table("register_mandates")
    op.drop_table("register_factions")
    op.drop_table("positions")
    op.drop_table("parked")
    op.drop_index(
        "outbox_unpublished", table_name="outbox", postgresql_where=sa.text("published_at IS NULL")
    )
    op.drop_table("outbox")
    op.drop_table("known_bills")
    op.drop_table("inbox")
    op.drop_index(op.f("hearings_bill_id_idx"), table_name="hearings")
    op.drop_table("hearings")
    op.drop_index(op.f("acts_about_case_id_place_idx"), table_name="acts")
    op.drop_table("acts")
