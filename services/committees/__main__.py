"""python -m services.committees api | worker | migrate | procedure | parked."""

from services.committees.service import SERVICE
from shared.service import command

if __name__ == "__main__":
    command(SERVICE)
