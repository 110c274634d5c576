"""The deadlines of bills as they were last reckoned, what was told of them, and the calendars."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry

from services.bills.domain.deadlines import Ending, Meaning, Telling
from services.bills.domain.stages import Act
from services.bills.domain.working_days import WorkingDays, YearStage
from services.bills.store.tables.bills import bills
from services.bills.store.tables.metadata import metadata
from shared.kernel.calendars import WorkingYear
from shared.kernel.rules import Stop, Term
from shared.store.columns import Moment, Shaped, case_columns, words

deadlines = sa.Table(
    "deadlines",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), nullable=False, index=True),
    sa.Column("term", sa.Text, nullable=False),
    sa.Column("meaning", words(Meaning), nullable=False),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("rule", Shaped(Term), nullable=False),
    sa.Column("stops", Shaped(tuple[Stop, ...]), nullable=False),
    sa.Column("last_day", sa.Date),
    sa.Column("passes_at", Moment),
    sa.Column("missing_years", ARRAY(sa.Integer), nullable=False),
    sa.Column("suspended_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("ended_by", words(Act)),
    sa.Column("how", words(Ending)),
    sa.Column("next_at", Moment),
    sa.Column("place", Moment, nullable=False),
    sa.UniqueConstraint("bill_id", "term", "started_at"),
    sa.Index(None, "place", "id"),
    sa.Index("deadlines_open", "place", "id", postgresql_where=sa.text("ended_at IS NULL")),
    sa.Index("deadlines_due", "next_at", "id", postgresql_where=sa.text("next_at IS NOT NULL")),
    comment="A read model of the acts: reckoned anew in the transaction of each act that counts.",
)

tellings = sa.Table(
    "deadline_tellings",
    metadata,
    sa.Column("deadline_id", sa.Uuid, primary_key=True),
    sa.Column("what", words(Telling), primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("act", words(Act)),
    comment="What was told of a deadline, and the act that the clock took: each once, ever.",
)

reckonings = sa.Table(
    "reckonings",
    metadata,
    sa.Column("bill_id", sa.Uuid, sa.ForeignKey(bills.c.id), primary_key=True),
    sa.Column("token", sa.Text, nullable=False),
    comment="Under which rules the deadlines of a bill were reckoned when a worker started.",
)

working_days = sa.Table(
    "working_days",
    metadata,
    *case_columns(YearStage),
    sa.Column("year", sa.Integer, nullable=False, unique=True),
    sa.Column("days", Shaped(WorkingYear), nullable=False),
    comment="Calendars as they were entered; each stands in place of the one on file.",
)

registry(metadata=metadata).map_imperatively(
    WorkingDays, working_days, version_id_col=working_days.c.version, version_id_generator=False
)
