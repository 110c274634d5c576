"""A fact on the wire."""

import pytest

from shared.messaging.envelope import Envelope, NoEnvelope, opened, wrapped
from shared.store.ids import new_id
from tests.messaging.chamber_of_notes import TELLER, NoteChanged
from tests.messaging.times import NOON


def test_what_is_no_fact_or_anothers_is_refused():
    fact = NoteChanged(at=NOON, note_id=new_id(), words="x")
    told = opened(wrapped(fact, event_id=new_id(), sequence=1).as_bytes())

    assert Envelope.read(told, teller=TELLER).data["words"] == "x"
    for astray in (b'{"type": "io.nats.jetstream.api.v1.pub_ack"}', b"[]", b"\xff", b"[" * 99_999):
        with pytest.raises(NoEnvelope):
            opened(astray)
    with pytest.raises(NoEnvelope, match="sequence"):
        Envelope.read(told | {"sequence": 0}, teller=TELLER)
    with pytest.raises(NoEnvelope, match="in the stream of hearings"):
        Envelope.read(told, teller="hearings")
