"""The bills service, assembled."""

from services import bills as this
from services.bills.actions.watch_terms import watch_terms
from services.bills.api import beyond, bills, calendar, deadlines, introduction, law
from services.bills.consumers import consumers
from services.bills.domain import terms_on_paper
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.working_days import WORKING_DAYS
from services.bills.store.tables import kept, metadata, register
from shared.contracts import bills_beyond
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(
        bills.router,
        introduction.router,
        law.router,
        deadlines.router,
        calendar.router,
        beyond.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE, "workingdays": WORKING_DAYS},
    tells=(*TELLS, *bills_beyond.TELLS),
    pages={"terms": terms_on_paper.page},
    chores=(watch_terms,),
)
