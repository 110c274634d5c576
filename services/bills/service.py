"""The bills service, assembled."""

from services import bills as this
from services.bills.api import bills, dump, feeds, introduction, law, lists, record
from services.bills.consumers import consumers
from services.bills.domain.procedure import PROCEDURE
from services.bills.store.tables import kept, metadata, register
from shared.contracts.bills import TELLS
from shared.service import Service

SERVICE = Service(
    name="bills",
    description=this.__doc__ or "",
    routers=(
        feeds.router,
        lists.router,
        record.router,
        bills.router,
        introduction.router,
        law.router,
        dump.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE},
    tells=TELLS,
)
