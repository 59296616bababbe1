"""factcheck: checks claims in news text against a database of verified facts."""

__version__ = "0.1.0"
