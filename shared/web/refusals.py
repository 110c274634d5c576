"""What the edge itself refuses, before or after the law has had its say."""

from typing import ClassVar

from shared.kernel.errors import DomainError, Stale
from shared.kernel.text import Text


class EdgeRefusal(DomainError):
    """A refusal with its own HTTP status, and headers that tell the client what to do."""

    status: ClassVar[int]
    title: ClassVar[Text]
    words: ClassVar[Text]

    def __init__(self, words: Text | None = None, **headers: str) -> None:
        super().__init__(words or self.words)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class NotSignedIn(EdgeRefusal):
    """401. Without an `error` there was no token; with one, the token is no good (RFC 6750)."""

    status = 401
    code = "not-signed-in"
    title = Text(kk="Жүйеге кірмегенсіз", ru="Вход не выполнен", en="Not signed in")
    words = Text(
        kk="Бұл үшін жүйеге кіру керек.",
        ru="Для этого нужно войти в систему.",
        en="Sign in to do this.",
    )

    def __init__(self, reason: Text | None = None, *, error: str | None = None) -> None:
        challenge = 'Bearer realm="kurultai"'
        if error:
            challenge += f', error="{error}", error_description="{reason or self.words}"'
        super().__init__(reason, www_authenticate=challenge)


class SignInAway(EdgeRefusal):
    status = 503
    code = "sign-in-away"
    title = Text(kk="Кіру қызметі қолжетімсіз", ru="Служба входа недоступна", en="Sign-in is away")
    words = Text(
        kk="Кім екеніңізді қазір тексеру мүмкін емес. Біраздан кейін қайталаңыз.",
        ru="Сейчас нельзя проверить, кто вы. Повторите немного позже.",
        en="Who you are cannot be checked at the moment. Try again shortly.",
    )

    def __init__(self) -> None:
        super().__init__(retry_after="2")


class BadIfMatch(EdgeRefusal):
    status = 400
    code = "bad-if-match"
    title = Text(kk="If-Match қате", ru="Неверный If-Match", en="Bad If-Match")
    words = Text(
        kk='If-Match: ETag-та берілген бір нұсқа, мысалы "3", не *.',
        ru='If-Match — одна версия, как она дана в ETag, например "3", или *.',
        en='If-Match is one version as the ETag gave it, for example "3", or *.',
    )


class NeverMatches(Stale):
    """A tag that is well-formed, and not one that ever stands for this case."""

    code = "stale"
    words = Text(
        kk="Бұл белгі ешқашан сәйкес келмейді; ETag-тағы нұсқаны сол күйінде жіберіңіз.",
        ru="Такая метка никогда не совпадает; пришлите версию так, как она дана в ETag.",
        en="Such a tag never matches; send the version as the ETag gave it.",
    )

    def __init__(self) -> None:
        super().__init__(self.words)


class NotCompared(Stale):
    """An unsafe request may not be carried out with its condition left unexamined (RFC 9110)."""

    code = "not-compared"
    words = Text(
        kk="Бұл мекенжайдың If-Match-пен салыстыратын нұсқасы жоқ.",
        ru="У этого адреса нет версии, с которой сравнивается If-Match.",
        en="This address has no version to compare If-Match with.",
    )

    def __init__(self) -> None:
        super().__init__(self.words)


class PreconditionRequired(EdgeRefusal):
    status = 428
    code = "precondition-required"
    title = Text(kk="Нұсқа көрсетілмеген", ru="Версия не указана", en="No version given")
    words = Text(
        kk="Қай нұсқаны өзгертетініңізді If-Match арқылы көрсетіңіз.",
        ru="Укажите в If-Match, какую версию вы изменяете.",
        en="Say with If-Match which version you are changing.",
    )


class BadKey(EdgeRefusal):
    status = 400
    code = "bad-idempotency-key"
    title = Text(kk="Idempotency-Key қате", ru="Неверный Idempotency-Key", en="Bad Idempotency-Key")
    words = Text(
        kk="Idempotency-Key: 1–255 көрінетін ASCII таңбасы.",
        ru="Idempotency-Key — от 1 до 255 видимых символов ASCII.",
        en="An Idempotency-Key is 1 to 255 visible ASCII characters.",
    )


class KeyReused(EdgeRefusal):
    status = 422
    code = "key-reused"
    title = Text(kk="Кілт қайта қолданылған", ru="Ключ уже использован", en="Key reused")
    words = Text(
        kk="Бұл Idempotency-Key басқа сұрауға берілген.",
        ru="Этот Idempotency-Key уже принадлежит другому запросу.",
        en="This Idempotency-Key belongs to another request.",
    )


class InProgress(EdgeRefusal):
    status = 409
    code = "in-progress"
    title = Text(kk="Орындалып жатыр", ru="Выполняется", en="In progress")
    words = Text(
        kk="Дәл осы сұрау қазір орындалып жатыр. Біраздан кейін қайталаңыз.",
        ru="Этот же запрос сейчас выполняется. Повторите немного позже.",
        en="The same request is being carried out. Try again shortly.",
    )

    def __init__(self) -> None:
        super().__init__(retry_after="1")


class BadCursor(EdgeRefusal):
    status = 400
    code = "bad-cursor"
    title = Text(kk="Курсор қате", ru="Неверный курсор", en="Bad cursor")
    words = Text(
        kk="Курсорды Link тақырыбынан сол күйінде алыңыз.",
        ru="Берите курсор из заголовка Link без изменений.",
        en="Take the cursor from the Link header as it stands.",
    )
