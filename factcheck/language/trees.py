"""Distances and clauses in a dependency tree that errs in one relation of six.

A distance looks at the tree and at the words between, and takes the smaller: one wrong arc
then moves a pair a little, not out of reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CLAUSAL = frozenset(
    ("ROOT", "root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass")
)
#: what tells where something lies
_PLACING = frozenset(
    ("in", "on", "at", "near", "off", "between", "beneath", "under", "along", "below", "above",
     "within", "outside", "beyond", "beside", "north", "south", "east", "west", "deep", "high")
)  # fmt: skip
#: what it costs to step from a clause into the one above it
_CROSSING = {"xcomp": 0.0, "acl": 0.5, "acl:relcl": 0.5, "advcl": 1.0, "ccomp": 1.5, "conj": 2.0}


def text_of(doc: Doc) -> str:
    """The text of a sentence; worked out once."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    found: str = doc.user_data["text"]
    return found


def semicolons(doc: Doc) -> tuple[int, ...]:
    """Where a sentence has semicolons; worked out once."""
    if "semicolons" not in doc.user_data:
        has = ";" in text_of(doc)
        doc.user_data["semicolons"] = tuple(t.i for t in doc if t.text == ";") if has else ()
    found: tuple[int, ...] = doc.user_data["semicolons"]
    return found


def heads_clause(token: Token) -> bool:
    """Whether `token` is the head of a clause (a verb, or what is predicated)."""
    if token.dep_ in _CLAUSAL:
        return True
    if token.dep_ not in ("conj", "xcomp"):
        return False
    return token.pos_ in ("VERB", "AUX") or any(
        child.dep_ in ("nsubj", "nsubj:pass", "cop", "orphan") for child in token.children
    )


def clause_of(token: Token) -> Token:
    """The head of the clause that `token` stands in."""
    while not heads_clause(token) and token.head.i != token.i:
        token = token.head
    return token


def clauses_above(token: Token) -> Iterator[Token]:
    """The heads of the clause of `token` and of all clauses around it, inside out."""
    head = clause_of(token)
    yield head
    while head.head.i != head.i:
        head = clause_of(head.head)
        yield head


def path_up(token: Token) -> list[Token]:
    """`token` and its ancestors up to the root."""
    return [token, *token.ancestors]


def distance(one: Token, other: Token) -> float:
    """How far two words are from each other: 0 for the same, about 1 an arc, more across
    clauses; never more than the words between them suggest."""
    if one.i == other.i:
        return 0.0
    return min(_tree_distance(one, other), _line_distance(one, other))


def _tree_distance(one: Token, other: Token) -> float:
    above = {token.i: step for step, token in enumerate(path_up(other))}
    for step, token in enumerate(path_up(one)):
        if token.i in above:
            crossed = _crossings(one, token) + _crossings(other, token)
            return step + above[token.i] + crossed
    return 99.0


def _crossings(token: Token, top: Token) -> float:
    cost = 0.0
    while token.i != top.i:
        if heads_clause(token):
            cost += _CROSSING.get(token.dep_, 2.0)
        token = token.head
    return cost


def _line_distance(one: Token, other: Token) -> float:
    """Content words and punctuation between, so that neighbours survive a wrong tree."""
    first, last = sorted((one.i, other.i))
    return sum(_costs(one.doc)[first + 1 : last], 1.0)


def _costs(doc: Doc) -> list[float]:
    """What it costs to step over each word of a sentence; worked out once."""
    if "costs" not in doc.user_data:
        doc.user_data["costs"] = list(map(_cost, doc))
    found: list[float] = doc.user_data["costs"]
    return found


def _cost(token: Token) -> float:
    if token.text in (";", ":", "—", "–") or token.lower_ in ("but", "while", "whereas"):
        return 4.0
    if token.text == ",":
        return 1.5
    return 1.2 if token.pos_ in ("VERB", "AUX") else 0.7


def anchor(span: Span) -> Token:
    """The word by which a figure hangs in the tree: the counted noun for a bare number."""
    token = span.root
    while token.dep_ in ("nummod", "compound", "amod", "nmod:npmod", "det") and (
        token.head.i not in range(span.start, span.end) and abs(token.head.i - token.i) < 6
    ):
        if measures_a_name(token):
            break
        if is_led(token):
            break  # "869 billion won in 2013 to 920 billion won", where the year counts nothing
        token = token.head
    return token


