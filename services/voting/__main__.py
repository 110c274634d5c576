"""python -m services.voting api | worker | migrate | procedure | parked."""

from services.voting.service import SERVICE
from shared.service import command

if __name__ == "__main__":
    command(SERVICE)
