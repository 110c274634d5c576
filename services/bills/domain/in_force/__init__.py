"""Acts in force, which bills amend: their register."""

from services.bills.domain.in_force.act import ActInForce, Edition
from services.bills.domain.in_force.procedure import ACTS_IN_FORCE

__all__ = ["ACTS_IN_FORCE", "ActInForce", "Edition"]
