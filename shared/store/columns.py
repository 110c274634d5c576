"""Columns that tables of every service have in common."""

from enum import StrEnum
from functools import cached_property

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.dialects.postgresql import JSONB

Moment: sa.TIMESTAMP = sa.TIMESTAMP(timezone=True)


def words[E: StrEnum](kind: type[E], *, length: int = 40) -> sa.Enum:
    """A closed list of words, stored as text so that adding one is not a migration of a type."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda members: [member.value for member in members],
    )


def case_columns(stage: type[StrEnum]) -> tuple[sa.Column[object], ...]:
    """What every case has: `id`, the `stage` it stands at, and `version`, the facts told of it."""
    return (
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("stage", words(stage), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )


class Shaped[M](sa.TypeDecorator[M]):
    """A frozen Pydantic shape kept as JSON: checked on the way in and on the way out."""

    # Nothing is NULL and not the null of JSON, which a constraint would take for something.
    impl = JSONB(none_as_null=True)
    cache_ok = True

    def __init__(self, shape: type[M]) -> None:
        super().__init__()
        self.shape = shape

    @cached_property
    def _adapter(self) -> TypeAdapter[M]:
        """Made once for a column: making it takes longer than a hundred values."""
        return TypeAdapter(self.shape)

    def process_bind_param(self, value: M | None, _: sa.Dialect) -> object:
        if value is None:
            return None
        return self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: object, _: sa.Dialect) -> M | None:
        return None if value is None else self._adapter.validate_python(value)
