"""What is written about facts is what they are; and a fact does not change under its version."""

import json
from base64 import b64decode
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from kurultai.facts import FactChanged, broken, pages, write_pages
from kurultai.facts.examples import SECRET
from kurultai.facts.schemas import facts, schemas
from kurultai.registry import SERVICES
from shared.messaging.envelope import Envelope
from shared.messaging.keys import derived
from shared.messaging.signatures import Keyring
from tests.messaging.times import NOON

WRITTEN = Path(__file__).parents[2] / "docs" / "facts"
ASYNCAPI_3 = json.loads((Path(__file__).parent / "schemas" / "asyncapi-3.0.0.json").read_text())
FACTS, PAGES = facts(), pages()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_of_a_fact_is_in_step(path):
    assert (WRITTEN / path).read_text("utf-8") == PAGES[path]


def test_nothing_is_written_of_facts_that_are_told_no_more():
    there = {str(file.relative_to(WRITTEN)) for file in WRITTEN.rglob("*.*")}
    assert there == set(PAGES)


def test_the_document_is_asyncapi_3():
    faults = [fault.message for fault in Draft7Validator(ASYNCAPI_3).iter_errors(read())]
    assert faults == []
    wrong = read() | {"channels": [], "operations": {"told": {"action": "shout"}}}
    assert len(list(Draft7Validator(ASYNCAPI_3).iter_errors(wrong))) > 1


def test_every_fact_is_in_it_with_its_subject_its_case_and_its_order():
    told = read()
    messages = told["components"]["messages"]

    assert set(messages) == set(FACTS) == {f.type for s in SERVICES.values() for f in s.tells}
    for name, message in messages.items():
        (envelope,) = [Envelope.model_validate(e["payload"]) for e in message["examples"]]
        channel = told["channels"][name.rpartition(".")[0]]
        assert channel["address"].format(case=envelope.case_id) == envelope.address
        assert message["x-about"] == envelope.about == FACTS[name].about
        order = message["x-order-key"].format(**{f"{envelope.about}_id": envelope.case_id})
        assert order == envelope.subject


def test_every_reference_leads_somewhere():
    told = read()
    for operation in told["operations"].values():
        channel = followed(told, operation["channel"]["$ref"])
        for message in operation["messages"]:
            assert followed(told, message["$ref"]) in channel["messages"].values()
    for channel in told["channels"].values():
        assert all(followed(told, m["$ref"])["payload"] for m in channel["messages"].values())


def test_who_acts_on_what_is_as_the_services_hear_it():
    operations = read()["operations"]
    heard = {
        f"{name}.hears.{fact}"
        for name, service in SERVICES.items()
        for fact in service.consumers.acts_on
    }
    assert {name for name in operations if operations[name]["action"] == "receive"} == heard
    assert len(heard) > 20


@pytest.mark.parametrize("name", FACTS)
def test_the_example_of_a_fact_fits_its_schema_and_is_signed(name):
    message = read()["components"]["messages"][name]
    (example,) = message["examples"]
    told, payload = example["payload"], Draft7Validator(message["payload"], registry=files())

    assert payload.is_valid(told)
    assert FACTS[name].model_validate(told["data"]).model_dump(mode="json") == told["data"]
    key = b64decode(read()["info"]["x-example-keys"][name.split(".")[0]])
    teller = {name.split(".")[0]: (Ed25519PublicKey.from_public_bytes(key),)}
    Keyring(derived(SECRET, "nobody"), teller).check(told, NOON)
    for field in FACTS[name].model_json_schema()["required"]:
        data = {kept: value for kept, value in told["data"].items() if kept != field}
        assert not payload.is_valid(told | {"data": data}), field


def test_no_fact_has_a_number_that_json_writes_in_more_than_one_way():
    assert '"type": "number"' not in "".join(PAGES.values())


def drafted(change):
    """The schemas with one fact changed."""
    after = deepcopy(schemas())
    change(after["bills.bill_drafted.v1"])
    return after


