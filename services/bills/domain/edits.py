"""How much a final edit changes: counted in words, and shown to everyone."""

from collections import Counter
from datetime import datetime

from services.bills.domain.beyond import Edit
from services.bills.domain.texts import Texts


def edit_of(before: Texts, after: Texts, at: datetime) -> Edit:
    """The words put in and taken out, of each language."""
    put_in_kk, taken_out_kk = _changed(before.kk, after.kk)
    put_in_ru, taken_out_ru = _changed(before.ru, after.ru)
    return Edit(
        at=at,
        put_in_kk=put_in_kk,
        taken_out_kk=taken_out_kk,
        put_in_ru=put_in_ru,
        taken_out_ru=taken_out_ru,
    )


def _changed(before: str, after: str) -> tuple[int, int]:
    """Words are counted, wherever they stand: one that moved is neither put in nor taken out."""
    old, new = Counter(before.split()), Counter(after.split())
    return (new - old).total(), (old - new).total()
