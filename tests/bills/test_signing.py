"""Deputies sign a draft, each in person, and only what they saw."""

from datetime import timedelta

import pytest

from services.bills.domain import told
from services.bills.domain.acts.introduction import introduce, return_incomplete, revise
from services.bills.domain.acts.signing import sign_draft, take_signature_back
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.signatures import Ending
from services.bills.domain.stages import Act, Stage
from services.bills.domain.texts import Texts
from shared.contracts.bills import BillRevised
from shared.contracts.cosigning import BillSignaturesEnded, BillSignatureTakenBack, BillSigned
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.occasion import Occasion
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    NOON,
    PRESIDENT,
    REASON,
    TEXTS,
    TITLE,
    a_bill,
    a_proposal,
    an_occasion,
    facts_of,
)
from tests.bills.signing import A_DEPUTY, ONE_MORE, rules_that_ask_for

TOGETHER = "rules profile: initiative.deputies_min (recalled)"
NAME = Bilingual(kk="Депутат 12", ru="Депутат 12")
OTHER_TEXTS = Texts("1-бап. Басқа деректер", "Статья 1. Другие данные")
OTHER_TITLE = Bilingual(kk="Жабық деректер туралы", ru="О закрытых данных")


def sign(bill, by, at=NOON):
    sign_draft(bill, NAME, an_occasion(by, at))


def signers(bill):
    return [signature.person_id for signature in bill.co_initiators]


def introduce_with(bill, deputies):
    introduce(bill, Occasion.under(rules_that_ask_for(deputies), DEPUTY, NOON))


def test_a_deputy_signs_the_words_that_stand():
    bill = a_bill(text_version=3)
    sign(bill, ANOTHER_DEPUTY)

    [signature] = bill.co_initiators
    assert (signature.person_id, signature.name) == (ANOTHER_DEPUTY.person_id, NAME)
    assert (signature.title, signature.text_version) == (TITLE, 3)
    assert signature.digests == TEXTS.digests
    [fact] = facts_of(bill)
    assert isinstance(fact, BillSigned)
    assert (fact.person_id, fact.digests, fact.deputies) == (
        ANOTHER_DEPUTY.person_id,
        TEXTS.digests,
        2,
    )
    assert (bill.stage, bill.version) == (Stage.DRAFT, 1)


@pytest.mark.parametrize("by", [CLERK, PRESIDENT, GOVERNMENT])
def test_who_is_no_deputy_signs_nothing(by):
    bill = a_bill()
    with pytest.raises(NotEntitled):
        sign(bill, by)
    assert (bill.signatures, bill.version) == ((), 0)


def test_nobody_signs_twice_and_the_initiator_not_at_all():
    bill = a_bill()
    sign(bill, ANOTHER_DEPUTY)
    for by, sentence in ((ANOTHER_DEPUTY, "has not signed this draft"), (DEPUTY, "initiator")):
        with pytest.raises(NotNow, match=sentence) as refusal:
            sign(bill, by)
        assert refusal.value.provision == TOGETHER
    assert signers(bill) == [ANOTHER_DEPUTY.person_id]


@pytest.mark.parametrize("initiator", [Role.PRESIDENT, Role.GOVERNMENT, Role.PEOPLES_COUNCIL])
def test_deputies_sign_only_what_deputies_initiate(initiator):
    with pytest.raises(NotNow, match="one of deputies") as refusal:
        sign(a_bill(initiator=initiator), ANOTHER_DEPUTY)
    assert refusal.value.provision == "Constitution 2026, art. 60(1)"


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.DRAFT}))
def test_only_a_draft_is_signed_and_only_under_a_draft_is_a_signature_taken_back(stage):
    bill = a_bill()
    sign(bill, ANOTHER_DEPUTY)
    bill.stage = stage
    with pytest.raises(NotNow):
        sign(bill, A_DEPUTY)
    with pytest.raises(NotNow):
        take_signature_back(bill, an_occasion(ANOTHER_DEPUTY))
    assert signers(bill) == [ANOTHER_DEPUTY.person_id]


