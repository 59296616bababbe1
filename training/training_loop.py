"""The training of one part of the pipeline: a fixed number of steps, with averaged weights."""

import logging
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

from training.augmenting import Augmenter
from training.examples import training_examples
from training.treebank import Sentence

LOG = logging.getLogger(__name__)
STEPS_BETWEEN_REPORTS = 100
WARM_UP_STEPS = 250


@dataclass(frozen=True, slots=True)
class Settings:
    """A block [training.senter] or [training.grammar] of network.cfg."""

    seed: int
    steps: int
    batch_words: int
    longest_run: int
    share_alone: float
    dropout: float
    learn_rate: float
    last_learn_rate: float


def train_part(
    nlp: Language,
    documents: Sequence[Sequence[Sentence]],
    settings: Settings,
    *,
    augment: Augmenter,
    show_sentences: bool,
    fresh: bool = True,
    checkpoints: Path | None = None,
) -> Language:
    """Train all components of nlp, from nothing if fresh; the averaged weights remain."""
    fix_random_seed(settings.seed)
    chance = random.Random(settings.seed)

    def one_pass() -> Iterator[Example]:
        return training_examples(
            nlp,
            documents,
            longest_run=settings.longest_run,
            share_alone=settings.share_alone,
            augment=augment,
            chance=chance,
            show_sentences=show_sentences,
        )

    if fresh:
        first_pass = list(one_pass())
        nlp.initialize(lambda: first_pass)
    optimizer = Adam(settings.learn_rate, L2=0.01, grad_clip=1.0, use_averages=True)
    losses: dict[str, float] = {}
    batches = _batches(one_pass, settings.batch_words)
    for step in range(1, settings.steps + 1):
        optimizer.learn_rate = _learn_rate(step, settings)
        nlp.update(next(batches), sgd=optimizer, drop=settings.dropout, losses=losses)
        if step % STEPS_BETWEEN_REPORTS == 0:
            LOG.info("step %d %s", step, {name: round(loss) for name, loss in losses.items()})
            losses.clear()
        if checkpoints and step % (STEPS_BETWEEN_REPORTS * 10) == 0:
            with nlp.use_params(optimizer.averages):
                nlp.to_disk(checkpoints)
    _keep_averages(nlp, optimizer)
    return nlp


def _batches(one_pass: Callable[[], Iterator[Example]], words: int) -> Iterator[list[Example]]:
    """Batches of about so many words, without end."""
    while True:
        batch: list[Example] = []
        size = 0
        for example in one_pass():
            batch.append(example)
            size += len(example.predicted)
            if size >= words:
                yield batch
                batch, size = [], 0


def _learn_rate(step: int, settings: Settings) -> float:
    """A short warm-up, then a straight line down to the last rate."""
    if step < WARM_UP_STEPS:
        return settings.learn_rate * step / WARM_UP_STEPS
    done = (step - WARM_UP_STEPS) / max(1, settings.steps - WARM_UP_STEPS)
    return settings.learn_rate + (settings.last_learn_rate - settings.learn_rate) * done


def _keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                average = (optimizer.averages or {}).get((node.id, name))
                if average is not None:
                    node.set_param(name, average)
