"""What is said of a word that is not one of a controlled list, and which word was probably meant."""

from rightdoor.records.findings import Finding
from rightdoor.records.nearest import found_elsewhere, guess, nearest_word, vocabulary
from rightdoor.records.refusals import Said, shown

_MANY = 12
_CALLED = {
    "needs": "a need",
    "service_types": "a type of service",
    "therapies": "a therapy",
    "reasons": "a reason not to take somebody",
    "groups": "a group of people",
    "delivery": "a way of giving a service",
    "access": "a word of access",
    "referral_who": "somebody who refers",
}


def not_a_code(finding: Finding) -> Said:
    """The words for a word that is not one of those allowed."""
    value, words = str(finding.value), finding.limit if isinstance(finding.limit, list) else [finding.limit]
    in_list = finding.is_name or isinstance(finding.path[-1], int)
    verb = "holds" if in_list else "is"
    message = f"{finding.field} {verb} “{shown(value)}”, which is not one of the words allowed here."
    name = finding.node.get("x-vocabulary")
    return Said("unknown-word", message, _tip_of_vocabulary(value, name) if name else _tip(value, words))


def allowed(words: list[str]) -> str:
    """The words of a short list."""
    return f"Use one of: {', '.join(words)}."


def _tip(value: str, words: list[str]) -> str:
    near = nearest_word(value, words)
    return f"Did you mean {near}?" if near else allowed(words)


def _tip_of_vocabulary(value: str, name: str) -> str:
    meant, home = guess(value, name), found_elsewhere(value, name)
    if meant.codes:
        asked = f"Did you mean {_any_of(meant.codes, name)}?"
        return f"{value} is {_CALLED[home]}. {asked}" if home and not meant.sure else asked
    words = list(vocabulary(name).terms)
    listed = allowed(words) if len(words) <= _MANY else f"All words are in schema/vocabularies/{name}.yaml."
    return f"{value} is {_CALLED[home]}. {listed}" if home else listed


def _any_of(codes: tuple[str, ...], name: str) -> str:
    labelled = [f"{code} ({vocabulary(name).label(code)})" for code in codes]
    return " or ".join(filter(None, [", ".join(labelled[:-1]), labelled[-1]]))
