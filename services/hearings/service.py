"""The hearings service, assembled."""

from services import hearings as this
from services.hearings.api import hearings
from services.hearings.consumers import consumers
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.store.tables import kept, metadata, register
from shared.contracts.hearings import TELLS
from shared.service import Service

SERVICE = Service(
    name="hearings",
    description=this.__doc__ or "",
    routers=(hearings.router,),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"hearing": PROCEDURE},
    tells=TELLS,
)
