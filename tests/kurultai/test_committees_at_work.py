"""What is decided about the work of committees reaches the other services."""

from datetime import UTC, datetime, timedelta

from kurultai.client import BILLS, COMMITTEES, Client
from kurultai.up import Choices, up
from shared.kernel.occasion import day_of
from tests.kurultai.small_chamber import a_small_chamber
from tests.kurultai.test_all_ways import KURULTAI, SEATS, TEXTS, a_chamber, silent

TODAY = day_of(datetime.now(UTC))
IN_A_MONTH = (TODAY + timedelta(days=30)).isoformat()


async def conclusion_day(path):
    """Of the lead committee, among the deadlines of the bill."""
    deadlines = await path.client.get(f"{BILLS}/bills/{path.bill_id}/deadlines")
    return next((d["last_day"] for d in deadlines if d["term"] == "committee_conclusion"), None)


async def test_the_day_that_the_chair_fixes_is_a_deadline_of_the_bill(tmp_path):
    choices = Choices(tmp_path / "data", a_small_chamber(tmp_path, SEATS, KURULTAI))
    async with up(choices, silent) as running, Client.at(running.base_url) as client:
        path, _ = await a_chamber(client)
        await path.introduce("law", TEXTS)
        await path.refer()
        fixed = {"day": IN_A_MONTH, "ground": "Хаттама № 1"}
        referral = f"{COMMITTEES}/referrals/{path.referral_id}"
        await client.post(f"{referral}/conclusion-day", fixed, by=path.chamber.chair)
        known = await client.until(lambda: conclusion_day(path), "bills heard the day")
        [line] = await client.get(f"{COMMITTEES}/committees/{path.committee_id}/workload")

    assert known == IN_A_MONTH
    assert (line["number"], line["conclusion_day"]) == (path.number, IN_A_MONTH)
