"""The path of a bill, act by act, each by whoever's business it is, over HTTP."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from kurultai.chamber import Chamber, Deputy
from kurultai.client import BILLS, COMMITTEES, HEARINGS, VOTING, Client, Person, Refused
from kurultai.sitting import cast_all, close_vote, open_vote

WINDOW_S = 30
TAKING_PART, IN_FAVOUR = 21, 19
PACKAGE = {
    "explanatory_note": "Пояснительная записка",
    "approvals_sheet": "Лист согласования",
    "expertise_conclusions": "Заключения экспертиз",
}
"""What the Government adds to a bill that costs nothing and amends nothing (480-V, art. 29(2))."""


@dataclass(slots=True)
class Offices:
    """Those whom the path of a bill meets outside the chamber."""

    president: Person
    prime_minister: Person
    government: Person


@dataclass(slots=True)
class Path:
    """One bill on its way."""

    client: Client
    chamber: Chamber
    offices: Offices
    committee_id: str
    committee_chair: Person
    bill_id: str = ""
    referral_id: str = ""
    ballots: int = 0
    number: str = field(default="", init=False)

    async def introduce(self, kind: str, texts: dict[str, str]) -> Any:
        """The Government drafts and introduces the bill; the Apparatus registers and admits it."""
        by = self.offices.government
        drafted = await self.client.post(f"{BILLS}/bills", draft(kind, texts), by=by)
        self.bill_id = drafted["id"]
        await self.act("introduction", by)
        registered = await self.act("registration", self.chamber.clerk)
        self.number = registered["number"]
        return await self.act("admission", self.chamber.clerk)

    async def refer(self) -> Any:
        """The Chair, leading the coordinating body, names the lead committee."""
        body = {"bill_id": self.bill_id, "committee_id": self.committee_id}

        async def referred() -> Any:
            try:
                return await self.client.post(
                    f"{COMMITTEES}/referrals", body, by=self.chamber.chair
                )
            except Refused:
                return None

        referral = await self.client.until(referred, "committees know the bill")
        self.referral_id = referral["id"]
        return await self.until_stage("in_committee")

    async def conclude(self, kk: str, ru: str) -> Any:
        """The lead committee adopts its conclusion for the next reading."""
        path = f"{COMMITTEES}/referrals/{self.referral_id}"

        async def in_work() -> bool | None:
            referral = await self.client.get(path)
            return True if referral["stage"] == "in_work" else None

        await self.client.until(in_work, "the bill is with its committee")
        body = {"favourable": True, "summary": {"kk": kk, "ru": ru}}
        await self.client.post(f"{path}/conclusion", body, by=self.committee_chair)
        return await self.until_stage("scheduled")

    async def hear(self, theme: dict[str, str], recommendations: list[dict[str, str]]) -> Any:
        """The committee calls a hearing, holds it, and its recommendations are adopted."""
        by = self.committee_chair
        hearing = await self.client.post(f"{HEARINGS}/hearings", self._hearing(theme), by=by)
        path = f"{HEARINGS}/hearings/{hearing['id']}"
        await self.client.post(f"{path}/holding", {"taking_part": TAKING_PART}, by=by)
        adopted = {
            "recommendations": recommendations,
            "votes_for": IN_FAVOUR,
            "taking_part": TAKING_PART,
        }
        return await self.client.post(f"{path}/recommendations", adopted, by=by)

    def _hearing(self, theme: dict[str, str]) -> dict[str, Any]:
        return {
            "bill_id": self.bill_id,
            "theme": theme,
            "starts_at": datetime.now(UTC).isoformat(),
            "on_behalf_of": "committee",
            "body_id": self.committee_id,
        }

    async def read(self, sitting_id: str, choices: dict[Deputy, str], *, then: str) -> Any:
        """A reading: the Chair opens it, the chamber votes, the result moves the bill on."""
        vote = await self.open_reading(sitting_id)
        await cast_all(self.client, vote["id"], choices)
        self.ballots += len(choices)
        result = await close_vote(self.client, self.chamber, vote["id"])
        await self.until_stage(then)
        return result

    async def open_reading(self, sitting_id: str) -> Any:
        """Open the next reading and its vote; the open vote."""
        opened = await self.act("reading", self.chamber.chair)
        question_id: str = opened["readings"][-1]["question_id"]
        await self.client.until(
            lambda: question(self.client, question_id), "voting knows the question"
        )
        return await open_vote(self.client, self.chamber, sitting_id, question_id, WINDOW_S)

    async def countersign(self) -> Any:
        """Both countersignatures; then the law goes to the President."""
        await self.act("chair-countersignature", self.chamber.chair)
        await self.act("prime-minister-countersignature", self.offices.prime_minister)
        return await self.act("dispatch", self.chamber.clerk)

    async def sign_and_publish(self, published_in: dict[str, str]) -> Any:
        """The President signs; the law is officially published."""
        await self.act("signature", self.offices.president)
        body = {"published_in": published_in, "published_at": datetime.now(UTC).isoformat()}
        return await self.act("publication", self.offices.government, body)

    async def act(self, noun: str, by: Person, body: dict[str, Any] | None = None) -> Any:
        """One act on the bill, named by its noun."""
        return await self.client.post(f"{BILLS}/bills/{self.bill_id}/{noun}", body, by=by)

    async def until_stage(self, stage: str) -> Any:
        """Wait until the bill stands at the stage: facts of other services move it."""

        async def there() -> Any:
            bill = await self.client.get(f"{BILLS}/bills/{self.bill_id}")
            return bill if bill["stage"] == stage else None

        return await self.client.until(there, f"the bill is {stage}")

    async def timeline(self) -> list[dict[str, Any]]:
        """The public record of the bill."""
        steps: list[dict[str, Any]] = await self.client.get(
            f"{BILLS}/bills/{self.bill_id}/timeline"
        )
        return steps


async def question(client: Client, question_id: str) -> Any:
    """The question as voting knows it, or nothing yet."""
    try:
        return await client.get(f"{VOTING}/questions/{question_id}")
    except Refused:
        return None


def draft(kind: str, texts: dict[str, str]) -> dict[str, Any]:
    """A bill of the Government with the package that the law asks of it."""
    return {
        "kind": kind,
        "title": {language: title_of(text) for language, text in texts.items()},
        "texts": texts,
        "package": [
            {"kind": kind, "name": name, "digest": hashlib.sha256(name.encode()).hexdigest()}
            for kind, name in PACKAGE.items()
        ],
    }


def title_of(text: str) -> str:
    """A text's first line that is not empty."""
    return next(line.strip() for line in text.splitlines() if line.strip())
