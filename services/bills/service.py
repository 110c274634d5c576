"""The bills service, assembled."""

from services import bills as this
from services.bills.api import bills, introduction, law, lists
from services.bills.consumers import consumers
from services.bills.domain.procedure import PROCEDURE
from services.bills.store.tables import kept, metadata, register
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(lists.router, bills.router, introduction.router, law.router),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE},
    tells=TELLS,
)
