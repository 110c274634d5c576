"""Acts as DOCX (Office Open XML), in and out."""
