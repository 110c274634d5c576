"""What is asked for in a subscription."""

from pydantic import AwareDatetime, ConfigDict, Field

from services.bills.domain.subscription import Interest
from shared.web.shapes import Given


class SubscriptionGiven(Given):
    """Where to, and which facts."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "target": "https://example.org/kurultai",
                    "interest": {"facts": ["bills.bill_introduced.v1", "bills.law_signed.v1"]},
                },
                {"target": "https://example.org/everything"},
            ]
        }
    )

    target: str = Field(max_length=2000, description="https://, of a public address.")
    interest: Interest = Field(default=Interest(), description="All facts, if not given.")


class ReplayGiven(Given):
    """From when on to send again."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"since": "2026-12-01T00:00:00Z"}]})

    since: AwareDatetime = Field(description="Facts told from then on; 10,000 at most at a time.")
