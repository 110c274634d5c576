"""Co-authors of an amendment: whom its author invites, and who of them signed it in person."""

from services.bills.domain.amendments.amendment import Amendment
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="the author of the amendment has invited the deputy, who has not signed it yet",
    ru="автор поправки пригласил депутата, и тот ещё не подписал её",
    kk="түзетудің авторы депутатты шақырған, ал ол әлі қол қоймаған",
    provision="rules profile: amendments.who_may_file (recalled)",
)
def is_invited(amendment: Amendment, occasion: Occasion) -> bool:
    return occasion.by.person_id in amendment.invited


@condition(
    en="the one who acts is the author of the amendment, or a co-author who signed it",
    ru="действует автор поправки или подписавший её соавтор",
    kk="әрекетті түзетудің авторы немесе оған қол қойған тең автор жасайды",
    provision="rules profile: amendments.separate_vote_on_demand_of_author (last-known)",
)
def acts_as_one_of_the_authors(amendment: Amendment, occasion: Occasion) -> bool:
    authors = {amendment.author_id, *amendment.co_authors}
    return occasion.by.person_id is not None and occasion.by.person_id in authors
