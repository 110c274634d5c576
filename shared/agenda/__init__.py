"""Agendas: of plenary and committee sittings and of hearings, one component for all of them."""
