"""The committees service, assembled."""

from functools import partial

from services import committees as this
from services.committees.api import (
    candidacies,
    committees,
    composition,
    convocations,
    factions,
    mandates,
    offices,
    referrals,
)
from services.committees.consumers import consumers
from services.committees.domain.procedure import (
    CANDIDACIES,
    COMMITTEES,
    CONVOCATIONS,
    FACTIONS,
    MANDATES,
    OFFICES,
    REFERRALS,
)
from services.committees.store import tables
from shared.contracts.committees import TELLS
from shared.service import Service
from shared.store.register import standings_in

SERVICE = Service(
    name="committees",
    description=this.__doc__ or "",
    routers=(
        composition.router,
        convocations.router,
        factions.router,
        mandates.router,
        offices.router,
        committees.router,
        candidacies.router,
        referrals.router,
    ),
    consumers=consumers,
    metadata=tables.metadata,
    kept=tables.kept,
    # No copy of the register: what the others copy is kept here.
    standings=partial(standings_in, tables.offices, tables.mandates),
    procedures={
        "convocation": CONVOCATIONS,
        "faction": FACTIONS,
        "mandate": MANDATES,
        "office": OFFICES,
        "committee": COMMITTEES,
        "candidacy": CANDIDACIES,
        "referral": REFERRALS,
    },
    tells=TELLS,
)
