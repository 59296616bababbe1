"""The pipeline loads faster than spaCy loads it, and is the same."""

from __future__ import annotations

from pathlib import Path

import spacy

import factcheck.language.pipeline as pipeline

TEXT = "“They can't pay $1.5bn,” said Rossi—e.g. on Oct. 4th (see https://example.org/a?b=1)!!! :-)"


def test_our_loading_gives_what_spacy_loads() -> None:
    ours = pipeline.load_pipeline()
    plain = spacy.load(Path(pipeline.__file__).with_name("english"))
    assert ours.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(  # type: ignore[attr-defined]
        exclude=["vocab"]
    )
    assert ours(TEXT).to_json() == plain(TEXT).to_json()
