"""What a sentence speaks of: its names, those of the sentences before, what is described by them.

For values that tell by themselves of which fact they are (`by_value.py`, `by_slip.py`): the fact
must be of something that is spoken of, whatever the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.words import words
from factcheck.measures.numerals import significant_digits
from factcheck.measures.physical import physical_unit
from factcheck.measures.values import Value
from factcheck.records import Fact, Property

#: so many digits tell a thing even where no word of it is said
MANY = 4


class Spoken:
    """What a sentence speaks of: the names in it, those of the sentences before, its lemmas."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self._names = {name for mention in sentence.mentions for name in mention.entities}
        self._before = {*context.recent(), *context.ours}
        self._here = sentence.lemmas
        self._lemmas = sentence.lemmas | context.recent_lemmas(1)
        self._context = context
        #: properties that are told by something else than their words
        self.told: frozenset[str] = frozenset()
        self.properties = {each.name: each for each in context.names.properties()}

    def property_of(self, fact: Fact) -> Property:
        """The property that a fact is of."""
        return self.properties[fact.property]

    def subjects(self) -> list[str]:
        """All that may be spoken of: what is named, what is described by it, their members."""
        names = self._names | self._before
        described = {
            each.subject
            for each in self._context.names.descriptions()
            if each.entities and not names.isdisjoint(each.entities[0])
        }
        series = [name for name in names | described if _is_series(name, self._context)]
        members = {m.name for name in series for m in self._context.names.members(name)}
        return sorted(names | described | members)

    def of(self, fact: Fact, each: Property, value: Value) -> bool:
        """Whether the subject of a fact is spoken of: named, or described by what is."""
        near = self._is_named(fact.subject, self._names)
        if value.kind == "date":
            return near or self._is_named(fact.subject, {*self._context.just_before()})
        if not (near or self._is_named(fact.subject, self._names | self._before)):
            return False
        if value.kind == "number" and value.of and not _counts(each, value.of):
            return self._is_only_measure(value, fact, each)
        is_sure = significant_digits(value.value) >= MANY and value.kind != "number"
        return is_sure or self.has_words(fact.subject, each)

    def is_only_date(self, fact: Fact) -> bool:
        """Whether a topic without words of its own knows no other date of the subject."""
        names = self._context.names
        dates = [f for f in names.facts(fact.subject) if f.reading and f.reading.kind == "date"]
        return names.is_bare(fact.topic) and len(dates) == 1

    def _is_only_measure(self, value: Value, fact: Fact, each: Property) -> bool:
        """Whether a figure is in the unit of the only property of the subject that is measured so,
        where a topic has no words of its own."""
        said, names = physical_unit(value.of), self._context.names
        if said is None or not names.is_bare(fact.topic):
            return False
        known = names.properties_of(fact.subject)
        units = {name: physical_unit(self.properties[name].unit) for name in known}
        alike = [
            name for name, own in units.items() if own and own[0].dimension == said[0].dimension
        ]
        own = units.get(each.name)
        return alike == [each.name] and own is not None and own[0].factor == said[0].factor

    def _is_named(self, subject: str, names: set[str]) -> bool:
        """Whether a subject is one of some names, or of a series that is, or described by one."""
        entity = self._context.names.entity(subject)
        series = entity.part_of if entity else ()
        if subject in names or any(s in names and _is_series(s, self._context) for s in series):
            return True
        nouns = words("types").get(entity.type or "", ()) if entity else ()
        return any(
            described.subject in (subject, *series)
            and described.entities
            and not names.isdisjoint(described.entities[0])
            and (described.subject == subject or self._says((*described.words, *nouns)))
            for described in self._context.names.descriptions()
        )

    def describes(self, subject: str) -> bool:
        """Whether the sentence describes a subject itself, not the series that it is of."""
        near = {*self._names, *self._context.just_before()}
        return any(
            described.subject == subject
            and described.entities
            and not near.isdisjoint(described.entities[0])
            and any(self._here.issuperset(phrase.split()) for phrase in described.words)
            for described in self._context.names.descriptions()
        )

    def _says(self, phrases: Sequence[str]) -> bool:
        """Whether all words of one of some phrases stand there: of a series, what it is of."""
        return any(self._lemmas.issuperset(phrase.split()) for phrase in phrases)

    def has_words(self, subject: str, each: Property) -> bool:
        """Whether a word by which the property or the subject is spoken of stands there."""
        if each.name in self.told:
            return True
        said = {w for p in (*each.nouns, *each.counts) for w in p.split()[-1:]}
        for described in self._context.names.descriptions():
            if described.subject == subject:
                said |= {w for phrase in described.words for w in phrase.split()}
        return not said.isdisjoint(self._lemmas)


def _counts(each: Property, noun: str) -> bool:
    """Whether a property counts what a number is said of: "soldiers", "soldiery"."""
    last = noun.split()[-1].lower()
    return any(last[:4] == count.split()[-1][:4] for count in each.counts)


def _is_series(name: str, context: Context) -> bool:
    """A country or an alliance is no series of things that are spoken of by its name."""
    entity = context.names.entity(name)
    return entity is not None and entity.type in ("agreement", "treaty", "act")
