"""What MkDocs warns of, collected, so that a warning fails the build."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected() -> Iterator[list[str]]:
    """Collect the warnings and errors that MkDocs logs meanwhile, and print none.

    Yields:
        The messages; the list grows.
    """
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    collector = _Collector()
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


class _Collector(logging.Handler):
    """Keeps the messages of the records that it gets."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