def test_a_signature_is_taken_back_by_its_deputy_and_stays_on_file():
    bill = a_bill()
    sign(bill, ANOTHER_DEPUTY)
    sign(bill, A_DEPUTY)
    facts_of(bill)
    take_signature_back(bill, an_occasion(ANOTHER_DEPUTY, NOON + timedelta(hours=1)))

    assert signers(bill) == [A_DEPUTY.person_id]
    assert bill.signatures[0].ending is Ending.TAKEN_BACK
    [fact] = facts_of(bill)
    assert isinstance(fact, BillSignatureTakenBack)
    assert (fact.person_id, fact.deputies) == (ANOTHER_DEPUTY.person_id, 2)
    with pytest.raises(NotNow, match="signature of the deputy stands"):
        take_signature_back(bill, an_occasion(ANOTHER_DEPUTY))
    sign(bill, ANOTHER_DEPUTY, NOON + timedelta(hours=2))
    assert signers(bill) == [A_DEPUTY.person_id, ANOTHER_DEPUTY.person_id]


@pytest.mark.parametrize(
    "change", [{"texts": OTHER_TEXTS}, {"title": OTHER_TITLE}, {"texts": Texts(TEXTS.kk, "")}]
)
def test_other_words_end_the_signatures_and_the_record_says_so(change):
    bill, later = a_bill(), NOON + timedelta(hours=1)
    sign(bill, ANOTHER_DEPUTY)
    sign(bill, A_DEPUTY)
    facts_of(bill)
    revise(bill, a_proposal(**change), an_occasion(DEPUTY, later))

    assert bill.co_initiators == ()
    assert {each.ending for each in bill.signatures} == {Ending.DRAFT_CHANGED}
    assert [each.digests for each in bill.signatures] == [TEXTS.digests] * 2
    revised, ended = facts_of(bill)
    assert isinstance(revised, BillRevised)
    assert isinstance(ended, BillSignaturesEnded)
    assert ended.people == (ANOTHER_DEPUTY.person_id, A_DEPUTY.person_id)
    [sentence] = told.sentences(bill, Act.REVISE, later)
    assert "ended: 2" in sentence.en
    sign(bill, ANOTHER_DEPUTY, later)
    assert bill.co_initiators[0].digests == bill.digests


def test_what_is_not_its_words_may_change_under_a_signature():
    bill, later = a_bill(), NOON + timedelta(hours=1)
    sign(bill, ANOTHER_DEPUTY)
    facts_of(bill)
    revise(bill, a_proposal(package=(), touches_budget=True), an_occasion(DEPUTY, later))
    assert signers(bill) == [ANOTHER_DEPUTY.person_id]
    assert [type(fact) for fact in facts_of(bill)] == [BillRevised]
    assert told.sentences(bill, Act.REVISE, later) == ()


def test_a_bill_that_was_returned_keeps_its_signatures():
    bill = a_bill()
    sign(bill, ANOTHER_DEPUTY)
    introduce_with(bill, 2)
    return_incomplete(bill, REASON, an_occasion(CLERK))
    assert signers(bill) == [ANOTHER_DEPUTY.person_id]
    take_signature_back(bill, an_occasion(ANOTHER_DEPUTY))
    with pytest.raises(NotNow, match="as many deputies"):
        introduce_with(bill, 2)


def test_a_bill_is_introduced_when_as_many_are_for_it_as_the_rules_ask_for():
    bill = a_bill()
    sign(bill, ANOTHER_DEPUTY)
    with pytest.raises(NotNow, match="as many deputies as the rules ask for") as refusal:
        introduce_with(bill, 3)
    assert (refusal.value.provision, bill.stage) == (TOGETHER, Stage.DRAFT)
    sign(bill, ONE_MORE)
    introduce_with(bill, 3)
    assert bill.stage is Stage.SUBMITTED


def test_who_is_no_deputy_any_more_does_not_count():
    bill = a_bill(no_longer_deputies=frozenset({ANOTHER_DEPUTY.person_id}))
    sign(bill, ANOTHER_DEPUTY)
    with pytest.raises(NotNow, match="still hold their mandates"):
        introduce_with(bill, 2)


@pytest.mark.parametrize("initiator", [Role.PRESIDENT, Role.GOVERNMENT, Role.PEOPLES_COUNCIL])
def test_others_need_no_deputies(initiator):
    bill = a_bill(initiator=initiator)
    rules = Occasion.under(rules_that_ask_for(100), an_occasion().by, NOON).rules
    row = next(row for row in PROCEDURE.rows if row.act == Act.INTRODUCE)
    [asked] = [each for each in row.when if "as many deputies" in each.sentence.en]
    assert asked.holds(bill, Occasion(DEPUTY, NOON, rules))
