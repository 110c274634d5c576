"""How much work something is, counted and not timed: a busy machine changes nothing in it."""

import sys


def steps(work):
    """How many functions the work called, of ours and of the libraries below."""
    count = 0

    def note(_frame, event, _what):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
