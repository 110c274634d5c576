"""One JSON object a line on standard output, ours and the libraries' alike."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, Literal, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import Processor

from shared.watch.privacy import keep_private
from shared.watch.traces import BEARINGS


def configure_logs(level: str = "info", form: Literal["json", "console"] = "json") -> None:
    """Set up this process's logging; later calls replace earlier ones."""
    number = logging.getLevelNamesMapping()[level.upper()]
    last = [keep_private, _renderer(form)]
    structlog.configure(
        processors=[*_FIRST, *last],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    _adopt_library_loggers(number, last)


class _Lines(logging.StreamHandler[TextIO]):
    """Library loggers' lines, to wherever standard output goes at the moment."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stdout


def _adopt_library_loggers(number: int, last: list[Processor]) -> None:
    handler = _Lines()
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_FIRST],
            processors=[ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if not isinstance(other, _Lines)]
    root.addHandler(handler)
    root.setLevel(number)
    # httpx writes a line for every call, with its URL.
    logging.getLogger("httpx").setLevel(max(number, logging.WARNING))


def _add_bearings(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    if bearings := BEARINGS.get():
        event["trace_id"] = bearings.trace.trace_id
        if bearings.request_id is not None:
            event["request_id"] = bearings.request_id
    return event


def _renderer(form: Literal["json", "console"]) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)


_FIRST: list[Processor] = [
    _add_bearings,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]
