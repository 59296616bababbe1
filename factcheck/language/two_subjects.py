"""Two subjects of one figure compared: "more troops in A than in B", "twice as many as B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.comparatives import measured_by
from factcheck.language.compared import comparison, is_year
from factcheck.language.fitting_kinds import counts_deeds
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Hit, Sentence
from factcheck.language.shares import as_shares
from factcheck.language.strangers import is_unknown, scope_of
from factcheck.language.subjects import Subject
from factcheck.language.times import is_time, period_of
from factcheck.language.trees import clause_of, distance
from factcheck.measures.periods import Period
from factcheck.records import Property

if TYPE_CHECKING:
    from spacy.tokens import Token

_EXCEPT = frozenset(("except", "but", "besides", "excluding", "save", "apart", "outside"))
_TIMES = frozenset(("twice", "thrice", "double", "triple", "half", "two", "three", "four", "five"))
_NUMERIC = ("amount", "number", "percentage")
_FIGURES = ("number", "percentage", "amount", "range")


def more_than(
    token: Token,
    between: str,
    said: str | Decimal,
    sentence: Sentence,
    subjects: Sequence[Subject],
    context: Context,
) -> Iterator[Answered]:
    """ "more troops in A than in B", "twice as many in A as in B": two subjects of one figure."""
    doc = token.doc
    rest = (
        doc[token.i : token.i + 16] if token.lower_ == between else doc[token.i + 1 : token.i + 16]
    )
    than = next((t for t in rest if t.lower_ == between), None)
    figured = any(0 <= token.i - sentence.span(v.start, v.end).end < 2 for v in sentence.values
                  if v.kind in _FIGURES)  # fmt: skip
    after = token.i > 0 and doc[token.i - 1].text == ","  # "67 percent, lower than at the last"
    if than is None:
        return
    measured = than.i == token.i + 1 and not after
    by_size = _measured(token, than, sentence, context) if measured else []
    # "more than" hedges
    figured = figured and not isinstance(said, Decimal)
    if ((than.i == token.i + 1 and not by_size) or figured) and not after:
        return
    if doc[than.i + 1 : than.i + 2].text.lower() in _TIMES | {"any"}:
        return  # ", more than twice as many", "than any other": `than_any.py`
    dates = [p for v in sentence.values if is_time(v) and (p := period_of(v)) and _is_years(p)]
    time = dates[0] if len(dates) == 1 else None
    found = by_size or compared(token, than, sentence)
    for each in as_shares(found, doc[: end_of(than)].text, context):
        pair = sides(each, than, subjects, context)
        if pair is not None and is_said_of(token, pair[0], each, sentence):
            ours, other = pair
            if is_for_another(token, than, ours, sentence, context):
                continue
            places = [t.i for group in other.tokens for t in group if t.i > than.i]
            if not _EXCEPT.isdisjoint(t.lower_ for t in doc[than.i : min(places)]):
                continue  # "more than in any country except B"
            aggregate = "ratio" if isinstance(said, Decimal) else "difference"
            made = comparison(
                token, doc[min(places)], said, each, ours, other.name, (time, time),
                aggregate, sentence, context,
            )  # fmt: skip
            nouns = [t.i for t in doc[token.i + 1 : than.i] if t.pos_ == "NOUN"]
            deed = any(
                _is_done(hit, each, nouns, sentence)
                for hit in sentence.hits
                if each in hit.properties
            )
            said_so = any(
                hit.form in ("noun", "count") and any(hit.start <= i < hit.end for i in nouns)
                for hit in sentence.hits
                if each in hit.properties
            )
            # "delivered more aircraft than": what was delivered may be something else
            is_open = bool(nouns) and deed and not said_so
            yield made.unless((is_open, "what was done may be something else"))


def is_said_of(token: Token, ours: Subject, each: Property, sentence: Sentence) -> bool:
    """Whether a comparative is said of the subject, or of what is measured of it: not "the queue
    for X is longer than", "X's last scene is"."""
    heads = (token, token.head, clause_of(token))
    agents = {c.i for head in heads for c in head.children if c.dep_.startswith("nsubj")}
    own = {t.i for group in ours.tokens for t in group}
    part = each.name.lower().split("_")  # "the crest of X"
    measured = {i for i in agents if sentence.doc[i].lemma_.lower() in part}
    measured |= {i for hit in sentence.hits for i in range(hit.start, hit.end)}
    said = {t.i for i in agents for t in sentence.doc[i].subtree if t.i in own}
    is_it = any(sentence.doc[i].pos_ == "PRON" for i in agents)
    is_named = any(
        i in own or any(t.dep_ == "flat" for t in sentence.doc[i].children) for i in agents
    )
    return not agents or not said or is_it or is_named or bool(agents & measured)


def sides(
    each: Property, than: Token, subjects: Sequence[Subject], context: Context
) -> tuple[Subject, Subject] | None:
    """The one subject before "than" and the one after it that have a figure of the property."""
    able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
    able = [s for s in able if s.how in ("named", "described")]
    own = {s.name: (s, _own(s, able)) for s in able if _own(s, able)}
    end = end_of(than)
    ours = [s for s, places in own.values() if places[0] < than.i]
    theirs = [s for s, places in own.values() if than.i < places[0] < end]
    return (ours[0], theirs[0]) if len(ours) == 1 and len(theirs) == 1 else None


