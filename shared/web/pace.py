"""How often one reader may ask for what a program asks for again and again."""

import time
from collections import Counter
from collections.abc import Hashable

from shared.kernel.text import Text
from shared.web.refusals import EdgeRefusal


class TooOften(EdgeRefusal):
    status = 429
    code = "too-often"
    title = Text(kk="Тым жиі", ru="Слишком часто", en="Too often")
    words = Text(
        kk="Бұл тым жиі сұралып жатыр. Біраздан кейін қайталаңыз.",
        ru="Это запрашивают слишком часто. Повторите немного позже.",
        en="This is asked for too often. Try again a little later.",
    )


class Pace:
    """Lets each ask so many times in a span of time, in this process.

    Args:
        most: times in one span.
        span_s: seconds; all spans end together, so that what is remembered stays small.
    """

    def __init__(self, most: int, span_s: float) -> None:
        self._most, self._span_s = most, span_s
        self._asked = Counter[Hashable]()
        self._ends = 0.0

    def keep(self, who: Hashable) -> None:
        """Count one more time. Raises TooOften, with when to come back."""
        now = time.monotonic()
        if now >= self._ends:
            self._asked.clear()
            self._ends = now + self._span_s
        self._asked[who] += 1
        if self._asked[who] > self._most:
            raise TooOften(retry_after=str(max(1, round(self._ends - now))))
