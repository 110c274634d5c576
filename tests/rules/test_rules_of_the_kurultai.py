"""Every number found in the law is in the profile, with its source and how sure it is."""

import pytest

from shared.kernel.rules import Status

SECTIONS = ("decisions", "groups", "terms", "parameters")
NUMBERS_OF_THE_LAW = {
    "seats": ("parameters", "seats"),
    "term": ("terms", "term_of_office"),
    "threshold_list": ("parameters", "threshold_list"),
    "quorum_sitting": ("groups", "quorum_sitting"),
    "maj_law": ("decisions", "maj_law"),
    "maj_resolution": ("decisions", "maj_resolution"),
    "maj_const_law": ("decisions", "maj_const_law"),
    "maj_reject_bill": ("groups", "maj_reject_bill"),
    "override_law": ("decisions", "override_law"),
    "override_const_law": ("decisions", "override_const_law"),
    "const_amendment": ("parameters", "const_amendment"),
    "to_president": ("terms", "to_president"),
    "president_term": ("terms", "president_term"),
    "president_term_count": ("parameters", "president.month_count"),
    "deemed_signed": ("parameters", "president.deemed_signed_on_silence"),
    "revote_term": ("terms", "revote_term"),
    "sign_after_override": ("terms", "sign_after_override"),
    "cc_request": ("groups", "cc_request"),
    "cc_stop_clock": ("parameters", "cc_stop_clock"),
    "priority_bill": ("terms", "priority_bill"),
    "emergency_bill": ("parameters", "emergency_bill"),
    "confidence_wait": ("terms", "confidence_wait"),
    "confidence_per_year": ("parameters", "confidence_per_year"),
    "no_conf_initiative": ("groups", "no_conf_initiative"),
    "no_conf_vote": ("decisions", "no_conf_vote"),
    "gov_report_initiative": ("groups", "gov_report_initiative"),
    "gov_member_dismiss": ("decisions", "gov_member_dismiss"),
    "extra_session": ("groups", "extra_session"),
    "chair_election": ("decisions", "chair_election"),
    "consent_appointment": ("decisions", "consent_appointment"),
    "impeachment_start": ("groups", "impeachment_start"),
    "impeachment_final": ("decisions", "impeachment_final"),
    "impeachment_final, within": ("terms", "impeachment_final_term"),
    "audit_chair_report": ("parameters", "audit_chair_report"),
    "absences_max": ("parameters", "absences_max"),
    "first_session": ("terms", "first_session"),
    "session, from": ("parameters", "session.begins"),
    "session, to": ("parameters", "session.ends"),
    "committees_max": ("parameters", "committees.max"),
    "deputy_chairs": ("parameters", "deputy_chairs"),
    "readings": ("parameters", "readings.count"),
    "amend_deadline": ("parameters", "amendments.deadline_days_before_reading_2"),
    "opp_chairs": ("parameters", "opposition.chairs_min"),
    "opp_secretaries": ("parameters", "opposition.secretaries_min"),
    "opp_hearings": ("parameters", "opposition.hearings_per_session_min"),
    "opp_gov_hour": ("parameters", "opposition.government_hour_agendas_per_session_min"),
    "gov_member_report_len": ("parameters", "government_hour.report_minutes"),
    "faction_min": ("parameters", "faction_min"),
    "committee conclusion": ("terms", "committee_conclusion"),
    "Government conclusion": ("terms", "government_conclusion"),
    "deputy request": ("terms", "deputy_request_answer"),
    "hearing notice": ("terms", "hearing_notice"),
    "committee quorum": ("groups", "committee_quorum"),
    "in_effect": ("terms", "in_effect"),
    "petition_gov": ("parameters", "petition_gov"),
    "halyk_kenesi": ("parameters", "halyk_kenesi_members"),
}
PROVISIONAL = [
    "readings.purpose",
    "readings.emergency_readings",
    "readings.constitutional_law_majority_applies_at",
    "amendments.who_may_file",
    "amendments.money_amendment_needs_government_conclusion",
    "amendments.plenary_vote_modes",
    "amendments.separate_vote_on_demand_of_author",
    "priority.clock_starts",
    "president.veto_not_overridden",
    "committees.online",
    "opposition.chair_candidates_only_from_opposition",
    "opposition.designation",
    "hearings.initiators",
    "hearings.publish",
    "voting.default",
    "voting.secret_for",
    "voting.remote",
    "bill_carry_over.on_new_convocation",
    "bill_carry_over.from_old_parliament",
]
LAW_ON_LEGAL_ACTS = {
    "in_effect": "42(3)",
    "in_effect_new_duties": "42(4-1)",
    "in_effect_new_liability": "42(5)",
    "publication": "37(3)",
    "introduction.languages": "29(1)",
    "introduction.package": "29(2)",
    "introduction.package_of_amending_bill": "29(2)",
    "introduction.money_bill_needs_positive_conclusion": "29(3)",
    "withdrawal.until": "29(4)",
    "in_effect.parts_may_differ": "42(4)",
    "in_effect.resolutions": "42(3)(2)",
    "text.structure": "23",
}


