"""How many requests, how they ended and how long they took; read at `/metrics`."""

from prometheus_client import Histogram

SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)

REQUESTS = Histogram(
    "kurultai_request_seconds",
    "Seconds from the arrival of a request to the beginning of its answer.",
    ("service", "route", "method", "status"),
    buckets=SECONDS,
)

# `labels()` takes a lock and builds a key each time; a dictionary of our own is a third of it.
_SERIES: dict[tuple[str, str, str, int], Histogram] = {}


def observe_request(service: str, route: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request. `route` is the template, so that there are few series."""
    key = (service, route, method, status)
    series = _SERIES.get(key)
    if series is None:
        series = _SERIES[key] = REQUESTS.labels(*key)
    series.observe(seconds)
