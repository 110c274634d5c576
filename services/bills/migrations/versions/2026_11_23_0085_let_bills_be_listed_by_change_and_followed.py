"""Let bills be listed by when they changed, and followed.

Written by triggers, as what is searched: no path by which an act is taken or a fact is heard can
leave them behind.
"""

import sqlalchemy as sa
from alembic import op

revision = "85b2d5e0f1c3"
down_revision = "78e1b6d4c093"
branch_labels = None
depends_on = None

# Which bill moved last, and which was registered when.
NOTE_ACT = """
CREATE FUNCTION note_act_on_bill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE bill_moments SET
        changed_at = CASE NEW.act WHEN 'draft' THEN NEW.at ELSE greatest(changed_at, NEW.at) END,
        registered_at = CASE NEW.act WHEN 'register' THEN NEW.at ELSE registered_at END
    WHERE bill_id = NEW.case_id;
    INSERT INTO bill_changes (kind, bill_id, part) VALUES ('act', NEW.case_id, NEW.place);
    RETURN NULL;
END $$
"""

NOTE_BILL = """
CREATE FUNCTION note_bill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_moments (bill_id, changed_at) VALUES (NEW.id, now())
    ON CONFLICT DO NOTHING;
    INSERT INTO bill_changes AS kept (kind, bill_id, part) VALUES ('bill', NEW.id, 0)
    ON CONFLICT (bill_id, kind, part) DO UPDATE SET place = DEFAULT, position = NULL;
    RETURN NULL;
END $$
"""

NOTE_TEXT = """
CREATE FUNCTION note_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_changes (kind, bill_id, part) VALUES ('text', NEW.bill_id, NEW.number);
    RETURN NULL;
END $$
"""

NOTE_HEARD = """
CREATE FUNCTION note_heard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_changes (kind, bill_id, part) VALUES ('heard', NEW.bill_id, NEW.place);
    RETURN NULL;
END $$
"""

FUNCTIONS = {
    "note_act_on_bill()": NOTE_ACT,
    "note_bill()": NOTE_BILL,
    "note_text()": NOTE_TEXT,
    "note_heard()": NOTE_HEARD,
}

TRIGGERS = {
    ("bills", "bill_noted"): ("INSERT OR UPDATE", "note_bill", ""),
    ("bill_texts", "text_noted"): ("INSERT", "note_text", ""),
    ("chronicle", "heard_noted"): ("INSERT", "note_heard", ""),
    ("acts", "act_noted"): ("INSERT", "note_act_on_bill", "WHEN (NEW.about = 'bill')"),
}

# What was there before, as the triggers would have written it.
ALREADY = (
    """
    INSERT INTO bill_moments (bill_id, changed_at, registered_at)
    SELECT id, coalesce(max(at), now()), max(at) FILTER (WHERE act = 'register')
    FROM bills LEFT JOIN acts ON about = 'bill' AND case_id = id GROUP BY id
    """,
    """
    INSERT INTO bill_changes (kind, bill_id, part)
    SELECT 'bill', id, 0 FROM bills UNION ALL
    SELECT 'text', bill_id, number FROM bill_texts UNION ALL
    SELECT 'heard', bill_id, place FROM chronicle UNION ALL
    SELECT 'act', case_id, place FROM acts WHERE about = 'bill'
    """,
)

INDEXES = (
    ("bills_kind_id_idx", "bills"),
    ("bills_initiator_id_idx", "bills"),
    ("bills_lead_committee_id_id_idx", "bills"),
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_tables()
    for function in FUNCTIONS.values():
        _execute(function)
    for (table, name), (event, function, when) in TRIGGERS.items():
        _execute(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW {when} "
            f"EXECUTE FUNCTION {function}()"
        )
    for statement in ALREADY:
        _execute(statement)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table, name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name} ON {table}")
    for function in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION {function}")
    for name, table in INDEXES:
        op.drop_index(op.f(name), table_name=table)
    op.execute("DROP SEQUENCE bill_changes_position")
    for table in ("bill_changes", "bill_moments"):
        op.drop_table(table)


def _create_tables() -> None:
    op.create_table(
        "bill_moments",
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("registered_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name=op.f("bill_moments_bill_id_fkey")),
        sa.PrimaryKeyConstraint("bill_id", name=op.f("bill_moments_pkey")),
        comment="When a bill was last acted on, and when it was registered.",
    )
    for moment in ("changed_at", "registered_at"):
        name = op.f(f"bill_moments_{moment}_bill_id_idx")
        op.create_index(name, "bill_moments", [moment, "bill_id"])
    op.create_table(
        "bill_changes",
        sa.Column("place", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("place", name=op.f("bill_changes_pkey")),
        sa.UniqueConstraint(
            "bill_id", "kind", "part", name=op.f("bill_changes_bill_id_kind_part_key")
        ),
        sa.UniqueConstraint("position", name=op.f("bill_changes_position_key")),
        comment="What is public and new; `position` is given in the order in which it became "
        "visible.",
    )
    op.execute("CREATE SEQUENCE bill_changes_position")
    op.create_index(
        "bill_changes_unnumbered",
        "bill_changes",
        ["place"],
        postgresql_where=sa.text("position IS NULL"),
    )
    for column in ("kind", "initiator", "lead_committee_id"):
        op.create_index(op.f(f"bills_{column}_id_idx"), "bills", [column, "id"])


def _execute(statement: str) -> None:
    """As it is: a colon in it is a colon."""
    op.get_bind().exec_driver_sql(statement)
