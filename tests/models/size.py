"""How much is tried: `KURULTAI_TESTS_TIMES=20` tries twenty times as much as CI does."""

import os

TIMES = int(os.environ.get("KURULTAI_TESTS_TIMES", "1"))
