"""Scores of a pipeline on raw text: what it says of each stretch of characters, against gold.

As in the CoNLL shared tasks, a token counts only if the treebank has a word of exactly these
characters, and an arc only if both its ends do; so wrong cuts and wrong sentences count too.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

Span = tuple[int, int]
Item = tuple[str, object] | tuple[str, object, object] | tuple[str, object, object, object]
ROOT = (-1, -1)


@dataclass(slots=True)
class Score:
    """Counts of gold, predicted and right items, by name of what is measured."""

    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        """The F1 of one measure, in per cent."""
        total = self.gold[name] + self.predicted[name]
        return 200 * self.right[name] / total if total else 0.0

    def add(self, gold: Doc, predicted: Doc) -> None:
        """Count one document."""
        gold_items, predicted_items = items(gold), items(predicted)
        self.gold.update(item[0] for item in gold_items)
        self.predicted.update(item[0] for item in predicted_items)
        self.right.update(item[0] for item in gold_items & predicted_items)


def score_documents(pairs: Iterable[tuple[Doc, Doc]]) -> Score:
    """The score of pairs of gold and predicted documents."""
    score = Score()
    for gold, predicted in pairs:
        score.add(gold, predicted)
    return score


def items(doc: Doc) -> set[Item]:
    """All that a document says: (measure, where, what)."""
    found: set[Item] = set()
    for token in doc:
        if token.is_space:
            continue
        place = _span(token)
        head = ROOT if token.head.i == token.i else _span(token.head)
        found.add(("token", place))
        found.add(("tag", place, token.tag_))
        found.add(("upos", place, token.pos_))
        found.add(("lemma", place, token.lemma_))
        found.add(("lemma, any case", place, token.lemma_.lower()))
        found.add(("LAS with punctuation", place, head, token.dep_))
        if token.dep_ != "punct":
            found.add(("UAS", place, head))
            found.add(("LAS", place, head, token.dep_))
            found.add((token.dep_, place, head))
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.add(("sentence", _span(words[0])[0], _span(words[-1])[1]))
    return found


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)
