"""The five services. They meet only through the facts of `shared.contracts`."""