def side_before(
    each: Property, than: Token, subjects: Sequence[Subject], context: Context
) -> Subject | None:
    """The one subject before "than" that has a figure of the property."""
    able = [s for s in subjects if each.name in context.names.properties_of(s.name)]
    able = [s for s in able if s.how in ("named", "described")]
    own = {s.name: (s, _own(s, able)) for s in able if _own(s, able)}
    end = end_of(than)
    ours = [
        s for s, own in own.values() if own[0] < than.i and not any(than.i < i < end for i in own)
    ]
    return ours[0] if len(ours) == 1 else None


def end_of(than: Token) -> int:
    """Where ends what a figure is compared with: "than in A and fewer than in B", "than any other
    host, and B …"."""
    rest = than.doc[than.i + 1 :]
    ends = [t.i for t in rest if t.text in (",", ";") or t.lower_ in ("than", "while", "though")]
    return ends[0] if ends else len(than.doc)


def _measured(token: Token, than: Token, sentence: Sentence, context: Context) -> list[Property]:
    """What "longer than B" compares; nothing where a figure follows ("longer than 40 metres")."""
    spans = [sentence.span(v.start, v.end) for v in sentence.values]
    if any(than.i < span.start < than.i + 4 for span in spans):
        return []
    return measured_by(token, sentence, context) or _of_its_noun(token, than, sentence)


def _of_its_noun(token: Token, than: Token, sentence: Sentence) -> list[Property]:
    """ "A's revenue was higher than that of B", "than B's", "turnout in A was lower than in B":
    what the noun before it names."""
    said = {c.i for c in token.children if c.dep_.startswith("nsubj")}
    behind = sentence.doc[than.i + 1 : than.i + 3]
    is_owned = behind[:1].text in ("that", "in", "at") or any(
        t.tag_ == "POS" for t in sentence.doc[than.i :]
    )
    hits = [h for h in sentence.hits if h.form == "noun" and h.end - 1 in said]
    return [p for h in hits for p in h.properties if p.type in _NUMERIC] if is_owned else []


def is_for_another(
    token: Token, than: Token, subject: Subject, sentence: Sentence, context: Context
) -> bool:
    """ "more on schools than", "more for its pupils than": for what is not known of the subject."""
    between = token.doc[token.i + 1 : than.i]
    ends = [t.i for t in between if t.lower_ in ("on", "for")]
    scope = scope_of(subject.name, context)
    nouns = [t for t in between if ends and t.i > ends[0] and t.pos_ in ("NOUN", "PROPN")]
    return any(is_unknown(noun, scope, sentence) for noun in nouns)


def _is_years(period: Period) -> bool:
    """Whether a period is one year, or several with both ends said."""
    first, last = period.first, period.last
    return is_year(period) or bool(first and last and (last - first).days > 366)


def compared(token: Token, than: Token, sentence: Sentence) -> list[Property]:
    """The numeric properties spoken of near a comparative, the nearest first."""
    found = [
        (min(distance(token, t) for t in sentence.doc[hit.start : hit.end]), index, each)
        for index, hit in enumerate(sentence.hits)
        if hit.start < than.i
        for each in hit.properties
        if each.type in _NUMERIC
    ]
    # "twice as much support as": what is compared is said between
    between = sentence.doc[token.i + 1 : than.i]
    # "pays more for soldiers than": the nouns tell what for
    is_of_verb = bool(between) and between[0].lower_ in ("for", "on", "in", "to", "than")
    nouns = [t.i for t in between if t.pos_ == "NOUN" and not is_of_verb]
    if is_of_verb:
        found = [one for one in found if sentence.hits[one[1]].form == "verb"]
    if nouns:
        said = [
            index
            for index, hit in enumerate(sentence.hits)
            if any(hit.start <= i < hit.end for i in nouns)
            and not any(_is_within(hit, other) for other in sentence.hits)
        ]
        found = [
            one
            for one in found
            if one[1] in said or _is_done(sentence.hits[one[1]], one[2], nouns, sentence)
        ]
    near = [one for one in sorted(found, key=lambda one: one[:2]) if one[0] <= 4.0]
    return list(dict.fromkeys(each for _, _, each in near))


def _is_done(hit: Hit, each: Property, nouns: Sequence[int], sentence: Sentence) -> bool:
    """ "delivered more aircraft than", "emits more CO2 than": what is done is counted or measured,
    and by the verb of it."""
    verb = sentence.doc[hit.start]
    done = any(sentence.doc[i].dep_ == "obj" and sentence.doc[i].head.i == verb.i for i in nouns)
    return hit.form == "verb" and done and counts_deeds(each)


def _is_within(hit: Hit, other: Hit) -> bool:
    """ "defense" within "GDP on defense": the longer wording says what is meant."""
    covers = other.start <= hit.start and hit.end <= other.end
    return covers and other.end - other.start > hit.end - hit.start


def _own(subject: Subject, all_subjects: Sequence[Subject]) -> list[int]:
    """Positions of the words that stand for this subject and for no other."""
    others = {
        t.i
        for other in all_subjects
        if other.name != subject.name
        for group in other.tokens
        for t in group
    }
    return sorted({t.i for group in subject.tokens for t in group} - others)
