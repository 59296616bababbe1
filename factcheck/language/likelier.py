"""Figures bound by the wording of a topic that are just what is known of something else.

"Seoul's support, direct and indirect, came to 842.81 million": the wording knows the noun, and what
was learned from statements knows the phrase. Where a fact of a property that is likely by the words
around it says the very figure, it is not held against the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.language.evidence import is_known
from factcheck.language.likely import guess
from factcheck.language.making import Answered
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.measures.numerals import significant_digits

#: the kinds of values that facts say to the last digit, and how many digits are no accident
_EXACT, _ENOUGH = ("number", "amount", "percentage"), 3
#: how likely a property must be of which a figure has fewer
_LIKELY = 0.5


def likelier(
    answers: Iterable[Answered], sentence: Sentence, context: Context
) -> Iterator[Answered]:
    """The answers, those that are likely of something else as uncertain."""
    for answer in answers:
        other = _other(answer, sentence, context)
        yield answer.doubted(f"the figure is that of {other}") if other else answer


def _other(answer: Answered, sentence: Sentence, context: Context) -> str | None:
    """The likely property that a certain figure is just the value of, if its own has no such."""
    said, names, own = answer.value, context.names, answer.question.property
    if not answer.certain or said.kind not in _EXACT or answer.question.aggregate:
        return None
    value = next((v for v in sentence.values if v.start == said.start), None)
    if value is None or is_known(answer, context):
        return None
    facts = names.facts_with(value.kind, value.value, value.unit)
    others = {fact.property for fact in facts} - {own}
    if not others:
        return None
    guessed = guess(value, sentence, context)
    likely = dict(guessed.properties) if guessed else {}
    is_exact = significant_digits(said.value) >= _ENOUGH
    of_own = max((p for each, p in likely.items() if each.name == own), default=0.0)
    for each, p in likely.items():
        if each.name in others and (p > of_own if is_exact else p >= _LIKELY and not of_own):
            return each.name
    return None
