"""The words of deputies' requests: where one can stand, and what can be done with it."""

from enum import StrEnum


class RequestStage(StrEnum):
    NEW = "new"
    SUBMITTED = "submitted"
    SENT = "sent"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class RequestAct(StrEnum):
    SUBMIT = "submit"
    JOIN = "join"
    LEAVE = "leave"
    READ_OUT = "read_out"
    SEND = "send"
    MOVE_TERM = "move_term"
    TELL_OVERDUE = "tell_overdue"
    ANSWER = "answer"
    REPEAT = "repeat"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    WITHHOLD = "withhold"
    PUBLISH = "publish"
