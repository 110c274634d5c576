from services.voting.store.tables import metadata
from shared.store.migrations import run

run(metadata)
