"""The services the command knows, in the order in which they start."""

from collections.abc import Mapping

from services.bills.service import SERVICE as BILLS
from services.committees.service import SERVICE as COMMITTEES
from services.hearings.service import SERVICE as HEARINGS
from services.identity.service import SERVICE as IDENTITY
from services.voting.service import SERVICE as VOTING
from shared.service import Service

SERVICES: Mapping[str, Service] = {
    service.name: service for service in (IDENTITY, COMMITTEES, BILLS, VOTING, HEARINGS)
}
