from services.committees.store.tables import metadata
from shared.store.migrations import run

run(metadata)
