"""How long a deal is that the text tells of as news: "signed a new five-year accord", "Under the
six-year deal, …", "It is valid for two years", "Five years." by itself.

Which deal is meant is told by its name or number, or by its having been made just then; how long
it is stands beside it and is the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.definites import series_of
from factcheck.language.descriptions import described
from factcheck.language.hinted import APPROVING, hinted, series_in
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.modifiers import AGREEING, left_edge
from factcheck.language.numbered import just_made
from factcheck.language.plainness import is_plain
from factcheck.language.sentences import Sentence, forms
from factcheck.language.something_else import is_other_thing
from factcheck.language.strangers import is_named
from factcheck.language.subjects import Subject
from factcheck.language.trees import clause_of, sharing_subject
from factcheck.language.words import agreement_nouns, word_set
from factcheck.measures.values import Value
from factcheck.records import Question

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEARS = re.compile(r"P\d+Y")
_LASTS = re.compile(
    r"\s(?:valid\s+for|(?:is|was)\s+(?:made\s+)?for|covers|covered|lasts|lasted|will\s+last"
    r"|runs|ran|will\s+run|spans|spanned|holds|held|applies|applied)\s+(?:for\s+)?(?:a\s+(?:total|period|term)\s+of\s+)?$",
    re.IGNORECASE,
)
#: what tells of a deal that is not the new one, or none yet
_OTHERS = frozenset(
    ("last", "previous", "earlier", "old", "expired", "expiring", "former", "proposed", "possible",
     "preceding", "next", "current", "existing", "present", "original", "first", "another", "any")
)  # fmt: skip
#: verbs of a deal that the tagger takes for nouns
_SAYS = frozenset(("calls", "sets", "costs", "covers", "runs", "limits", "links", "caps", "ends"))
_MADE = AGREEING | APPROVING | {"initial", "seal", "clinch", "finalize", "finalise", "announce"}


def find_deal_lengths(
    sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> Iterator[Answered]:
    """Answers given by a length in years that stands by a word for what is signed."""
    for value in sentence.values:
        if value.kind != "duration" or not _YEARS.fullmatch(str(value.value)):
            continue
        noun = _described_by(value, sentence)
        it = None if noun is not None else _said_of(value, sentence)
        is_all = sentence.text.strip(" .") == value.text
        meant = _before(context, None) if is_all else ()
        if noun is not None:
            meant = meant or _by_noun(noun, value, sentence, context)
        elif it is not None:
            meant = meant or _by_subject(it, sentence, subjects, context)
        for name in meant:
            how = None if "duration" in context.names.properties_of(name) else "duration"
            asked = Question(name, "duration", None, context.asked_on, how)
            why = (f"length of {name}, which is news",)
            yield Answered(value.start, value.end, asked, "duration", value, why)


def _described_by(value: Value, sentence: Sentence) -> Token | None:
    """The noun that a length stands before: "accord" in "a six-year troop-cost accord"."""
    span = sentence.span(value.start, value.end)
    if "-" not in value.text and not value.text.endswith("year"):
        return None
    for token in sentence.doc[span.end : span.end + 5]:
        if token.lemma_.lower() in agreement_nouns():
            after = sentence.doc[token.i + 1 : token.i + 2]
            is_other = bool(after) and after[0].pos_ == "NOUN" and after[0].lower_ not in _SAYS
            return None if is_other else token
        is_led = token.pos_ in ("ADJ", "NOUN", "PROPN", "ADP") or token.tag_ in ("VBG", "NN", "JJ")
        if not is_led and token.text != "-":
            return None
    return None


def _said_of(value: Value, sentence: Sentence) -> Token | None:
    """The subject in "It is valid for two years", "The deal … covers six years"."""
    before = sentence.quote(max(sentence.start, value.start - 40), value.start)
    if not _LASTS.search(before):
        return None
    *_, verb = sharing_subject(clause_of(sentence.token(value)), ("conj",))
    agents = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
    return agents[0] if len(agents) == 1 and agents[0].i < sentence.token(value).i else None


def _by_noun(noun: Token, value: Value, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The member of a series that has been made just now, if nothing tells of another one."""
    words = {t.lower_ for t in sentence.doc[left_edge(noun).i : noun.i]}
    if words & _OTHERS or not _is_made(noun, words) or _has_run_out(noun):
        return ()
    series = series_of(noun, noun.lemma_.lower(), sentence, context)
    series = series or hinted(noun, noun.lemma_.lower(), sentence, context)
    if not series and not is_named(noun, sentence):
        told = [d.subject for d, _ in described(sentence, context)]
        series = _of_topics([*told, *context.just_before()], context)
    if len(series) != 1 or is_other_thing(noun, series, sentence, context):
        return ()
    if not is_plain(noun, series, sentence, context):
        return ()
    made = just_made(series[0], noun, context)
    beside = context.names.pick(series[0], "lasting", str(value.value), context.asked_on)
    # "the five-year deal" may be the one before
    if "the" in words and any(one.name not in made for one in beside):
        return ()
    return made


