"""From which lists deputies come. Read the table."""

from services.committees.domain.conditions.successions import (
    candidate_may_be_excluded,
    party_has_one_list,
    places_are_given_once,
)
from services.committees.domain.grounds import REGISTER
from services.committees.domain.party_list import ListAct, ListStage, PartyList
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

# fmt: off
L, LA = ListStage, ListAct
PARTY_LISTS: Procedure[PartyList] = Procedure(
    #   act          from       to         by             not until                                    under
    Row(LA.ENTER,    L.NEW,     L.ENTERED, [R.REGISTRAR], [party_has_one_list, places_are_given_once], "Constitution 2026, art. 53(1)"),
    Row(LA.EXCLUDE,  L.ENTERED, L.ENTERED, [R.REGISTRAR], [candidate_may_be_excluded],                 REGISTER),
)
# fmt: on
