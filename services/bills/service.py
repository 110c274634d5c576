"""The bills service, assembled."""

from services import bills as this
from services.bills.api import beyond, bills, introduction, law
from services.bills.consumers import consumers
from services.bills.domain.procedure import PROCEDURE
from services.bills.store.tables import kept, metadata, register
from shared.contracts import bills_beyond
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(bills.router, introduction.router, law.router, beyond.router),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE},
    tells=(*TELLS, *bills_beyond.TELLS),
)