def _of_topics(names: Iterable[str], context: Context) -> tuple[str, ...]:
    """The only series of deals in the topics of what is spoken of: "the deal" where a text tells
    what is paid under it."""
    spoken = [e for n in names if (e := context.names.entity(n))]
    topics = {e.topics[0] for e in spoken if len(e.topics) == 1 and e.type != "person"}
    kinds = frozenset(("agreement",))
    found = {one for topic in sorted(topics) for one in series_in(topic, kinds, context)}
    return tuple(found) if len(found) == 1 else ()


def _is_made(noun: Token, words: set[str]) -> bool:
    """ "signed a six-year deal", "under a six-year deal", "the six-year deal"; but not "sought a
    six-year deal"."""
    if "the" in words or "this" in words:
        return True
    head = noun.head
    if noun.dep_ in ("obj", "nsubj:pass", "nsubj") and _MADE & {*forms(head)}:
        return head.tag_ in ("VBD", "VBN", "VBZ", "VBP") or "new" in words
    before = noun.doc[max(left_edge(noun).i - 1, 0)].lower_
    return before in ("under", "in") and noun.dep_ in ("obl", "nmod")


def _has_run_out(noun: Token) -> bool:
    verbs = [noun.head, *(c for c in noun.children if c.dep_ == "acl:relcl")]
    ends = word_set("events", "run_out.verbs")
    return any(ends.intersection(forms(v)) for v in verbs)


def _before(context: Context, it: Token | None) -> tuple[str, ...]:
    """The deal that the sentence before named, or made."""
    before = [e for n in context.just_before() if (e := context.names.entity(n))]
    signed = [e.name for e in before if e.type == "agreement" and e.part_of]
    series = [e.name for e in before if e.type == "agreement" and not e.part_of]
    if not series and context.recent_lemmas(1) & agreement_nouns():
        series = list(_of_topics(context.just_before(), context))
    is_one = it is not None and len(series) == 1 and not signed
    made = just_made(series[0], it, context) if it is not None and is_one else ()
    return tuple(signed) if len(signed) == 1 else made


def _by_subject(
    it: Token, sentence: Sentence, subjects: Sequence[Subject], context: Context
) -> tuple[str, ...]:
    """The deal that "it" takes up, or that a noun for a deal means."""
    if it.lower_ == "it" and it.i < 2:
        return _before(context, it)
    if it.lemma_.lower() not in agreement_nouns():
        return ()
    own = [s for s in subjects if any(it in group for group in s.tokens)]
    told = {s.name for s in own if s.how in ("named", "picked", "referred") and s.is_noun()}
    entities = [e for name in told if (e := context.names.entity(name))]
    return (entities[0].name,) if len(told) == 1 and entities and entities[0].part_of else ()