@pytest.mark.parametrize("name", NUMBERS_OF_THE_LAW)
def test_every_number_of_the_law_has_a_source_and_a_status(kurultai_profile, name):
    section, key = NUMBERS_OF_THE_LAW[name]

    for version in kurultai_profile.sections[section][key].versions.values():
        assert version.source
        assert isinstance(version.status, Status)


@pytest.mark.parametrize("key", PROVISIONAL)
def test_what_the_constitution_leaves_open_is_a_parameter(kurultai_profile, key):
    assert key in kurultai_profile.parameters


@pytest.mark.parametrize(("key", "article"), LAW_ON_LEGAL_ACTS.items())
def test_the_law_on_legal_acts_is_cited_by_article(kurultai_profile, key, article):
    lines = kurultai_profile.terms | kurultai_profile.parameters

    for version in lines[key].versions.values():
        assert "Law 480-V" in version.source
        assert article in version.source
        assert version.status is Status.CONFIRMED


def test_a_key_means_one_thing(kurultai_profile, bundestag_profile):
    for profile in (kurultai_profile, bundestag_profile):
        keys = [key for lines in profile.sections.values() for key in lines]
        assert len(keys) == len(set(keys))


def test_what_is_unset_is_unknown_and_what_is_confirmed_is_set(kurultai_profile):
    for entry in kurultai_profile.entries():
        written = entry.rule.model_dump()
        if written.get("value", written.get("amount", "a share")) is None:
            assert entry.rule.status is Status.UNKNOWN, entry


def test_a_source_that_was_not_found_confirms_nothing(kurultai_profile):
    for entry in kurultai_profile.entries():
        if entry.rule.source.startswith("not found"):
            assert entry.rule.status is Status.UNKNOWN, entry


def test_what_the_constitution_says_is_in_force_from_its_day(kurultai_profile):
    for entry in kurultai_profile.entries():
        if entry.rule.source.startswith("Constitution 2026"):
            assert entry.since == kurultai_profile.effective_from


def test_the_profile_shows_that_it_is_provisional(kurultai_profile):
    banner = kurultai_profile.banner

    assert banner.kk
    assert banner.ru
    assert banner.en
    unsure = {entry.key for entry in kurultai_profile.not_confirmed()}
    assert {"readings.count", "majority_base", "voting.window_seconds"} <= unsure
    assert "maj_law" not in unsure


def test_every_decision_can_be_voted_on(kurultai, bundestag):
    for rules in (kurultai, bundestag):
        for key in rules.decisions:
            assert rules.decision(key).window_seconds > 0


def test_secret_votes_are_decisions_of_the_profile(kurultai, bundestag):
    for rules in (kurultai, bundestag):
        assert set(rules.choices("voting.secret_for")) <= set(rules.decisions)


def test_constitutional_terms_begin_with_the_event(kurultai_profile):
    for dated in kurultai_profile.terms.values():
        for term in dated.versions.values():
            constitutional = term.source.startswith("Constitution 2026")
            assert (term.starts == "day_of") == constitutional, term.source
