"""From a document to its claims: gate, sentences, grammar, then each shape of claim in turn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from factcheck.language.agreeing import find_agreeing
from factcheck.language.apart import find_apart
from factcheck.language.apposed import find_apposed
from factcheck.language.asked import asked, find_answered
from factcheck.language.attached import attached
from factcheck.language.belonging import find_belonging
from factcheck.language.changed_by import find_changed_by
from factcheck.language.comparisons import find_comparisons
from factcheck.language.conversions import doubted_conversions
from factcheck.language.crossing import doubted
from factcheck.language.dated_copulas import find_dated_copulas
from factcheck.language.dated_names import find_dated_names
from factcheck.language.deadlines import find_deadlines
from factcheck.language.deal_lengths import find_deal_lengths
from factcheck.language.deeds import find_deeds
from factcheck.language.editions import with_other_years
from factcheck.language.ended_deals import find_ended_deals
from factcheck.language.event_subjects import signed_beside
from factcheck.language.events import find_events
from factcheck.language.evident_numbers import find_evident_numbers
from factcheck.language.existing import find_existing
from factcheck.language.figures import find_figures
from factcheck.language.first_payments import find_first_payments
from factcheck.language.followed import find_followed
from factcheck.language.founders import find_founders
from factcheck.language.fragments import find_fragments
from factcheck.language.frequencies import find_frequencies
from factcheck.language.held_then import find_held_then
from factcheck.language.holding import find_holders, find_tenures
from factcheck.language.improbable import improbable
from factcheck.language.intervals import find_intervals
from factcheck.language.learned import find_learned
from factcheck.language.learned_names import find_learned_names
from factcheck.language.likelier import likelier
from factcheck.language.makers import find_makers
from factcheck.language.making import Answered, Findings, as_written, is_empty_denial, make
from factcheck.language.member_counts import find_member_counts
from factcheck.language.memory import Context
from factcheck.language.namesakes import doubted_namesakes, doubted_others
from factcheck.language.nothing import find_nothing
from factcheck.language.occasions import find_occasions
from factcheck.language.of_neighbours import of_neighbours
from factcheck.language.origins import find_origins
from factcheck.language.outweighed import outweighed
from factcheck.language.pairs import beside_pairs, find_pairs
from factcheck.language.parallels import with_parallels
from factcheck.language.parties import find_parties
from factcheck.language.passages import read_sentences
from factcheck.language.payers import payers
from factcheck.language.placed import find_placed
from factcheck.language.post_lengths import find_post_lengths
from factcheck.language.posts import find_posts
from factcheck.language.promising import is_worth_asking
from factcheck.language.remembering import remember
from factcheck.language.renumbered import meant_by_number, with_right_numbers
from factcheck.language.respectively import in_order, is_out_of_order
from factcheck.language.said import find_said
from factcheck.language.same_again import find_same_again, is_told
from factcheck.language.sentences import Sentence
from factcheck.language.series import find_series
from factcheck.language.so_many_did import find_so_many_did, is_count
from factcheck.language.spells import find_spells, without_repeats
from factcheck.language.statuses import find_statuses
from factcheck.language.subjects import find_subjects
from factcheck.language.successions import find_successions
from factcheck.language.superlatives import find_superlatives
from factcheck.language.taken_back import with_taken_back
from factcheck.language.than_any import find_than_any
from factcheck.language.titled_now import find_titled_now
from factcheck.language.told_rows import with_told_rows
from factcheck.language.unclaimed import supposed, uncovered, unjudged, unused_dates
from factcheck.language.unsettled import unsettled
from factcheck.language.votes import find_votes
from factcheck.language.whole_lengths import find_whole_lengths
from factcheck.language.whose_shares import doubted_shares
from factcheck.language.wording import Wording
from factcheck.measures.plain import unwrapped
from factcheck.records import Claim, Document, Names

_MADE: WeakKeyDictionary[Names, tuple[Wording, dict[str, Any]]] = WeakKeyDictionary()


def find_claims(document: Document, *, names: Names) -> Findings:
    """The claims of a document, in order of their phrases, and what could not become one."""
    found = Findings()
    written, document = document.text, replace(document, text=unwrapped(document.text))
    context = open_context(document, names)
    for sentence in read_sentences(document, context, found):
        read_sentence(sentence, context, found)
    found.claims = list(with_taken_back(found.claims, document.text))
    found.claims.sort(key=lambda claim: (claim.start, claim.end, claim.kind))
    found.not_judged = uncovered(found)
    return found if written == document.text else as_written(found, written)


def open_context(document: Document, names: Names) -> Context:
    """What the sentences of a document are read in, before the first of them."""
    wording, scopes = _made_once(names)
    return Context(names, wording, document.date, scopes=scopes)


def _made_once(names: Names) -> tuple[Wording, dict[str, Any]]:
    """What is worked out once for a reference: its wording, and what goes with its subjects."""
    if names not in _MADE:
        _MADE[names] = Wording(names.properties()), {}
    return _MADE[names]


def read_sentence(sentence: Sentence, context: Context, found: Findings) -> None:
    """Put the claims of a sentence into `found`, and remember it for those that follow."""
    subjects = find_subjects(sentence, context)
    subjects += payers(sentence, context)
    events = list(doubted(find_events(sentence, subjects, context), subjects, sentence, context))
    told = {e.start for e in events if e.certain and not e.when}
    beside = signed_beside(None, subjects, sentence, context)
    answers = [
        *events,
        *find_deeds(sentence, subjects, context),
        *find_fragments(sentence, context),
        *find_statuses(sentence, subjects, context),
        *find_existing(sentence, subjects, context),
        *find_nothing(sentence, subjects, context),
        *find_said(sentence, subjects, context),
        *find_belonging(sentence, context),
        *find_comparisons(sentence, subjects, context),
        *find_apart(sentence, subjects, context),
        *find_superlatives(sentence, subjects, context),
        *find_than_any(sentence, subjects, context),
        *find_series(sentence, context),
        *find_frequencies(sentence, subjects, context),
        *find_votes(sentence, subjects, context),
        *find_dated_names(sentence, context),
        *find_dated_copulas(sentence, subjects, context),
        *find_parties(sentence, [*beside, *subjects], context),
        *find_placed(sentence, subjects, context),
        *find_occasions(sentence, subjects, context),
        *find_origins(sentence, subjects, context),
        *find_holders(sentence, context),
        *find_tenures(sentence, context),
        *find_successions(sentence, context),
    ]
    pairs = [*find_pairs(sentence, subjects, context)]
    answers = [*beside_pairs(answers, pairs), *pairs]
    answers += without_repeats(answers, find_makers(sentence, subjects, context))
    answers += without_repeats(answers, find_apposed(sentence, subjects, context))
    answers += without_repeats(answers, find_spells(sentence, context))
    answers += without_repeats(answers, find_posts(sentence, context))
    answers += without_repeats(answers, find_post_lengths(sentence, context))
    answers += find_founders(sentence, answers, context)
    answers += find_followed(sentence, answers, context)
    answers += find_first_payments(sentence, context, answers)
    answers += find_ended_deals(sentence, context, answers)
    answers += without_repeats(answers, find_deal_lengths(sentence, subjects, context))
    answers += without_repeats(answers, find_whole_lengths(sentence, subjects, context))
    counts = [*find_member_counts(sentence, context)]
    answers += counts
    between = {a.start for a in answers if a.question.aggregate == "difference"}
    between |= {count.start for count in counts if count.certain}
    between |= {a.start for a in answers if a.kind == "status" and a.certain}  # "pays zero"
    for answer in find_figures(sentence, subjects, context, told):
        if not isinstance(answer, Answered):
            found.not_judged.append(unjudged(*answer))
        elif answer.start not in between:
            answers.append(answer)
    answers += find_deadlines(sentence, answers, context)
    answers += find_changed_by(sentence, answers, context)
    answers += find_intervals(sentence, subjects, answers, context)
    answers = with_other_years(answers, subjects, sentence, context)
    answers = with_right_numbers(answers, sentence, context)
    answers += find_evident_numbers(sentence, answers, context)
    answers = with_parallels(sentence, subjects, answers, context)
    answers += find_same_again(sentence, answers, context)
    answers += find_so_many_did(sentence, answers, context)
    answers = with_told_rows(sentence, answers, context)
    found.not_judged += unused_dates(sentence, subjects, answers)
    answers = [*doubted_namesakes(answers, sentence, context)]
    bound = attached(doubted(answers, subjects, sentence, context), sentence, context)
    answers = in_order(sentence, subjects, unsettled(bound, context), context)
    likely = of_neighbours(likelier(answers, sentence, context), sentence, context)
    likely = improbable(likely, sentence, context)
    answers = [*outweighed(likely, subjects, sentence, context)]
    answers = [*doubted_conversions([*doubted_shares(answers, sentence, context)], sentence)]
    answers += find_answered(sentence, answers, context)
    certain = [answer for answer in answers if answer.certain]
    answers += without_repeats(certain, find_held_then(sentence, context))
    answers += without_repeats(certain, find_titled_now(sentence, context))
    # what is no claim by one reading may be one by another: "may not exceed 4 percent", of a limit
    made_of = [(a, make(a, sentence, context)) for a in answers]
    claimed = [a for a, made in made_of if isinstance(made, Claim)]
    loose = [*find_agreeing(sentence, subjects, context, answers)]
    if is_worth_asking(sentence, context.names):
        found_likely = find_learned(sentence, subjects, context, claimed)
        loose += doubted(found_likely, subjects, sentence, context)
        loose += find_learned_names(sentence, subjects, context, answers)
    loose = [*doubted_shares(doubted_others(loose, sentence, context), sentence, context)]
    loose = [
        a for a in beside_pairs(loose, pairs) if not is_out_of_order(a, subjects, sentence, context)
    ]
    made_of += [(a, make(a, sentence, context)) for a in loose]
    figures = []
    for answered, made in made_of:
        if isinstance(made, Claim):
            figures += [answered] if made.certain and is_told(answered) else []
            # a denial agrees with nearly everything
            if not (made.negated and is_empty_denial(made, answered)):
                found.claims.append(made)
            if made.agrees_only and not answered.agrees_only:
                found.not_judged.append(supposed(answered, sentence))
        elif not (answered.agrees_only or answered.learned):
            found.not_judged.append(made)
    context.figures = tuple(figures)
    counted = (a for a, made in made_of if isinstance(made, Claim))
    context.counts = tuple(a for a in counted if is_count(a, context))
    if meant := meant_by_number(answers, sentence, context):
        subjects = [replace(one, name=meant.get(one.name, one.name)) for one in subjects]
    context.asked = asked(sentence, subjects, context)
    remember(sentence, subjects, events, context)
