"""From CoNLL-U to the examples that spaCy learns from, on sentences made by hand."""

import random
from itertools import pairwise

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from training.augmenting import augmenter, lowered, raised, without_ends, without_punctuation
from training.examples import kept_features, make_doc, make_example, training_examples
from training.hiding import hider, unknown
from training.layout import SHARES, lay_out
from training.lemmas import make_tables
from training.scoring import score_documents
from training.tokens import adapt_tokenizer
from training.treebank import Sentence, read_sentences, split_documents

CONLLU = """\
# newdoc id = one
# sent_id = one-1
# newpar id = one-p1
# text = They didn't pay $5, "sadly".
1	They	they	PRON	PRP	Case=Nom|Number=Plur|Person=3	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	pay	pay	VERB	VB	VerbForm=Inf	0	root	_	_
5	$	$	SYM	$	_	4	obj	_	SpaceAfter=No
6	5	5	NUM	CD	NumType=Card	5	nummod	_	SpaceAfter=No
7	,	,	PUNCT	,	_	9	punct	_	_
8	"	"	PUNCT	``	_	9	punct	_	SpaceAfter=No
9	sadly	sadly	ADV	RB	Degree=Pos	4	advmod	_	SpaceAfter=No
10	"	"	PUNCT	''	_	9	punct	_	SpaceAfter=No
11	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = one-2
# text = Gimme troops!
1-2	Gimme	_	_	_	_	_	_	_	_
1	Give	give	VERB	VB	Mood=Imp|VerbForm=Fin	0	root	_	_
2	me	I	PRON	PRP	Case=Acc	1	iobj	_	_
3	troops	troop	NOUN	NNS	Number=Plur	1	obj	_	SpaceAfter=No
4	!	!	PUNCT	.	_	1	punct	_	_

# newdoc id = two
# sent_id = two-1
# newpar
# newpar_block = p (1 s)
1	Congress	Congress	PROPN	NNP	Number=Sing	2	nsubj:pass	_	_
1.1	was	be	AUX	VBD	_	_	_	_	_
2	told	tell	VERB	VBN	Tense=Past|VerbForm=Part|Voice=Pass	0	root	_	_"""


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return list(read_sentences(CONLLU.splitlines()))


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en")
    adapt_tokenizer(blank)
    return blank


def forms(sentence: Sentence) -> list[str]:
    return [word.form for word in sentence.words]


def test_documents_and_paragraphs_are_found(sentences: list[Sentence]) -> None:
    assert [len(document) for document in split_documents(sentences)] == [2, 1]
    assert [sentence.starts_paragraph for sentence in sentences] == [True, False, True]


def test_a_contraction_that_spells_its_words_becomes_them(
    sentences: list[Sentence], nlp: Language
) -> None:
    assert forms(sentences[0])[1:3] == ["did", "n't"]
    assert make_doc(nlp.vocab, sentences[:1]).text == 'They didn\'t pay $5, "sadly".'


def test_a_contraction_that_does_not_becomes_one_word(sentences: list[Sentence]) -> None:
    assert forms(sentences[1]) == ["Gimme", "troops", "!"]
    assert [word.head for word in sentences[1].words] == [0, 0, 0]
    assert sentences[1].words[0].lemma == "give"


def test_empty_nodes_are_left_out(sentences: list[Sentence]) -> None:
    assert forms(sentences[2]) == ["Congress", "told"]


def test_gold_document_keeps_trees_labels_and_sentences(
    sentences: list[Sentence], nlp: Language
) -> None:
    doc = make_doc(nlp.vocab, sentences)
    assert [sent.text for sent in doc.sents][1:] == ["Gimme troops!", "Congress told"]
    assert [(t.dep_, t.head.text) for t in doc[-2:]] == [("nsubj:pass", "told"), ("ROOT", "told")]
    assert str(doc[-1].morph) == "Tense=Past|VerbForm=Part|Voice=Pass"


def test_only_useful_features_are_kept() -> None:
    assert kept_features("Case=Nom|Degree=Pos|Number=Plur") == "Number=Plur"
    assert kept_features("Degree=Cmp") == "Degree=Cmp"


@pytest.mark.parametrize("layout", SHARES)
def test_white_space_is_where_spacy_finds_it(
    layout: str, sentences: list[Sentence], nlp: Language
) -> None:
    gold = make_doc(nlp.vocab, sentences * 4, layout=layout)
    example = make_example(nlp, gold, show_sentences=True)
    white = [(token.idx, token.text) for token in gold if token.is_space]
    assert white == [(t.idx, t.text) for t in example.predicted if t.is_space]
    assert [s.text for s in example.predicted.sents] == [s.text for s in gold.sents]
    assert all(token.head.i == token.i - 1 for token in gold if token.is_space)


