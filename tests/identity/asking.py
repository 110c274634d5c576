"""What a test asks the service over HTTP again and again."""

from tests.identity.builders import FOUNDER_IIN


async def token(http) -> str:
    answer = await http.post("/development/sign-in", json={"iin": FOUNDER_IIN})
    return answer.json()["access_token"]


async def stages(http) -> dict[str, str]:
    return {key["id"]: key["stage"] for key in (await http.get("/keys")).json()}


async def published(http) -> list[str]:
    return [key["kid"] for key in (await http.get("/.well-known/jwks.json")).json()["keys"]]
