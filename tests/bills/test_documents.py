"""What the service says of itself: its OpenAPI document, and its procedure on paper."""

import pytest

from services.bills.api import calendar_given, given
from services.bills.domain.heard import FACT_NAMES, HEARD, sentences
from services.bills.service import SERVICE
from shared.contracts import amendments, cosigning, referendum
from shared.contracts import bills as told
from shared.contracts import bills_beyond as beyond
from shared.service import on_paper
from shared.web.shapes import Given
from tests.bills import facts
from tests.bills.builders import QUESTION

BODIES = [
    kind
    for module in (given, calendar_given)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Given) and kind is not Given
]
BILL_ID = QUESTION


@pytest.mark.parametrize("body", BODIES)
def test_every_example_of_a_body_would_be_taken(body):
    examples = body.model_config["json_schema_extra"]["examples"]
    assert examples
    for example in examples:
        body.model_validate(example)


def test_every_field_of_a_body_says_what_it_is():
    unsaid = [
        f"{body.__name__}.{name}"
        for body in BODIES
        for name, field in body.model_fields.items()
        if not field.description
    ]
    assert unsaid == []


async def test_every_operation_has_a_name_of_its_own_and_a_sentence(http):
    paths = (await http.get("/openapi.json")).json()["paths"]
    operations = [o for at, place in paths.items() if "/bills" in at for o in place.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert all(operation.get("description") for operation in operations)


def test_the_procedure_can_be_read_by_those_who_read_no_python():
    paper = on_paper(SERVICE)
    assert "adopted --> sent_to_president: send_to_president" in paper
    assert "закон скреплён подписями Председателя Курултая и Премьер-Министра" in paper


def test_the_service_tells_only_what_the_contract_says():
    of_bills = (*told.TELLS, *beyond.TELLS, *amendments.TELLS, *referendum.TELLS)
    assert SERVICE.tells == (*of_bills, *cosigning.TELLS)


def test_it_hears_others_of_what_is_in_the_chronicle():
    assert {fact.type.split(".")[0] for fact in FACT_NAMES} <= set(SERVICE.consumers.hears)
    assert set(FACT_NAMES) == set(HEARD.values())


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (facts.a_hearing_cancelled(BILL_ID), [facts.SUMMARY.ru]),
        (facts.a_hearing_held(BILL_ID), []),
        (
            facts.a_conclusion(BILL_ID, 2, favourable=False),
            [
                f"Головной комитет: {facts.COMMITTEE_NAME.ru}.",
                "Отрицательное заключение к чтению № 2.",
                facts.SUMMARY.ru,
            ],
        ),
    ],
)
def test_what_others_tell_is_said_in_sentences(fact, said):
    assert [sentence.ru for sentence in sentences(fact)] == said


def test_a_reader_of_english_is_given_the_parliaments_words_in_kazakh():
    [theme, _] = sentences(facts.a_hearing_called(BILL_ID))
    assert (theme.en, theme.ru) == (facts.THEME.kk, facts.THEME.ru)
