"""Requests are public, but for those withheld for a reason; whether any may be is for the rules."""

from uuid import uuid4

import pytest

from services.committees.domain.acts.requests import publish, submit, withhold
from services.committees.domain.requests_stages import RequestStage
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from tests.committees.builders import CLERK, DEPUTY, NOON, PROFILE, an_occasion
from tests.committees.profiles import with_choice
from tests.committees.work_builders import REASON, a_request

MAY_NOT = with_choice("deputy_requests.may_be_withheld", value=False)


def test_nothing_is_withheld_twice_and_what_is_public_is_not_published():
    public = a_request(stage=RequestStage.SUBMITTED)
    withheld = a_request(stage=RequestStage.SUBMITTED, withheld=REASON)
    with pytest.raises(NotNow, match="the request is withheld"):
        publish(public, an_occasion(CLERK))
    with pytest.raises(NotNow, match="the request is public"):
        withhold(withheld, REASON, an_occasion(CLERK))
    assert (public.version, withheld.version) == (0, 0)


@pytest.mark.parametrize(("profile", "may"), [(PROFILE, True), (MAY_NOT, False)])
def test_whether_requests_may_be_withheld_is_a_rule_of_the_profile(profile, may):
    born, put = a_request(withheld=REASON), a_request(stage=RequestStage.SUBMITTED)
    by_author, by_clerk = (Occasion.under(profile, by, NOON) for by in (DEPUTY, CLERK))
    if may:
        submit(born, by_author)
        withhold(put, REASON, by_clerk)
    else:
        with pytest.raises(NotNow, match="may be withheld"):
            submit(born, by_author)
        with pytest.raises(NotNow, match="may be withheld"):
            withhold(put, REASON, by_clerk)
    assert (born.stage is RequestStage.SUBMITTED, put.withheld is not None) == (may, may)


def test_where_nothing_may_be_withheld_public_requests_are_put_all_the_same():
    request = a_request(authors=(uuid4(),))
    submit(request, Occasion.under(MAY_NOT, DEPUTY, NOON))
    assert request.stage is RequestStage.SUBMITTED