def measures_a_name(noun: Token) -> bool:
    """ "the 34-kilometre Wend Bridge": whether a unit with its figure stands right before a name,
    whatever the tree makes of the two."""
    is_measure = any(c.dep_ == "nummod" for c in noun.children)
    if not is_measure or noun.i + 1 == len(noun.doc) or noun.nbor().pos_ != "PROPN":
        return False
    return any(c.lower_ == "the" for c in (*noun.children, *noun.head.children))


def is_led(token: Token) -> bool:
    """Whether a number has a preposition of its own: "in 2013"."""
    return any(c.dep_ == "case" and c.i == token.i - 1 for c in token.children)


def titled(span: Span) -> Token:
    """The word by which a name hangs in the tree, its title before it included."""
    token = span.root
    while token.dep_ in ("flat", "nmod:desc", "compound") and token.head.i == token.i - 1:
        token = token.head
    if token.dep_ == "appos" and token.head.i in (span.start - 1, span.start - 2):
        return token.head
    return token


def depends_on(token: Token, top: Token) -> bool:
    """Whether `token` lies in the subtree of `top` (or is it)."""
    return token.i == top.i or top.is_ancestor(token)


def antecedent(verb: Token) -> Token | None:
    """The noun that acts in a relative clause by "that", "which" or "who", of which `verb` is the
    head: "a ship that cost 3 million"."""
    acts = (c.dep_.startswith("nsubj") for c in verb.children if c.tag_ in ("WDT", "WP"))
    is_relative = verb.dep_ == "acl:relcl" and verb.head.pos_ in ("NOUN", "PROPN")
    return verb.head if is_relative and any(acts) else None


def is_told_beside(verb: Token) -> bool:
    """ "would abide by the deal, which fixes 5 percent": told of what is, whatever stands over
    it."""
    while verb.dep_ == "conj":
        verb = verb.head
    led = next((t for t in verb.subtree if t.text != ","), verb)
    opens = led.i > 0 and led.nbor(-1).text == "," and led.lower_ in ("which", "who")
    return opens and verb.dep_ == "acl:relcl" and verb.tag_ in ("VBZ", "VBD", "VBP")


def is_within_aside(name: Iterable[Token], verb: Token) -> bool:
    """Whether a name ends a clause that is put in: "X, who came in after Y's fall, left in May":
    Y did not."""
    own = [token.i for token in name]
    if not own or max(own) >= verb.i:
        return False
    doc = verb.doc
    rest = (t for t in doc[max(own) + 1 : verb.i] if t.pos_ != "PROPN" and t.dep_ != "flat")
    behind = next((t for t in rest if t.text != "-"), verb)
    opens = [t.i for t in doc[1 : min(own)] if t.lower_ in ("who", "which", "whose")]
    if behind.text != "," or not opens or doc[opens[-1] - 1].text != ",":
        return False
    return not any(t.text in (",", ";") for t in doc[opens[-1] : behind.i])


def participle_of(verb: Token) -> Token:
    """The participle of "has repeatedly inflated figures", where the parser takes it for an
    adjective; any other verb itself."""
    behind = [t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.pos_ != "ADV"][:1]
    is_led = verb.lemma_.lower() == "have" and any(t.tag_ == "VBN" for t in behind)
    return behind[0] if is_led and behind[0].dep_ == "amod" else verb


def is_joined(noun: Token) -> bool:
    """Whether a name, or a noun by "and" or counted, is set beside another: "Larkham and its
    neighbours", but not "Larkham, great people, they pay"."""
    return noun.pos_ == "PROPN" or (
        noun.pos_ == "NOUN" and any(c.dep_ in ("cc", "nummod") for c in noun.children)
    )


def sharing_subject(verb: Token, by: Sequence[str] = ("conj", "xcomp")) -> Iterator[Token]:
    """A verb and those whose subject is its own, joined to it `by`: "it links rises to prices and
    caps them", "it obliges A to pay"."""
    yield verb
    while verb.dep_ in by and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
        yield verb


def lies_there(verb: Token, lemma: str) -> str:
    """The lemma of a verb, "lie somewhere" where it tells of a place: "lies in the north"."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    is_placed = any(t.lower_ in _PLACING for t in following) or following[:1].text[:1].isdigit()
    return "lie somewhere" if lemma == "lie" and is_placed else lemma
