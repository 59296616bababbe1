"""A table of word vectors made of Brown clusters, for words that the treebanks do not have.

The clusters (1,000, of words that stand in like contexts) are those of `spacy-lookups-data`,
which only training needs. A cluster is a path in a binary tree; two clusters are the more alike,
the longer the way that their paths have in common. All words of a cluster share one row.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.util import load_language_data, registry
from spacy.vectors import Vectors

SEED = 1
WIDTH = 96
MOST_WORDS = 45_000
LENGTHS = (3, 4, 6, 8, 10, 12, 14, 18)  # of beginnings of paths; 18 is the longest path


def cluster_vectors(strings: StringStore) -> Vectors:
    """The vectors of the most frequent words that have a cluster, whatever the case of letters."""
    paths: Mapping[str, Path] = registry.lookups.get("en")
    cluster_of = by_lower_case(
        load_language_data(paths["lexeme_cluster"]), load_language_data(paths["lexeme_prob"])
    )
    clusters = sorted(set(cluster_of.values()))
    row_of = {cluster: row for row, cluster in enumerate(clusters)}
    vectors = Vectors(strings=strings, data=rows(clusters), name="brown_clusters", attr="LOWER")
    for word, cluster in cluster_of.items():
        vectors.add(word, row=row_of[cluster])
    return vectors


def by_lower_case(
    clusters: Mapping[str, int], frequency: Mapping[str, float], most: int = MOST_WORDS
) -> dict[str, int]:
    """The clusters of the most frequent words; of spellings with other capitals, the commonest."""
    known = sorted((-frequency[form], form) for form, cluster in clusters.items() if cluster)
    chosen: dict[str, int] = {}
    for _, form in known:
        chosen.setdefault(form.lower(), clusters[form])
        if len(chosen) == most:
            break
    return chosen


def rows(clusters: Sequence[int]) -> NDArray[np.float32]:
    """A row of length 1 for each cluster: the sum of a random vector for each way it begins."""
    chance = np.random.default_rng(SEED)
    vector_of: defaultdict[tuple[int, int], NDArray[np.float64]] = defaultdict(
        lambda: chance.normal(size=WIDTH)
    )
    sums = np.array([sum(vector_of[way] for way in _beginnings(cluster)) for cluster in clusters])
    table: NDArray[np.float32] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return table.astype(np.float32)


def _beginnings(cluster: int) -> list[tuple[int, int]]:
    """The path lies in the bits, the first step in the lowest."""
    return [(length, cluster & (1 << length) - 1) for length in LENGTHS]
