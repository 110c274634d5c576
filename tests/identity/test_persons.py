"""Persons enter the register: by the registrar, by a clerk, and once by founding."""

import pytest

from services.identity.domain.acts import found, register
from services.identity.domain.stages import PersonStage
from shared.contracts.identity import PersonRegistered
from shared.kernel.errors import NotEntitled, NotNow
from tests.identity.builders import (
    CLERK,
    CLOCK,
    DEPUTY,
    NAME,
    NOBODY,
    NOON,
    REGISTRAR,
    THE_REGISTER,
    a_person,
    an_occasion,
)


@pytest.mark.parametrize("by", [REGISTRAR, CLERK])
def test_the_registrar_and_the_clerks_register_persons(by):
    person = a_person()

    register(person, an_occasion(by))

    assert person.stage is PersonStage.REGISTERED
    [told] = person.take_recorded()
    assert told.fact == PersonRegistered(at=NOON, person_id=person.id, name=NAME, founder=False)


@pytest.mark.parametrize("by", [DEPUTY, NOBODY, CLOCK])
def test_nobody_else_registers_anyone(by):
    with pytest.raises(NotEntitled, match="registrar, clerk") as refused:
        register(a_person(), an_occasion(by))
    assert refused.value.provision.startswith("rules of the service")


def test_the_founder_is_registered_as_such():
    person = a_person()

    found(person, an_occasion(THE_REGISTER))

    [told] = person.take_recorded()
    assert told.fact.founder is True
    [line] = person.take_acts()
    assert (line.act, line.person_id, line.role) == ("found", None, "registrar")


def test_there_is_one_founder_only():
    second = a_person(founder_known=True)

    with pytest.raises(NotNow, match="the founder's place is free"):
        found(second, an_occasion(THE_REGISTER))

    assert second.founder is False
    assert second.take_recorded() == []


def test_a_registered_person_is_not_registered_again():
    person = a_person()
    register(person, an_occasion())

    with pytest.raises(NotNow, match="not open to anyone"):
        register(person, an_occasion())


def test_a_person_carries_no_number():
    assert not [name for name in vars(a_person()) if "iin" in name]
