"""What must be so before an act. One function, one sentence, one provision each."""
