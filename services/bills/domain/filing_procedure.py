"""Who may file which document with a bill, and when."""

from services.bills.domain.bill import INITIATORS
from services.bills.domain.filing import Filing
from services.bills.domain.filing import FilingAct as A
from services.bills.domain.filing import FilingStage as S
from services.bills.domain.filing_conditions import (
    OF_APPARATUS,
    STAFF,
    apparatus_files_such,
    bill_is_a_draft,
    bill_is_introduced,
    committee_files_such,
    filed_for_the_initiator,
    filed_for_the_lead_committee,
    government_files_such,
    initiator_files_such,
    replaces_the_newest,
)
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

# fmt: off
FILINGS: Procedure[Filing] = Procedure(
    #   act                  from   to         by              not until                                                                              under
    Row(A.FILE_AS_INITIATOR,  S.NEW, S.ON_FILE, INITIATORS,     [filed_for_the_initiator, bill_is_a_draft, initiator_files_such, replaces_the_newest], "Law 480-V, art. 29(1), 29(2)"),
    Row(A.FILE_AS_GOVERNMENT, S.NEW, S.ON_FILE, [R.GOVERNMENT], [bill_is_introduced, government_files_such, replaces_the_newest],                      "Constitution 2026, art. 60(6)"),
    Row(A.FILE_AS_COMMITTEE,  S.NEW, S.ON_FILE, STAFF,          [filed_for_the_lead_committee, committee_files_such, replaces_the_newest],             "Constitution 2026, art. 59(2)"),
    Row(A.FILE_AS_APPARATUS,  S.NEW, S.ON_FILE, [R.CLERK],      [apparatus_files_such, replaces_the_newest],                                           OF_APPARATUS),
)
# fmt: on
