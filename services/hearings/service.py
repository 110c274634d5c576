"""The hearings service, assembled."""

from services import hearings as this
from services.hearings.api import hearings, preparing
from services.hearings.consumers import consumers
from services.hearings.domain.presence import PRESENCES
from services.hearings.domain.procedure import PROCEDURE
from services.hearings.store.tables import kept, metadata, register
from shared.contracts.hearings import TELLS
from shared.service import Service

SERVICE = Service(
    name="hearings",
    description=this.__doc__ or "",
    routers=(preparing.router, hearings.router),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"hearing": PROCEDURE, "presence": PRESENCES},
    tells=TELLS,
)
