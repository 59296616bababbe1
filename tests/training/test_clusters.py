"""Word vectors from Brown clusters, and a network that grows by them."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from training.clusters import by_lower_case, rows
from training.growing import grow

TEXT = "South Korea began these payments."
EMBED = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM", "SHAPE"]}
ENCODE = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "depth": 1,
          "window_size": 1, "maxout_pieces": 2}  # fmt: skip


def network(rows_of_shapes: int, *, clusters: bool) -> Language:
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(data=np.ones((1, 4), dtype="f"), keys=["korea"])
    embed = {**EMBED, "rows": [20, rows_of_shapes], "include_static_vectors": clusters}
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": ENCODE}
    nlp.add_pipe("tok2vec", config={"model": model})
    return nlp


def test_a_word_has_the_cluster_of_its_commonest_spelling() -> None:
    clusters = {"Bush": 5, "bush": 9, "of": 28, "rare": 7, "lol": 0}
    frequency = {"Bush": -9.0, "bush": -11.0, "of": -4.0, "rare": -15.0, "lol": -5.0}
    assert by_lower_case(clusters, frequency, most=2) == {"of": 28, "bush": 5}


def test_paths_that_begin_alike_have_like_rows() -> None:
    one, other, far = rows([0b0110100110, 0b1010100110, 0b0010101001])
    assert np.linalg.norm(one) == pytest.approx(1)
    assert one @ other > 0.3 > one @ far
    assert (rows([0b0110100110]) == one).all()


def test_a_grown_network_begins_as_the_small_one() -> None:
    small, large = network(10, clusters=False), network(10, clusters=True)
    small.initialize()
    grow(small, large, [large.make_doc(TEXT)])
    assert np.allclose(small(TEXT).tensor, large(TEXT).tensor, atol=1e-6)


def test_a_halved_table_is_summed() -> None:
    small, large = network(10, clusters=False), network(5, clusters=True)
    small.initialize()
    grow(small, large, [large.make_doc(TEXT)])
    tables = [
        node
        for nlp in (small, large)
        for node in nlp.get_pipe("tok2vec").model.walk()
        if node.name == "hashembed" and node.attrs["seed"] == 9
    ]
    old, new = (node.get_param("E") for node in tables)
    assert np.allclose(new, old[:5] + old[5:])
