"""Committees: who sits in the Kurultai, who holds which office, and what the committees do.

Owns the composition through time (convocations, mandates, factions and their side, standing
committees, offices) and the committees' work (candidacies for chair, referrals, conclusions). Hears
of persons, of bills that are admitted or leave, of readings and of votes; tells of every change.
All the others read from its facts who may act; it asks nobody but its own register.
"""
