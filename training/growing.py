"""Starting a network from a smaller one: new inputs count for nothing, halved tables are summed."""

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import FloatsXd


def grow(small: Language, large: Language, docs: list[Doc]) -> None:
    """Give the untrained tok2vec of the large pipeline the weights of the small one's."""
    model = large.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    model.initialize(X=docs)
    new_nodes = [node for node in _nodes(model) if node.name != "static_vectors"]
    old_nodes = _nodes(small.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    for new, old in zip(new_nodes, old_nodes, strict=True):
        for name in old.param_names:
            new.set_param(name, _fitted(old.get_param(name), new.get_param(name)))


def _nodes(model: Model[list[Doc], object]) -> list[Model[object, object]]:
    return [node for node in model.walk(order="dfs_pre") if node.param_names]


def _fitted(old: FloatsXd, new: FloatsXd) -> FloatsXd:
    if old.shape[0] > new.shape[0]:  # a hash goes to the same row of the half as it would now
        return old.reshape((-1, *new.shape)).sum(axis=0)
    fitted = new * 0
    fitted[..., : old.shape[-1]] = old
    return fitted
