"""What speaks against taking a name for an answer: a "not" elsewhere, a verb that says next to
nothing, a subject that is but a part of a longer name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.memory import Context
from factcheck.language.other_parts import NOT
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.strange_names import title_of
from factcheck.language.strangers import is_read
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of, depends_on
from factcheck.language.wording import LIGHT
from factcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_denied_elsewhere(hit: Hit, sentence: Sentence) -> bool:
    """A "not" that does not stand right before the verb or noun: whose it is, is open, but for
    one of the verb behind an apposition ("X, owner of Y, never saw it")."""
    noun = sentence.doc[hit.end - 1]
    named = noun.head if noun.dep_ == "appos" else noun
    verb = sentence.doc[hit.start]
    who = next((c for c in verb.children if c.lower_ == "who" and c.dep_ == "nsubj"), None)
    if verb.dep_ == "acl:relcl" and who is not None and who.nbor(-1).text == ",":
        own = [t for t in sentence.tokens if depends_on(t, verb)]  # "X, who led it, did not come"
    elif hit.form == "noun" and any(c.dep_ == "appos" for c in named.children):
        own = [t for t in sentence.tokens if depends_on(t, named)]
    else:
        own = list(sentence.tokens)
    own = [t for t in own if not _is_of_aside(t, noun)]
    places = [t.i for t in own if t.lower_ in NOT and not is_of_apposition(t, noun)]
    return any(not 0 < hit.start - place <= 3 for place in places)


def _is_of_aside(word: Token, told: Token) -> bool:
    """ "was built by X, who never saw it", "was built by X and has never moved": said in a relative
    clause, or in one that is joined on behind, that the verb is not in."""
    clause = clause_of(word)
    is_joined = clause.dep_ == "conj" and clause.i > told.i
    return (clause.dep_ == "acl:relcl" or is_joined) and not depends_on(told, clause)


def is_of_apposition(word: Token, told: Token) -> bool:
    """ "X, the first film not in English": said of what something is besides."""
    for above in word.ancestors:
        if above.dep_ == "appos" and not depends_on(told, above):
            return any(c.dep_ == "det" and c.i < word.i for c in above.children)
    return False


def is_light(hit: Hit, sentence: Sentence) -> bool:
    """ "made X his film of the year": of such verbs only "made by" tells who did it, and "which
    makes X"."""
    verb = sentence.doc[hit.start]
    if verb.dep_ == "acl:relcl" and any(c.lower_ in ("which", "that") for c in verb.children):
        return False
    is_one = hit.form == "verb" and hit.end - hit.start == 1 and verb.lemma_.lower() in LIGHT
    return is_one and not any(t.lower_ == "by" for t in sentence.doc[hit.end : hit.end + 2])


def sort_told(name: Mention, hit: Hit, sentence: Sentence) -> str:
    """Whether the words beside a name tell that it is a "person" ("Ambassador X", "X, who led it")
    or a "thing" ("X, which makes it"); "" where they do not."""
    if title_of(name, sentence):
        return "person"
    verb = sentence.doc[hit.start]
    noun = verb.head.head if verb.head.dep_ == "appos" else verb.head
    if verb.dep_ == "acl:relcl" and noun in sentence.span(name.start, name.end):
        said = {c.lower_ for c in verb.children}
        return "person" if "who" in said else "thing" if said & {"which", "that"} else ""
    return ""


def is_within_name(subject: Subject, sentence: Sentence, context: Context) -> bool:
    """ "Robert Larkham" is not the Larkham, but "President Larkham" is he."""
    entity = context.names.entity(subject.name)
    if entity is not None and entity.type == "person":
        return False
    own = [m for m in sentence.mentions if subject.name in m.entities]
    spans = [sentence.span(m.start, m.end) for m in own]
    before = [sentence.doc[span.start - 1] for span in spans if span.start]
    return bool(before) and all(t.pos_ == "PROPN" and not is_read(t, sentence) for t in before)
