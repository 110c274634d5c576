"""How deputies' requests are kept, and the working days that others entered."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from services.committees.domain.request import Answer, DeputyRequest, ReadingOut, Round, Wording
from services.committees.domain.requests_stages import RequestStage
from services.committees.store.tables import mappers, metadata
from shared.contracts.words import Bilingual
from shared.kernel.calendars import WorkingYear
from shared.store.columns import Moment, Shaped, case_columns

deputy_requests = sa.Table(
    "deputy_requests",
    metadata,
    *case_columns(RequestStage),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("authors", ARRAY(sa.Uuid, as_tuple=True), nullable=False),
    sa.Column("addressee", Shaped(Bilingual), nullable=False),
    sa.Column("subject", Shaped(Bilingual), nullable=False),
    sa.Column("text", Shaped(Wording), nullable=False),
    sa.Column("to_be_read_out", sa.Boolean, nullable=False),
    sa.Column("submitted_at", Moment, nullable=False),
    sa.Column("withheld", Shaped(Bilingual)),
    sa.Column("read_out", Shaped(ReadingOut)),
    sa.Column("sent_at", Moment),
    sa.Column("last_day", sa.Date),
    sa.Column("passes_at", Moment),
    sa.Column("overdue_since", Moment),
    sa.Column("answer", Shaped(Answer)),
    sa.Column("rounds", Shaped(tuple[Round, ...]), nullable=False),
    sa.Index("deputy_requests_authors_idx", "authors", postgresql_using="gin"),
    sa.Index(
        "deputy_requests_awaited",
        "passes_at",
        postgresql_where=sa.text(f"stage = '{RequestStage.SENT}'"),
    ),
)

request_numbers = sa.Table(
    "request_numbers",
    metadata,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last", sa.Integer, nullable=False),
)

known_years = sa.Table(
    "known_years",
    metadata,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("days", Shaped(WorkingYear), nullable=False),
    comment="Working days as the Apparatus entered them; they stand in place of those on file.",
)

mappers.map_imperatively(
    DeputyRequest,
    deputy_requests,
    version_id_col=deputy_requests.c.version,
    version_id_generator=False,
)