def remove(schema):
    del schema["properties"]["title"]


def retype(schema):
    schema["properties"]["bill_id"] = {"type": "integer"}


def loosen(schema):
    schema["properties"]["bill_id"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def another_format(schema):
    schema["properties"]["at"]["format"] = "date"


def remove_within(schema):
    del schema["$defs"]["Bilingual"]["properties"]["kk"]


def retype_within(schema):
    schema["$defs"]["Bilingual"]["properties"]["kk"]["maxLength"] = 20


def take_a_word_away(schema):
    schema["$defs"]["BillKind"]["enum"].remove("law")


def add_without_a_default(schema):
    schema["properties"]["urgent"] = {"type": "boolean"}
    schema["required"].append("urgent")


def need_what_was_not_needed(schema):
    schema["required"].append("send_by")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (remove, "title is gone"),
        (retype, "bill_id has another type"),
        (loosen, "bill_id is of other types"),
        (another_format, "at has another format"),
        (remove_within, "title.kk is gone"),
        (retype_within, "title.kk has another maxLength"),
        (take_a_word_away, "kind can no longer be law"),
        (add_without_a_default, "urgent is needed"),
        (need_what_was_not_needed, "send_by is needed"),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)
def test_a_fact_that_is_changed_is_refused_under_its_old_version(change, complaint):
    before, after = schemas(), drafted(change)

    said = broken(before, after)

    assert any(complaint in each for each in said)
    assert all(each.startswith("bills.bill_drafted.v1: ") for each in said)


def test_a_default_that_changes_changes_what_facts_of_before_mean():
    after = deepcopy(schemas())
    after["identity.person_registered.v1"]["properties"]["founder"]["default"] = True

    assert broken(schemas(), after) == [
        "identity.person_registered.v1: the default of founder is another"
    ]


def test_a_field_that_is_added_with_a_default_is_no_change():
    def add(schema):
        schema["properties"]["urgent"] = {"type": "boolean", "default": False}
        schema["$defs"]["BillKind"]["enum"].append("regulation")
        schema["description"] = "Said in other words."

    assert broken(schemas(), drafted(add)) == []


def test_a_changed_fact_is_written_as_its_next_version_only(tmp_path):
    write_pages(tmp_path)
    snapshot = tmp_path / "schemas" / "bills.bill_drafted.v1.json"
    before = json.loads(snapshot.read_text("utf-8"))
    before["properties"]["urgent"] = {"type": "boolean"}
    snapshot.write_text(json.dumps(before))
    document_before = (tmp_path / "asyncapi.yaml").stat().st_mtime_ns

    with pytest.raises(FactChanged, match=r"bills\.bill_drafted\.v1: urgent is gone"):
        write_pages(tmp_path)

    assert json.loads(snapshot.read_text()) == before
    assert (tmp_path / "asyncapi.yaml").stat().st_mtime_ns == document_before
    snapshot.rename(snapshot.with_name("bills.bill_drafted.v0.json"))
    write_pages(tmp_path)
    assert sorted(f.name for f in snapshot.parent.glob("bills.bill_drafted.*")) == [snapshot.name]
    later = {name: s for name, s in schemas().items() if name != "bills.bill_drafted.v1"}
    assert broken(schemas(), later) == [
        "bills.bill_drafted.v1: is told no more, and no later version is"
    ]
    assert broken(schemas(), later | {"bills.bill_drafted.v2": {}}) == []


@cache
def read():
    return yaml.safe_load((WRITTEN / "asyncapi.yaml").read_text("utf-8"))


def followed(told, reference):
    for name in reference.removeprefix("#/").split("/"):
        told = told[name]
    return told


@cache
def files() -> Registry:
    """The schemas beside the document, as it refers to them."""
    found = WRITTEN.glob("schemas/*.json")
    resources = {
        f"./schemas/{file.name}": Resource.from_contents(json.loads(file.read_text()))
        for file in found
    }
    return Registry().with_resources(resources.items())
