"""python -m services.identity api | worker | migrate | procedure | parked."""

from services.identity.service import SERVICE
from shared.service import command

if __name__ == "__main__":
    command(SERVICE)
