"""The mean of pipelines that were trained from the same weights with other seeds.

What each has learnt by chance cancels out ("model soups", Wortsman et al. 2022).
"""

from collections.abc import Sequence

from spacy.language import Language


def mean_of(pipelines: Sequence[Language]) -> Language:
    """The first of some pipelines of one shape, with the mean of the weights of all."""
    first = pipelines[0]
    for name in first.pipe_names:
        models = [each.get_pipe(name).model for each in pipelines]  # type: ignore[attr-defined]
        for nodes in zip(*(model.walk() for model in models), strict=True):
            for param in nodes[0].param_names:
                if nodes[0].has_param(param):
                    mean = sum(node.get_param(param) for node in nodes) / len(nodes)
                    nodes[0].set_param(param, mean)
    return first
