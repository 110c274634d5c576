"""The secret link by which a calendar program reads a deputy's sittings without a token."""

from hashlib import sha256

from shared.kernel.errors import NotFound
from shared.kernel.text import Text

SECRET_BYTES = 32
"""256 bits: nobody finds a link by trying."""

NO_SUCH_CALENDAR = Text(
    kk="Мұндай күнтізбе жоқ: сілтеме қате, жойылған немесе жаңасымен алмастырылған, не депутаттың "
    "мандаты аяқталған.",
    ru="Такого календаря нет: ссылка неверна, отозвана или заменена новой, либо мандат депутата "
    "прекращён.",
    en="There is no such calendar: the link is wrong, ended or replaced by a new one, or the "
    "deputy's mandate is over.",
)


class CalendarNotFound(NotFound):
    code = "calendar-not-found"


def digest_of(secret: str) -> bytes:
    """What is kept of the secret: who reads the table cannot read a calendar."""
    return sha256(secret.encode()).digest()
