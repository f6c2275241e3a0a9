"""Fields that are compared one by one: each with the words for its value."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from rightdoor.changes.change import Said
from rightdoor.changes.speech import Speech, quoted, quoted_pair
from rightdoor.model.measure import words_for_date

T = TypeVar("T")
Words = Callable[[Speech, Any], str]


class Field(NamedTuple):
    """A field and how its value is said; of one that is `many`, how one of its values is.

    `typed` ones are written by hand; `text` is prose, of which only what differs is shown.
    """

    name: str
    words: Words
    typed: bool = False
    text: bool = False
    many: bool = False


def said(
    speech: Speech, fields: Iterable[Field], before: Any, after: Any, part: str = "", thing: str = ""
) -> Iterator[Said]:
    """What differs in the fields of a record or a part of it; a part that is None says nothing.

    `part` is the place of the part and `thing` what is named after the field, where several parts are alike.
    """
    for field in fields:
        old, new = getattr(before, field.name, None), getattr(after, field.name, None)
        if old != new:
            place = f"{part}.{field.name}" if part else field.name
            yield from _one(speech, field, place, label_of(speech, field.name, part, thing), old, new)


def label_of(speech: Speech, name: str, part: str = "", thing: str = "") -> str:
    """What a field of a part is called."""
    return speech.field(f"{part} {name}" if part else name, thing)


def _one(speech: Speech, field: Field, place: str, label: str, old: Any, new: Any) -> Iterator[Said]:
    if field.many:
        yield from _list(speech, field, place, label, old or (), new or ())
    elif field.text:
        yield from speech.differing(place, label, *quoted_pair(old, new), typed=True)
    else:
        before, after = ("" if value is None else field.words(speech, value) for value in (old, new))
        yield from speech.differing(place, label, before, after, typed=field.typed)


def _list(
    speech: Speech, field: Field, place: str, label: str, old: Sequence[Any], new: Sequence[Any]
) -> Iterator[Said]:
    if old != new:
        before, after = ({each: field.words(speech, each) for each in value} for value in (old, new))
        yield from speech.listed(place, label, before, after, typed=field.typed)


def plain(name: str) -> Field:
    """A short value that is written by hand and says itself: a number, an address."""
    return Field(name, lambda speech, value: str(value), typed=True)


def count(name: str) -> Field:
    """A number."""
    return Field(name, lambda speech, value: f"{value:,}")


def prose(name: str) -> Field:
    """A text of one sentence or more."""
    return Field(name, lambda speech, value: quoted(value), typed=True, text=True)


def day(name: str) -> Field:
    """A date."""
    return Field(name, lambda speech, value: words_for_date(value) if isinstance(value, date) else str(value))


def term(name: str, vocabulary: str) -> Field:
    """A code."""
    return Field(name, lambda speech, value: speech.term(vocabulary, value))


def terms(name: str, vocabulary: str) -> Field:
    """A list of codes."""
    return Field(name, lambda speech, value: speech.term(vocabulary, value), many=True)


def names(name: str, of: str) -> Field:
    """A list of ids of services, organizations or areas."""
    return Field(name, lambda speech, value: str(getattr(speech, of)((value,))), many=True)


def name_of(name: str, of: str) -> Field:
    """One id of a service, organization or area."""
    return Field(name, lambda speech, value: str(getattr(speech, of)((value,))))


def typed_list(name: str) -> Field:
    """A list of words written by hand."""
    return Field(name, lambda speech, value: quoted(value), typed=True, many=True)


def paired(
    before: Sequence[T], after: Sequence[T], *keys: Callable[[T], object]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """The parts of two lists that are the same part, those that came and those that went.

    Parts that are equal are one; of the rest, those with the same first key, then the same second key, and so on.
    """
    pairs: list[tuple[T, T]] = []
    went, came = list(before), list(after)
    for key in (lambda part: part, *keys):
        for new in tuple(came):
            old = next((each for each in went if key(each) == key(new)), None)
            if old is not None:
                went.remove(old)
                came.remove(new)
                pairs.append((old, new))
    return pairs, came, went


def shuffled(before: Sequence[object], after: Sequence[object]) -> bool:
    """Whether two lists hold the same in another order."""
    return before != after and sorted(map(repr, before)) == sorted(map(repr, after))
