"""The tables of spaCy's rule lemmatizer, made from the treebanks.

The rules are the usual endings of English. The index holds the verbs, nouns and adjectives that
the treebanks know, by which "hoped" finds "hope" and not "hop"; the exceptions are the forms
that the rules would get wrong. The lemmatizer looks at lower-case forms, so a headline's
capitals do not matter to it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.lookups import Lookups

from training.treebank import Sentence

DOUBLED = [[letter + letter + end, letter] for letter in "bdgmnprt" for end in ("ed", "ing")]
SILENT_E = [
    [stem + end, stem + "e"]
    for stem in ("at", "iz", "is", "v", "g", "c", "u", "bl", "tl", "gl", "pl", "dl", "ir", "ur")
    for end in ("ed", "ing")
]
SIBILANTS = [["sses", "ss"], ["ches", "ch"], ["shes", "sh"], ["xes", "x"]]
ENDINGS = [["ed", ""], ["ing", ""], ["ed", "e"], ["ing", "e"]]
AS_IT_IS = ["", ""]
# For a word that the index does not know, the first rule that fits wins; among those that lead
# to words of the index, the last.
RULES: dict[str, list[list[str]]] = {
    "noun": [["ies", "y"], *SIBILANTS, ["men", "man"], ["s", ""]],
    "verb": [["ies", "y"], *SIBILANTS, ["s", ""], ["ied", "y"], *DOUBLED, *SILENT_E, *ENDINGS],
    "adj": [["ier", "y"], ["iest", "y"], ["er", ""], ["est", ""], ["er", "e"], ["est", "e"]],
}
KEEPS_CAPITALS = "propn"
Lemmas = dict[str, dict[str, Counter[str]]]


def make_tables(sentences: Iterable[Sentence]) -> Lookups:
    """Rules, index and exceptions, for the lemmatizer's mode "rule"."""
    lemmas = _count(sentences)
    rules: dict[str, list[list[str]]] = {}
    index: dict[str, dict[str, int]] = {}
    exceptions: dict[str, dict[str, list[str]]] = {}
    for pos, forms in sorted(lemmas.items()):
        known = {form: found.most_common(1)[0][0] for form, found in sorted(forms.items())}
        rules[pos] = [] if pos == KEEPS_CAPITALS else [*RULES.get(pos, []), AS_IT_IS]
        index[pos] = _index(known, rules[pos]) if pos in RULES else {}
        exceptions[pos] = {
            form: [lemma]
            for form, lemma in known.items()
            if lemma != by_rule(form, rules[pos], index[pos])
        }
    exceptions[KEEPS_CAPITALS] = _peoples(lemmas) | exceptions[KEEPS_CAPITALS]
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_index", index)
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def by_rule(form: str, rules: list[list[str]], index: dict[str, int]) -> str:
    """What spaCy makes of a lower-case form that is no exception."""
    candidates = [form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old)]
    candidates = [candidate for candidate in candidates if candidate]
    indexed = [candidate for candidate in candidates if candidate in index]
    odd = [candidate for candidate in candidates if not candidate.isalpha()]
    return [*indexed[::-1], *odd, *candidates, form][0]


def _index(known: dict[str, str], rules: list[list[str]]) -> dict[str, int]:
    """The lemmas, without those that only misspellings have and that shadow a real one."""
    index = {lemma: 1 for lemma in known.values() if lemma.islower()}
    for form, lemma in known.items():
        guess = by_rule(form, rules, index)
        if guess not in (lemma, form) and lemma in index and known.get(guess) is None:
            index.pop(guess, None)
    return index


def _count(sentences: Iterable[Sentence]) -> Lemmas:
    """How often each form has each lemma; "National" in a name says little about "national"."""
    lemmas: Lemmas = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for word in sentence.words:
            in_name = word.tag.startswith("NNP") and word.pos != "PROPN"
            lemmas[word.pos.lower()][word.form.lower()][word.lemma] += 1 if in_name else 10
    for form, found in lemmas["aux"].items():
        lemmas["verb"].setdefault(form, found)  # "be" is a verb where something exists
    names = lemmas[KEEPS_CAPITALS]
    for form in [form for form, found in names.items() if _seen_once(form, found)]:
        del names[form]
    return lemmas


def _seen_once(form: str, found: Counter[str]) -> bool:
    """Whether it is a rare name, of which the table would know no more than the text says."""
    return found.total() < 20 and all(lemma.lower() == form for lemma in found)


def _peoples(lemmas: Lemmas) -> dict[str, list[str]]:
    """Plural names made from an adjective: the Americans, from American."""
    adjectives = {lemma for found in lemmas["adj"].values() for lemma in found}
    return {
        f"{word.lower()}s": [word]
        for word in sorted(adjectives)
        if word.istitle() and word.isalpha() and word.endswith(("an", "i", "c"))
    }
