from services.committees.store.register_tables import sessions
from shared.store.migrations import run

run(sessions.metadata)
