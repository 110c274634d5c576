"""The bills service, assembled."""

from services import bills as this
from services.bills.api import (
    acts_in_force,
    bills,
    comparisons,
    eli,
    formats,
    introduction,
    law,
    relations,
)
from services.bills.api.given import LARGEST_BODY
from services.bills.consumers import consumers
from services.bills.domain.in_force import ACTS_IN_FORCE
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.reasoning import REASONING
from services.bills.store.tables import kept, metadata, register
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
        acts_in_force.router,
        relations.router,
        comparisons.router,
    ),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"bill": PROCEDURE, "act": ACTS_IN_FORCE, "reason": REASONING},
    tells=TELLS,
    largest_body=LARGEST_BODY,
)
