from services.hearings.store.tables import metadata
from shared.store.migrations import run

run(metadata)
