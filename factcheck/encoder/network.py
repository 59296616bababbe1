"""The network: tokens to vectors, by ONNX Runtime on one core.

A transformer of six layers with int8 weights (`network.onnx`), trained by `training/network.py`
from all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019). It tells what a
value is of by comparison: the vector of a value with those of descriptions (properties, subjects)
and with those of the names in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

    from factcheck.records import Vectors

FILE = Path(__file__).with_name("network.onnx")
#: numbers in a vector
SIZE = 384
#: what is asked of a text
_OF_TEXT = ("property", "nothing", "subject", "asking", "answering")


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the network gives of a text: a row for each token, all but `nothing` of `SIZE` numbers.

    The product of two rows is the logit (natural logarithm of odds, up to a sum common to all) of
    what they stand for.
    """

    #: to be multiplied with the descriptions of properties, and the logit of none of them
    property: Vectors
    nothing: Vectors
    #: to be multiplied with the descriptions of subjects
    subject: Vectors
    #: to be multiplied, that of a value with that of a name: whether it is of what is named
    asking: Vectors
    answering: Vectors


def encode(tokens: Sequence[int]) -> Encoded:
    """The vectors of one text, by its tokens (`marking.py`)."""
    return Encoded(*(each[0] for each in _session().run(list(_OF_TEXT), _input(tokens))))


def describe(tokens: Sequence[int], of: str) -> Vectors:
    """The vector of a description (`describing.py`) of a "property" or of a "subject"."""
    found: Vectors = _session().run([f"as_{of}"], _input(tokens))[0][0]
    return found


@cache
def _session() -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors
    return onnxruntime.InferenceSession(str(FILE), options, providers=["CPUExecutionProvider"])


def _input(tokens: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    row = np.array([tokens], dtype=np.int64)
    return {"tokens": row, "mask": np.ones_like(row)}
