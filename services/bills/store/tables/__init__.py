"""How bills are kept. The domain does not know it is stored: the mapping is here, and only here."""

from sqlalchemy.orm import registry

from services.bills.domain.bill import Bill
from services.bills.store.tables.bills import bill_texts, bills, chronicle, number_series
from services.bills.store.tables.metadata import metadata
from services.bills.store.tables.people import known_people
from services.bills.store.tables.record import (
    bill_changes,
    bill_moments,
    bill_search,
    bill_words,
    positions_of_changes,
)
from shared.store.kept import kept_tables
from shared.store.register import register_tables

__all__ = [
    "bill_changes",
    "bill_moments",
    "bill_search",
    "bill_texts",
    "bill_words",
    "bills",
    "chronicle",
    "kept",
    "known_people",
    "metadata",
    "number_series",
    "positions_of_changes",
    "register",
]

kept = kept_tables(metadata)
register = register_tables(metadata)

registry(metadata=metadata).map_imperatively(
    Bill, bills, version_id_col=bills.c.version, version_id_generator=False
)
