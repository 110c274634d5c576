"""The bills service, assembled."""

from services import bills as this
from services.bills.api import bills, eli, formats, introduction, law
from services.bills.api.amendments import amending, deciding, filing, reading, tables
from services.bills.api.given import LARGEST_BODY
from services.bills.consumers import consumers
from services.bills.domain.amendments.amending_procedure import AMENDING
from services.bills.domain.amendments.procedure import AMENDMENTS
from services.bills.domain.procedure import PROCEDURE
from services.bills.store.tables import kept, metadata, register
from shared.contracts import amendments
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(
        bills.router,
        introduction.router,
        law.router,
        formats.router,
        eli.router,
        amending.router,
        tables.router,
        reading.router,
        filing.router,
        deciding.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE, "amending": AMENDING, "amendment": AMENDMENTS},
    tells=(*TELLS, *amendments.TELLS),
    largest_body=LARGEST_BODY,
)
