"""What concerns one deputy: their bills and amendments, and those to be signed."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.bills.store.lists import LINE
from services.bills.store.tables import amendments, bills

OF_AN_AMENDMENT = ("id", "version", "bill_id", "number", "stage", "address", "filed_at")


def _has(column: sa.Column[Any], part: object) -> sa.ColumnElement[bool]:
    """JSON that contains this; the index on it finds it."""
    return column.op("@>", is_comparison=True)(sa.cast([part], JSONB))


def bills_of(person_id: UUID) -> sa.Select[Any]:
    """Bills that the deputy initiated or signed; `part` says which.

    A signature that was ended stays on file, and the bill is not theirs by it.
    """
    mine = bills.c.initiator_id == person_id
    standing = {"person_id": str(person_id), "ended_at": None}
    part = sa.case((mine, "initiator"), else_="co_initiator").label("part")
    columns = [bills.c[name] for name in LINE]
    return sa.select(*columns, part).where(sa.or_(mine, _has(bills.c.signatures, standing)))


def amendments_of(person_id: UUID) -> sa.Select[Any]:
    """Amendments that the deputy filed or signed, or is asked to sign; `part` says which."""
    mine = amendments.c.author_id == person_id
    signed = _has(amendments.c.co_authors, str(person_id))
    invited = _has(amendments.c.invited, str(person_id))
    part = sa.case((mine, "author"), (signed, "co_author"), else_="invited").label("part")
    columns = [amendments.c[name] for name in OF_AN_AMENDMENT]
    of_bill = (bills.c.number.label("bill_number"), bills.c.title.label("bill_title"))
    return (
        sa.select(*columns, *of_bill, part)
        .join_from(amendments, bills, bills.c.id == amendments.c.bill_id)
        .where(sa.or_(mine, signed, invited))
    )
