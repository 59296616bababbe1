"""The sentences that tell general properties have their form, and plain ones are read."""

from training.general import FOLDER, Sentence, read_general, verdicts


def test_there_are_sentences_of_160_properties() -> None:
    found = [each for file in sorted(FOLDER.glob("*.jsonl")) for each in read_general(file)]
    assert len(found) >= 2200
    assert len({each.property for each in found}) >= 150


def test_values_are_supported_and_turned_ones_refuted() -> None:
    plain = [
        Sentence("architect", hall, name, f"{hall} was designed by {name}.", "entity", name, "")
        for hall, name in (
            ("Wend Hall", "Mara Lindqvist"), ("Lark Hall", "Otto Varga"), ("Orm Hall", "Emi Sato"),
            ("Tarn Hall", "Ivo Brandt"),
        )
    ]  # fmt: skip
    assert list(verdicts(plain, 0)) == [{"supported"}] * 4
    assert list(verdicts(plain, 1)) == [{"refuted"}] * 4
