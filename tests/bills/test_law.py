"""From the adopted law to its publication."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.bills.domain.acts.law import (
    countersign_as_chair,
    countersign_as_prime_minister,
    publish,
    send_to_president,
    sign,
)
from services.bills.domain.publication import NotPublishedThen, Publication
from services.bills.domain.stages import Stage
from shared.contracts.bills import (
    LawCountersigned,
    LawPublished,
    LawSentToPresident,
    LawSigned,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from tests.bills.builders import (
    CHAIR,
    CLERK,
    DEPUTY,
    DEPUTY_CHAIR,
    GOVERNMENT,
    NOON,
    PRESIDENT,
    PRIME_MINISTER,
    a_bill,
    an_occasion,
)

BOTH = frozenset({Role.CHAIR, Role.PRIME_MINISTER})
GAZETTE = Bilingual(kk="«Егемен Қазақстан»", ru="«Казахстанская правда»")


def an_adopted_law(**but):
    return a_bill(**{"stage": Stage.ADOPTED, "adopted_at": NOON} | but)


def test_the_chair_and_the_prime_minister_countersign_in_any_order():
    bill = an_adopted_law()

    countersign_as_prime_minister(bill, an_occasion(PRIME_MINISTER))
    countersign_as_chair(bill, an_occasion(CHAIR))

    assert (bill.stage, bill.countersigned_by) == (Stage.ADOPTED, BOTH)
    facts = [recorded.fact for recorded in bill.take_recorded()]
    assert [(f.by, f.person_id) for f in facts if isinstance(f, LawCountersigned)] == [
        (Role.PRIME_MINISTER, PRIME_MINISTER.person_id),
        (Role.CHAIR, CHAIR.person_id),
    ]


@pytest.mark.parametrize(
    ("act", "actor", "already"),
    [
        (countersign_as_chair, CHAIR, Role.CHAIR),
        (countersign_as_prime_minister, PRIME_MINISTER, Role.PRIME_MINISTER),
    ],
)
def test_nobody_countersigns_twice(act, actor, already):
    bill = an_adopted_law(countersigned_by=frozenset({already}))
    with pytest.raises(NotNow, match="not countersigned yet") as refusal:
        act(bill, an_occasion(actor))
    assert refusal.value.provision == "Constitution 2026, art. 47(3)"


@pytest.mark.parametrize(
    ("act", "actor"),
    [
        (countersign_as_chair, PRIME_MINISTER),
        (countersign_as_chair, DEPUTY_CHAIR),
        (countersign_as_prime_minister, CHAIR),
        (countersign_as_prime_minister, GOVERNMENT),
    ],
)
def test_nobody_countersigns_for_another(act, actor):
    with pytest.raises(NotEntitled):
        act(an_adopted_law(), an_occasion(actor))


@pytest.mark.parametrize(
    "given", [frozenset(), frozenset({Role.CHAIR}), frozenset({Role.PRIME_MINISTER})]
)
def test_a_law_without_both_countersignatures_does_not_leave(given):
    bill = an_adopted_law(countersigned_by=given)
    with pytest.raises(NotNow, match="Prime Minister") as refusal:
        send_to_president(bill, an_occasion(CLERK))
    assert refusal.value.provision == "Constitution 2026, art. 47(3)"


def test_a_law_that_was_not_sent_is_not_signed():
    bill = an_adopted_law(countersigned_by=BOTH)
    with pytest.raises(NotNow):
        sign(bill, an_occasion(PRESIDENT))


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        (datetime(2027, 1, 31, 7, tzinfo=UTC), date(2027, 2, 28)),
        (datetime(2028, 1, 31, 7, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2026, 11, 30, 7, tzinfo=UTC), date(2026, 12, 30)),
        (datetime(2026, 11, 29, 20, tzinfo=UTC), date(2026, 12, 30)),
    ],
    ids=["short month", "leap year", "same number", "the next day already in Astana"],
)
def test_the_presidents_month_ends_on_the_same_number_or_the_last_day(received, last_day):
    bill = an_adopted_law(countersigned_by=BOTH)

    send_to_president(bill, an_occasion(CLERK, received))

    assert (bill.stage, bill.signature_due) == (Stage.SENT_TO_PRESIDENT, last_day)
    [recorded] = bill.take_recorded()
    assert isinstance(recorded.fact, LawSentToPresident)
    assert recorded.fact.signature_due == last_day


def test_the_president_signs():
    bill = a_bill(stage=Stage.SENT_TO_PRESIDENT)
    sign(bill, an_occasion(PRESIDENT))
    assert (bill.stage, bill.signed_at) == (Stage.SIGNED, NOON)
    [recorded] = bill.take_recorded()
    assert recorded.fact == LawSigned(at=NOON, bill_id=bill.id, person_id=PRESIDENT.person_id)


@pytest.mark.parametrize("actor", [CHAIR, PRIME_MINISTER, CLERK, DEPUTY, GOVERNMENT])
def test_nobody_signs_for_the_president(actor):
    with pytest.raises(NotEntitled, match="President"):
        sign(a_bill(stage=Stage.SENT_TO_PRESIDENT), an_occasion(actor))


def a_signed_law():
    return a_bill(stage=Stage.SIGNED, signed_at=NOON)


@pytest.mark.parametrize("actor", [PRESIDENT, GOVERNMENT])
def test_a_published_law_is_in_effect_when_ten_full_days_have_passed(actor):
    bill, published_at = a_signed_law(), NOON + timedelta(hours=2)

    publish(bill, Publication(GAZETTE, published_at), an_occasion(actor, NOON + timedelta(days=1)))

    assert bill.stage is Stage.PUBLISHED
    assert bill.in_effect_on == date(2026, 12, 12)
    [recorded] = bill.take_recorded()
    assert isinstance(recorded.fact, LawPublished)
    assert (recorded.fact.number, recorded.fact.published_in) == (bill.number, GAZETTE)
    assert recorded.fact.in_effect_on == date(2026, 12, 12)


def test_the_day_of_publication_is_the_day_in_astana():
    bill, in_astana_already_the_second = a_signed_law(), NOON.replace(hour=20)
    tomorrow = an_occasion(GOVERNMENT, NOON + timedelta(days=1))

    publish(bill, Publication(GAZETTE, in_astana_already_the_second), tomorrow)

    assert bill.in_effect_on == date(2026, 12, 13)


def test_a_law_may_name_its_own_day_of_effect():
    bill = a_signed_law()
    publish(bill, Publication(GAZETTE, NOON, date(2027, 7, 1)), an_occasion(GOVERNMENT))
    assert bill.in_effect_on == date(2027, 7, 1)


@pytest.mark.parametrize("published_at", [NOON - timedelta(seconds=1), NOON + timedelta(days=2)])
def test_a_law_is_published_after_its_signature_and_not_in_the_future(published_at):
    bill = a_signed_law()
    with pytest.raises(NotPublishedThen):
        publish(
            bill,
            Publication(GAZETTE, published_at),
            an_occasion(GOVERNMENT, NOON + timedelta(days=1)),
        )
    assert bill.stage is Stage.SIGNED


def test_a_law_that_is_not_signed_is_not_published():
    with pytest.raises(NotNow):
        publish(
            a_bill(stage=Stage.SENT_TO_PRESIDENT),
            Publication(GAZETTE, NOON),
            an_occasion(GOVERNMENT),
        )


@pytest.mark.parametrize("actor", [CHAIR, DEPUTY])
def test_only_the_presidents_office_and_the_government_publish(actor):
    with pytest.raises(NotEntitled):
        publish(a_signed_law(), Publication(GAZETTE, NOON), an_occasion(actor))
