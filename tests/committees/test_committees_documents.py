"""What the service says of itself: its OpenAPI document, and its procedures on paper."""

import pytest

from services.committees.api import elections_given, given, mandates_given, party_lists_shapes
from services.committees.service import SERVICE
from shared.contracts import committees as told
from shared.contracts import elections, guarantees, lists
from shared.service import on_paper
from shared.web.shapes import Given
from tests.a_service import app_of
from tests.committees.builders import PROFILE

BODIES = [
    kind
    for module in (given, mandates_given, elections_given, party_lists_shapes)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Given) and kind is not Given
]


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


async def test_every_operation_has_a_name_of_its_own_and_a_sentence(desk):
    paths = app_of(SERVICE, desk, PROFILE).openapi()["paths"]
    operations = [o for path in paths.values() for o in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert all(operation.get("description") for operation in operations)


def test_the_procedures_can_be_read_by_those_who_read_no_python():
    paper = on_paper(SERVICE)
    assert "nominated --> elected: elect" in paper
    assert "оппозиция возглавляет не меньше комитетов, чем ей гарантировано" in paper
    assert "оппозиция басқара алатын жеткілікті комитет қалады" in paper


def test_the_service_tells_only_what_the_contract_says():
    assert SERVICE.tells == (*told.TELLS, *elections.TELLS, *lists.TELLS, *guarantees.TELLS)


def test_it_hears_of_persons_bills_and_votes():
    assert SERVICE.consumers.hears == {
        "identity": {"person"},
        "bills": {"bill", "working_days"},
        "voting": {"vote", "sitting"},
        "hearings": {"hearing", "governmenthour", "petition"},
    }
