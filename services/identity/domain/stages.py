"""The words of the two procedures: where a person or a key can stand, and what can be done."""

from enum import StrEnum


class PersonStage(StrEnum):
    NEW = "new"
    REGISTERED = "registered"


class PersonAct(StrEnum):
    FOUND = "found"
    REGISTER = "register"


class KeyStage(StrEnum):
    NEW = "new"
    PUBLISHED = "published"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


class KeyAct(StrEnum):
    ROTATE = "rotate"
    RENEW = "renew"
    ACTIVATE = "activate"
    SUPERSEDE = "supersede"
    RETIRE = "retire"
    WITHDRAW = "withdraw"
