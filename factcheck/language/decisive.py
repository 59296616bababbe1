"""What speaks so much against a learned reading that it contradicts only where it is very sure."""

from __future__ import annotations

from collections.abc import Mapping

#: more than any reading is sure
_NEVER = 2.0
#: who else is spoken of in the clause of a value that hangs by a word of its own subject, if the
#: property is very likely (natural logarithm of the odds)
_OF_LIKELY, _LIKELY = 0.9, 1.4
#: a property so likely (natural logarithm of the odds of .9) is that of the value whatever things
#: stand beside: of topics and statements that the network does not know 16 right, one false
_BEYOND_DOUBT = 2.197

#: what speaks against a reading, with the sureness from which on it holds in spite of it, by the
#: labelled statements and by texts told that the network does not know (`training/README.md`)
DECISIVE: Mapping[str, float] = {
    "strangers": 0.97,
    "it is of a term of office": _NEVER,
    "another office is said": _NEVER,
    "it counts others": 0.9,
    "what is counted is another thing": _NEVER,
    "it is said of what belongs to it": 0.97,
    "it is what somebody gives towards it": _NEVER,
    "it is of what somebody does to it": _NEVER,
    "it is said of each": _NEVER,
    "since when, of what is not said": _NEVER,
    "it is of the past": _NEVER,
    "it is of one that is brought up as new": _NEVER,
    "it is a span of time": _NEVER,
    "a year may be meant": _NEVER,
    "its unit may be that of the figure beside it": _NEVER,
    "which one of its series is not said": _NEVER,
    "several may be taken up": _NEVER,
    "another one is spoken of": 0.95,
    "it is of one with another name": _NEVER,
    "somebody acts on something else": 0.95,
    "it only tells where something else is": 0.95,
    "others than its parties are named": _NEVER,
    "the figure is that of another that is named": _NEVER,
    "another figure is what is known of it": 0.95,
    "the facts are of whole years, not of a part of one": _NEVER,
    "a time to come is said": _NEVER,
    "some of them are counted": _NEVER,
    "another edition is spoken of": _NEVER,
    "the figure is of another size": 0.9,
    "the figure is near what is known": _NEVER,
}


def standing(evidence: Mapping[str, float], sure: float) -> str | None:
    """What stands against a reading however sure it is; `None`: nothing does."""
    is_own = evidence.get("the subject is said") and evidence.get("it is the subject's own")
    is_likely = is_own and evidence.get("the property", 0.0) >= _LIKELY
    beyond_doubt = evidence.get("the property", 0.0) >= _BEYOND_DOUBT
    are_things = beyond_doubt and evidence.get("strangers are things")
    for name, least in DECISIVE.items():
        enough = _OF_LIKELY if is_likely and name == "strangers" else least
        if name == "strangers" and are_things:
            continue
        if evidence.get(name) and sure < enough:
            return name
    return None
