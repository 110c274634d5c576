"""The initiative for a referendum on the Constitution, which no bill can amend (arts 92-93)."""
