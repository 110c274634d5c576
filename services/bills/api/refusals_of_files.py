"""Why a file cannot be taken or given now, and the words for it."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from shared.files import FileGone, FilesAway
from shared.kernel.errors import Invalid, NotNow
from shared.kernel.text import Text
from shared.web.refusals import EdgeRefusal

log = structlog.get_logger()


class StorageAway(EdgeRefusal):
    status = 503
    code = "storage-away"
    title = Text(
        kk="Құжаттар қоймасы қолжетімсіз",
        ru="Хранилище документов недоступно",
        en="The store of documents is away",
    )
    words = Text(
        kk="Құжаттар қоймасы қазір жауап бермейді. Біраздан кейін қайталаңыз.",
        ru="Хранилище документов сейчас не отвечает. Повторите немного позже.",
        en="The store of documents does not answer at the moment. Try again shortly.",
    )

    def __init__(self) -> None:
        super().__init__(retry_after="2")


class RangeNotThere(EdgeRefusal):
    status = 416
    code = "range-not-there"
    title = Text(kk="Мұндай бөлік жоқ", ru="Такой части нет", en="There is no such part")
    words = Text(
        kk="Сұралған бөлік файлдың шегінен тыс.",
        ru="Запрошенная часть лежит за пределами файла.",
        en="The part that is asked for lies outside the file.",
    )

    def __init__(self, size: int) -> None:
        super().__init__(content_range=f"bytes */{size}")


class DocumentWaiting(NotNow):
    code = "document-waiting"


class DocumentInfected(NotNow):
    code = "document-infected"


class BadDigest(Invalid):
    code = "bad-digest"


WAITING = Text(
    kk="Құжат вирусқа әлі тексерілген жоқ. Біраздан кейін қайталаңыз.",
    ru="Документ ещё не проверен на вирусы. Повторите немного позже.",
    en="The document has not been looked at for viruses yet. Try again shortly.",
)
INFECTED = Text(
    kk="Құжаттан вирус табылды ({found}), сондықтан ол берілмейді.",
    ru="В документе найден вирус ({found}), поэтому он не выдаётся.",
    en="A virus was found in the document ({found}), so it is not given out.",
)
NO_DIGEST = Text(
    kk="Дайджест RFC 9530 бойынша sha-256=:…: түрінде беріледі.",
    ru="Дайджест указывается по RFC 9530 как sha-256=:…:.",
    en="A digest is given as sha-256=:…:, by RFC 9530.",
)


@contextmanager
def telling_if_away() -> Iterator[None]:
    """What the store does not give or take is said to be away, and written down.

    Raises:
        StorageAway: it does not answer, or has lost a file that is on file.
    """
    try:
        yield
    except (FilesAway, FileGone) as error:
        log.warning("store of documents", why=f"{type(error).__name__}: {error}")
        raise StorageAway from error
