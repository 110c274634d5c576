"""How bills are kept. The domain does not know it is stored: the mapping is here, and only here."""

from sqlalchemy.orm import registry

from services.bills.domain.bill import Bill
from services.bills.store.tables.acts import bill_acts
from services.bills.store.tables.amendments import (
    amended_elements,
    amendings,
    amendment_series,
    amendments,
)
from services.bills.store.tables.bills import bill_texts, bills, chronicle, number_series
from services.bills.store.tables.metadata import metadata
from services.bills.store.tables.people import known_people
from shared.store.kept import kept_tables
from shared.store.register import register_tables

__all__ = [
    "amended_elements",
    "amendings",
    "amendment_series",
    "amendments",
    "bill_acts",
    "bill_texts",
    "bills",
    "chronicle",
    "kept",
    "known_people",
    "metadata",
    "number_series",
    "register",
]

kept = kept_tables(metadata)
register = register_tables(metadata)

registry(metadata=metadata).map_imperatively(
    Bill, bills, version_id_col=bills.c.version, version_id_generator=False
)
