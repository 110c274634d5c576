"""What must be so before an act. One function, one sentence, one provision each."""

from datetime import datetime, timedelta

from services.identity.domain.key import Key
from services.identity.domain.person import Person
from services.identity.domain.terms import KEY_LIFE, RETIRES_AFTER, SIGNS_AFTER
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

FOUNDING = "rules of the service: the founding"
SIGNING = "rules of the service: signing keys"


@condition(
    en="the founder's place is free",
    ru="место основателя свободно",
    kk="негізін қалаушының орны бос",
    provision=FOUNDING,
)
def nobody_has_founded(person: Person, _: Occasion) -> bool:
    return not person.founder_known


@condition(
    en="the key that is already published has begun to sign",
    ru="уже опубликованный ключ начал подписывать",
    kk="бұрын жарияланған кілт қол қоя бастады",
    provision=SIGNING,
)
def no_other_key_waits(key: Key, _: Occasion) -> bool:
    return key.waiting is None


@condition(
    en="the key that signs has served 90 days",
    ru="подписывающий ключ отслужил 90 дней",
    kk="қол қойып жүрген кілтке 90 күн толды",
    provision=SIGNING,
)
def signing_key_has_served(key: Key, occasion: Occasion) -> bool:
    return key.signing is None or _passed(KEY_LIFE, key.signing.activated_at, occasion)


@condition(
    en="the key that signs has been superseded or withdrawn",
    ru="подписывающий ключ заменён или отозван",
    kk="қол қойып жүрген кілт ауыстырылды немесе қайтарып алынды",
    provision=SIGNING,
)
def no_key_signs(key: Key, _: Occasion) -> bool:
    return key.signing is None


@condition(
    en="verifiers have had ten minutes to fetch the next key",
    ru="у проверяющих было десять минут, чтобы получить следующий ключ",
    kk="тексерушілерде келесі кілтті алуға он минут болды",
    provision=SIGNING,
)
def next_key_is_known(key: Key, occasion: Occasion) -> bool:
    return key.waiting is not None and _passed(SIGNS_AFTER, key.waiting.published_at, occasion)


@condition(
    en="24 hours have passed since another key took its place",
    ru="прошло 24 часа с тех пор, как его заменил другой ключ",
    kk="оны басқа кілт ауыстырғаннан бері 24 сағат өтті",
    provision=SIGNING,
)
def its_tokens_have_expired(key: Key, occasion: Occasion) -> bool:
    return _passed(RETIRES_AFTER, key.superseded_at, occasion)


def _passed(term: timedelta, since: datetime | None, occasion: Occasion) -> bool:
    return since is not None and occasion.at >= since + term
