"""Before the worker looks at terms: bills are reckoned whose acts were under other rules."""

from services.bills.actions.reckon_deadlines import reckon_deadlines
from services.bills.store.bills import Bills
from services.bills.store.reckonings import FIRST, bills_to_reckon, mark_reckoned, token_of
from shared.kernel.rules import Profile
from shared.store.unit_of_work import Desk


async def catch_up(desk: Desk, profile: Profile) -> int:
    """Reckon every bill that was not reckoned under this profile, and say how many they were.

    Each is a transaction of its own; a bill on which someone is acting is reckoned by that act.
    """
    token, after, count = token_of(profile), FIRST, 0
    while True:
        async with desk.work() as work:
            waiting = await bills_to_reckon(work, token, after=after)
        if not waiting:
            return count
        for after in waiting:
            async with desk.work() as work:
                if bill := await Bills(work).locked(after):
                    await reckon_deadlines(work, profile, bill)
                    await mark_reckoned(work, after, token)
                    count += 1
