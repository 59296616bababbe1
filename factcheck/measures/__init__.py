"""Measures: values read from text by our own grammar, and compared. Imports nothing of ours."""
