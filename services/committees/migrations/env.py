from services.committees.store import (
    conclusion_requests_tables,
    register_tables,
    requests_tables,
    results_tables,
)
from shared.store.migrations import run

PARTS = (register_tables, requests_tables, conclusion_requests_tables, results_tables)
"""Each declares some of the tables, all of them in one metadata."""

run(PARTS[0].metadata)
