"""The identity service, assembled."""

from services import identity
from services.identity.actions.keep_keys import keep_keys
from services.identity.api import keys, me, persons, well_known
from services.identity.api.opening import open_reception
from services.identity.consumers import consumers
from services.identity.domain.procedure import KEYS, PERSONS
from services.identity.store.tables import kept, metadata, register
from shared.contracts.identity import TELLS
from shared.service import Service

SERVICE = Service(
    name="identity",
    description=identity.__doc__ or "",
    routers=(persons.router, me.router, keys.router, well_known.router),
    consumers=consumers,
    metadata=metadata,
    kept=kept,
    standings=register.standings,
    procedures={"person": PERSONS, "key": KEYS},
    tells=TELLS,
    equip=open_reception,
    chores=(keep_keys,),
)
