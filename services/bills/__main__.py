"""python -m services.bills api | worker | migrate | procedure | parked."""

from services.bills.service import SERVICE
from shared.service import command

if __name__ == "__main__":
    command(SERVICE)
