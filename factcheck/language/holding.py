"""Who holds an office, and for how long: "X is the president of Y", "X was in office for a year".

The nouns and verbs are general (words/terms.toml); which offices there are, and who held them,
are facts. When a term began or ended is an event (`events.py`, `offices.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.offices import terms_of
from factcheck.language.sentences import Sentence
from factcheck.language.tenses import tense_of
from factcheck.language.times import is_time, period_of
from factcheck.language.titles import is_other_office
from factcheck.language.trees import clause_of
from factcheck.language.until_then import UNTIL_THEN, is_until_then
from factcheck.language.words import word_set
from factcheck.measures.periods import Period
from factcheck.measures.values import Value
from factcheck.records import Fact, Mention, Question

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICE = "office_held"
#: what may stand by the noun of an office without making it another one
_PLAIN = frozenset(("the", "a", "an", "current", "sitting", "incumbent", "still", "its", "their"))
#: words between a verb of holding office and how long
_BEFORE = frozenset(
    ("for", "about", "only", "just", "full", "a", "nearly", "almost", "some", "than", "less",
     "more", "all", "exactly", "barely", "under", "over")
)  # fmt: skip
_LASTING = frozenset(("last", "spend", "serve", "run", "be"))


def find_holders(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """Who is said to hold an office now, or to have held it at a time that is given."""
    for mention in sentence.mentions:
        facts = terms_of(mention, context)
        noun = _predicated(sentence.token(mention)) if facts else None
        if noun is None:
            continue
        office = _office_of(noun, facts, sentence, context)
        time = _time_of(noun, sentence)
        if office is None or (time is None and tense_of(noun) != "present"):
            continue
        at = (sentence.start + noun.idx, sentence.start + noun.idx + len(noun))
        yield held_at(mention, office, time, at, facts, context)


def held_at(
    mention: Mention,
    office: str,
    time: Period | None,
    at: tuple[int, int],
    facts: Sequence[Fact],
    context: Context,
) -> Answered:
    """The answer that a person held an office at a time (`None`: now), said by the words `at`
    (offsets, the end exclusive); `facts`: the person's terms."""
    person = "|".join(dict.fromkeys(fact.subject for fact in facts))
    start, end = mention.start, mention.end
    return Answered(
        start,
        end,
        Question(office, OFFICE, time, context.asked_on, "holder"),
        "party_or_actor",
        Value(start, end, mention.text, "entity", person),
        (f"holder: of the office {office}", f"subject: {office}, described"),
        tuple(facts),
        at,
        certain=context.asked_on is not None or time is not None,
    )


def _predicated(person: Token) -> Token | None:
    """The noun of an office that somebody is said to have, as in "X is the chair"."""
    for noun, other in ((person.head, person), (person, person.head)):
        subjects = [c for c in noun.children if c.dep_ == "nsubj"]
        is_said = any(c.dep_ == "cop" for c in noun.children)
        office = noun if other.i == person.i else next(iter(subjects), None)
        if not is_said or office is None or office.lemma_.lower() not in word_set("terms", "held"):
            continue
        if any(c.dep_ == "advcl" for c in noun.children):
            continue
        if person.i == noun.i or any(c.i == person.i for c in subjects):
            return office
    return None


def _office_of(
    noun: Token, facts: Sequence[Fact], sentence: Sentence, context: Context
) -> str | None:
    """The office of which `noun` speaks, of those that the person ever held."""
    place = sentence.start + noun.idx
    beside = [noun, *(c for c in noun.children if c.i < noun.i and c.dep_ != "punct")]
    inside = {
        name for m in sentence.mentions for name in m.entities if _stands_by(noun, m, sentence)
    }
    named = {m.entities for m in sentence.mentions if m.start <= place < m.end}
    found = []
    for name in dict.fromkeys(fact.value for fact in facts):
        office = context.names.entity(name)
        parties = {name, *(office.part_of if office else ())}
        is_named = any(name in entities for entities in named)
        is_theirs = not inside or bool(inside & parties)
        if is_named or (is_theirs and _title(beside, sentence) == _words(name)):
            found.append(name)
    return found[0] if len(found) == 1 else None


