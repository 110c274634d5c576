"""Offices are taken and left."""

from services.committees.domain.office import Office
from services.committees.domain.procedure import OFFICES
from services.committees.domain.stages import OfficeAct
from shared.contracts.committees import OfficeLeft, OfficeTaken
from shared.kernel.occasion import Occasion


def found(office: Office, occasion: Occasion) -> None:
    """The founder opens the register as its registrar. Raises NotNow if it was opened before."""
    OFFICES.take(office, OfficeAct.FOUND, occasion)
    _hold(office, occasion)


def take(office: Office, occasion: Occasion) -> None:
    """Enter that a person takes an office.

    Raises:
        NotNow: the Kurultai elects to that office, it is not vacant, the person has no
            mandate where one is needed, or the body is wrong. All of it is named.
        NotEntitled: only the registrar enters offices.
    """
    OFFICES.take(office, OfficeAct.TAKE, occasion)
    _hold(office, occasion)


def elect(office: Office, occasion: Occasion) -> None:
    """The Kurultai elected to the office."""
    OFFICES.take(office, OfficeAct.ELECT, occasion)
    _hold(office, occasion)


def leave(office: Office, ground: str, occasion: Occasion) -> None:
    """The office ends at that moment. Raises NotNow for the last registrar.

    Guarantees to the opposition do not stand in the way: the law is silent on it, and the
    breach is shown for everyone to see.
    """
    OFFICES.take(office, OfficeAct.END, occasion)
    _leave(office, ground, occasion)


def lapse(office: Office, ground: str, occasion: Occasion) -> None:
    """The office of a deputy ends with the mandate."""
    office.mandate_ended = True
    OFFICES.take(office, OfficeAct.LAPSE, occasion)
    _leave(office, ground, occasion)


def expire(office: Office, occasion: Occasion) -> None:
    """The term that was decided is over. Raises NotNow before that."""
    OFFICES.take(office, OfficeAct.EXPIRE, occasion)
    _leave(office, f"the term ended on {office.last_day}", occasion)


def recall(office: Office, ground: str, occasion: Occasion) -> None:
    """The Kurultai recalled the holder, or accepted the resignation (art. 57(2))."""
    OFFICES.take(office, OfficeAct.RECALL, occasion)
    _leave(office, ground, occasion)


def _hold(office: Office, occasion: Occasion) -> None:
    office.record(
        OfficeTaken(
            at=occasion.at,
            office_id=office.id,
            person_id=office.person_id,
            role=office.role,
            body_id=office.body_id,
            since=office.since,
        )
    )


def _leave(office: Office, ground: str, occasion: Occasion) -> None:
    office.until, office.ended_on = occasion.at, ground
    office.record(
        OfficeLeft(
            at=occasion.at,
            office_id=office.id,
            person_id=office.person_id,
            role=office.role,
            body_id=office.body_id,
            until=occasion.at,
        )
    )
