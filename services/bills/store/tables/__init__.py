"""How bills are kept. The domain does not know it is stored: the mapping is here, and only here."""

from sqlalchemy.orm import registry

from services.bills.domain.bill import Bill
from services.bills.domain.filing import Filing
from services.bills.domain.in_force import ActInForce
from services.bills.domain.referendum.initiative import Initiative
from services.bills.store.tables.acts import bill_acts
from services.bills.store.tables.acts_in_force import (
    act_editions,
    acts_in_force,
    bill_relations,
    change_reasons,
)
from services.bills.store.tables.amendments import (
    amended_elements,
    amendings,
    amendment_series,
    amendments,
)
from services.bills.store.tables.bills import (
    bill_texts,
    bills,
    chronicle,
    number_series,
    proposed_wordings,
)
from services.bills.store.tables.filings import filings, scans
from services.bills.store.tables.metadata import metadata
from services.bills.store.tables.people import known_people
from services.bills.store.tables.record import (
    bill_changes,
    bill_moments,
    bill_search,
    bill_words,
    positions_of_changes,
)
from services.bills.store.tables.referendum import initiatives
from services.bills.store.tables.subscriptions import deliveries, subscriptions, to_tell
from services.bills.store.tables.terms import deadlines, reckonings, tellings, working_days
from shared.store.kept import kept_tables
from shared.store.register import register_tables

__all__ = [
    "act_editions",
    "acts_in_force",
    "amended_elements",
    "amendings",
    "amendment_series",
    "amendments",
    "bill_acts",
    "bill_changes",
    "bill_moments",
    "bill_relations",
    "bill_search",
    "bill_texts",
    "bill_words",
    "bills",
    "change_reasons",
    "chronicle",
    "deadlines",
    "deliveries",
    "filings",
    "initiatives",
    "kept",
    "known_people",
    "metadata",
    "number_series",
    "positions_of_changes",
    "proposed_wordings",
    "reckonings",
    "register",
    "scans",
    "subscriptions",
    "tellings",
    "to_tell",
    "working_days",
]

kept = kept_tables(metadata)
register = register_tables(metadata)

registry(metadata=metadata).map_imperatively(
    Bill, bills, version_id_col=bills.c.version, version_id_generator=False
)
registry(metadata=metadata).map_imperatively(
    Filing, filings, version_id_col=filings.c.version, version_id_generator=False
)
registry(metadata=metadata).map_imperatively(
    ActInForce, acts_in_force, version_id_col=acts_in_force.c.version, version_id_generator=False
)
registry(metadata=metadata).map_imperatively(
    Initiative, initiatives, version_id_col=initiatives.c.version, version_id_generator=False
)
