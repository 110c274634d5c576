"""`python -m services.hearings api | worker | migrate | procedure | parked`."""

from services.hearings.service import SERVICE
from shared.service import command

if __name__ == "__main__":
    command(SERVICE)
