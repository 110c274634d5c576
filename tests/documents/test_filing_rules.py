"""Who files what, as the table has it; and the files of a package, where the rules ask for them."""

from datetime import date
from uuid import uuid4

import pytest

from services.bills.domain.acts.filing import may_file
from services.bills.domain.acts.introduction import introduce
from services.bills.domain.filing import Filing, FilingAct
from services.bills.domain.filing_procedure import FILINGS
from services.bills.domain.package import DocumentKind
from services.bills.domain.requirements_of_files import FILES
from services.bills.domain.stages import Stage
from shared.contracts.filings import FilingKind, FilingLanguage
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from tests.bills.builders import COMMITTEE, NOON, PROFILE, a_bill, an_occasion


def a_filing(kind=FilingKind.COMMITTEE_CONCLUSION, **bill):
    whole = a_bill(**{"stage": Stage.IN_COMMITTEE, "lead_committee_id": COMMITTEE} | bill)
    filing = Filing(uuid4(), whole.id, kind, FilingLanguage.KK, "Қорытынды")
    filing.bill = whole
    return filing


def staff(role, committee):
    return Actor(uuid4(), frozenset({Standing(role, committee)}))


def test_every_document_of_a_package_may_be_filed_as_a_file():
    assert {kind.value for kind in DocumentKind} <= {kind.value for kind in FilingKind}


@pytest.mark.parametrize("role", [Role.COMMITTEE_CHAIR, Role.COMMITTEE_SECRETARY])
def test_the_staff_of_the_lead_committee_files_its_conclusion_and_no_other(role):
    own = an_occasion(staff(role, COMMITTEE))
    assert may_file(a_filing(), own) is FilingAct.FILE_AS_COMMITTEE
    with pytest.raises(NotNow, match="lead committee of this bill"):
        may_file(a_filing(), an_occasion(staff(role, uuid4())))
    with pytest.raises(NotNow, match="lead committee of this bill"):
        may_file(a_filing(lead_committee_id=None), own)
    with pytest.raises(NotNow, match="rules let the lead committee"):
        may_file(a_filing(FilingKind.GOVERNMENT_CONCLUSION), own)


def test_every_condition_of_filing_is_said_in_three_languages():
    sentences = {condition.sentence for row in FILINGS.rows for condition in row.when}
    assert len(sentences) == 9
    assert all(len({s.kk, s.ru, s.en}) == 3 for s in sentences)


def test_where_the_rules_ask_for_them_the_files_of_the_package_must_be_on_file():
    bill = a_bill()
    asks = an_occasion_where_files_are_asked_for()

    with pytest.raises(NotNow, match="file of every document of the package") as refusal:
        introduce(bill, asks)

    assert refusal.value.provision == f"rules profile: {FILES} (unknown)"
    bill.digests_on_file = frozenset(document.digest for document in bill.package)
    introduce(bill, asks)
    assert bill.stage is Stage.SUBMITTED


def test_where_they_do_not_a_package_without_files_will_do():
    bill = a_bill()
    introduce(bill, an_occasion())
    assert bill.stage is Stage.SUBMITTED


def an_occasion_where_files_are_asked_for():
    line = PROFILE.parameters[FILES]
    since = date(2026, 7, 1)
    asked = line.versions[since].model_copy(update={"value": True})
    parameters = dict(PROFILE.parameters) | {
        FILES: line.model_copy(update={"versions": {since: asked}})
    }
    profile = PROFILE.model_copy(update={"parameters": parameters})
    profile.__dict__.pop("_days", None)
    return Occasion.under(profile, an_occasion().by, NOON)