def test_layouts_differ_in_white_space_only(sentences: list[Sentence]) -> None:
    for layout in SHARES:
        words, starts = lay_out(sentences, layout)
        written = [word.form for word in words if word.pos != "SPACE"]
        assert written == [form for sentence in sentences for form in forms(sentence)]
        assert sum(starts) == len(sentences)


def test_letters_change_but_nothing_else(sentences: list[Sentence]) -> None:
    assert forms(raised(sentences)[1]) == ["GIMME", "TROOPS", "!"]
    assert forms(lowered(sentences)[2]) == ["congress", "told"]
    assert [w.lemma for w in raised(sentences)[1].words] == [w.lemma for w in sentences[1].words]


def test_punctuation_goes_and_the_tree_stays_whole(
    sentences: list[Sentence], nlp: Language
) -> None:
    bare = without_punctuation(sentences)
    assert make_doc(nlp.vocab, bare[:1]).text == "They didn't pay $5 sadly"
    assert [word.head for word in bare[0].words] == [3, 3, 3, 3, 3, 4, 3]
    assert make_doc(nlp.vocab, without_ends(sentences)[:1]).text == 'They didn\'t pay $5, "sadly"'


def test_hidden_words_keep_what_the_network_sees_besides_the_word() -> None:
    chance = random.Random(1)
    hidden = unknown("AGREEments", chance)
    assert (hidden[0], hidden[-3:], hidden != "AGREEments") == ("A", "nts", True)
    assert [letter.isupper() for letter in hidden] == [letter.isupper() for letter in "AGREEments"]
    assert [unknown(form, chance) for form in ("paid", "1,000,000", "co-op")] == [
        "paid",
        "1,000,000",
        "co-op",
    ]


def test_frequent_words_are_hidden_less(sentences: list[Sentence]) -> None:
    chance = random.Random(1)
    hide = hider([*sentences, *sentences[:1] * 500], 1.0, Vectors(shape=(1, 1)))
    changed = [forms(hide(sentences, chance)[row]) for _ in range(50) for row in (0, 2)]
    assert all("sadly" in found for found in changed[::2])
    assert sum(found[0] != "Congress" for found in changed[1::2]) > 10


def test_hidden_words_keep_their_cluster(sentences: list[Sentence]) -> None:
    vectors = Vectors(shape=(1, 2))
    vectors.add("congress", vector=np.array([3, 4]), row=0)
    hidden = hider(sentences, 1e9, vectors)(sentences, random.Random(1))
    stand_in = forms(hidden[2])[0]
    assert stand_in != "Congress"
    assert list(vectors[stand_in.lower()]) == [3, 4]


def test_the_same_seed_gives_the_same_examples(sentences: list[Sentence], nlp: Language) -> None:
    def texts(seed: int) -> list[str]:
        examples = training_examples(
            nlp,
            split_documents(sentences * 20),
            longest_run=3,
            share_alone=0.5,
            augment=augmenter(lower=0.2, upper=0.2, unpunctuated=0.2),
            chance=random.Random(seed),
            show_sentences=False,
        )
        return [example.text for example in examples]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_lemmas_come_from_rules_index_and_exceptions(
    sentences: list[Sentence], nlp: Language
) -> None:
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=make_tables(sentences))
    doc = nlp.make_doc("COUNTRIES terminated payments told Trump")
    for token, pos in zip(doc, ("NOUN", "VERB", "NOUN", "VERB", "PROPN"), strict=True):
        token.pos_ = pos
    lemmas = [token.lemma_ for token in lemmatizer(doc)]
    assert lemmas == ["country", "terminate", "payment", "tell", "Trump"]


def test_score_counts_words_arcs_and_sentences(sentences: list[Sentence], nlp: Language) -> None:
    gold = make_doc(nlp.vocab, sentences)
    perfect = score_documents([(gold, gold.copy())])
    assert {perfect.f1(name) for name in ("token", "tag", "UAS", "LAS", "sentence")} == {100.0}
    wrong = gold.copy()
    wrong[-2].dep_ = "obj"
    score = score_documents([(gold, wrong)])
    assert score.f1("LAS") < score.f1("UAS") == 100.0
    assert score.f1("nsubj:pass") == 0.0


def test_spans_of_words_do_not_overlap(sentences: list[Sentence], nlp: Language) -> None:
    doc = make_doc(nlp.vocab, sentences)
    assert all(left.idx + len(left) <= right.idx for left, right in pairwise(doc))