def _stands_by(noun: Token, mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is a complement of the noun: "of X", "X's", "in X"."""
    token = sentence.token(mention)
    return token.head.i == noun.i and token.dep_ in ("nmod", "nmod:poss", "amod", "compound")


def _title(words: Sequence[Token], sentence: Sentence) -> frozenset[str]:
    """The words of a title as the text has it: "acting president" in "the acting president"."""
    names = [(m.start - sentence.start, m.end - sentence.start) for m in sentence.mentions]
    return frozenset(
        word.lower_
        for word in words
        if word.lower_ not in _PLAIN
        and word.dep_ in ("compound", "amod", "nmod:desc", "flat", words[0].dep_)
        and not any(start <= word.idx < end for start, end in names)
    )


def _words(office: str) -> frozenset[str]:
    """The words of an office's name without whose it is: "Prime Minister of Japan"."""
    return frozenset(office.lower().partition(" of ")[0].partition(",")[0].split())


def _time_of(noun: Token, sentence: Sentence) -> Period | None:
    """The one time, not a beginning or an end, at which somebody is said to hold the office."""
    head = clause_of(noun)
    times = [v for v in sentence.values if is_time(v) and clause_of(sentence.token(v)).i == head.i]
    period = period_of(times[0]) if len(times) == 1 else None
    is_end = bool(times) and times[0].text.lower().split()[0] in ("since", "from", "until", "till")
    return None if period is None or period.is_open or is_end else period


def find_tenures(sentence: Sentence, context: Context) -> Iterator[Answered]:
    """For how long somebody is said to have held office."""
    people = [m for m in sentence.mentions if terms_of(m, context)]
    if len({m.entities for m in people}) != 1:
        return
    for value in sentence.values:
        token = sentence.token(value)
        if value.kind != "duration" or not _is_of_office(value, token, people[0], sentence):
            continue
        terms = terms_of(people[0], context)
        person = "|".join(dict.fromkeys(fact.subject for fact in terms))
        if "|" in person or _is_of_other(token, person, sentence, context):
            continue
        asked = Question(person, OFFICE, None, context.asked_on, "duration")
        why = ("tenure: time in office", f"subject: {person}, named {people[0].text}")
        made = Answered(value.start, value.end, asked, "duration", value, why)
        is_open = is_until_then(value, token, terms, context.asked_on)
        yield made.doubted(UNTIL_THEN) if is_open else made


def _is_of_other(token: Token, person: str, sentence: Sentence, context: Context) -> bool:
    """ "was president of the party for nine years"."""
    head = clause_of(token)
    held = [t for t in (head, *head.children) if t.lemma_.lower() in word_set("terms", "held")]
    return any(is_other_office(noun, person, sentence, context) for noun in held)


def _is_of_office(value: Value, token: Token, person: Mention, sentence: Sentence) -> bool:
    """ "was president for eight years", "served a four-year term", "his term lasted a year"."""
    nouns = word_set("terms", "nouns")
    if token.lemma_.lower() in nouns:  # "a full five-year term"
        return token.dep_ == "obj" and token.head.lemma_.lower() in ("serve", "complete", "finish")
    head = clause_of(token)
    first = sentence.span(value.start, value.end).start
    if not (clause_of(sentence.token(person)).i == head.i and person.start < value.start):
        return False
    before = sentence.doc[first - 1] if first else token
    while before.i and before.lower_ in _BEFORE and before.lower_ != "for":
        before = before.nbor(-1)
    if before.lower_ != "for" and before.i != head.i:
        return False
    subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
    lemma, held = head.lemma_.lower(), word_set("terms", "held")
    if lemma in held:  # "was president for eight years"
        return True
    if lemma in _LASTING and subject is not None and subject.lemma_.lower() in nouns:
        return True
    said = {t.lemma_.lower() for t in head.subtree}
    if lemma in ("spend", "serve", "stay", "remain"):
        return bool(said & held)
    return lemma in word_set("terms", "holding") - {"run", "lead", "hold", "serve", "head"}
