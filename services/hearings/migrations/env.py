from services.hearings.service import SERVICE
from shared.store.migrations import run

run(SERVICE.metadata)
