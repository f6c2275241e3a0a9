"""What differs between two states of an organization, an area, a story or something else that is no service."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rightdoor.changes import fields
from rightdoor.changes.change import Said
from rightdoor.changes.fields import Field
from rightdoor.changes.speech import Speech, quoted
from rightdoor.matching.phrases import lower_first
from rightdoor.model.answers import Vignette
from rightdoor.model.area import AgeBand, Area, KnownGap, Practice
from rightdoor.model.directory import Directory, DisprovedNumber, Tombstone
from rightdoor.model.measure import words_for_date
from rightdoor.model.organization import Organization

NAME = Field("name", lambda speech, value: quoted(value), typed=True)
ORGANIZATION = (
    NAME,
    fields.term("kind", "organization_kinds"),
    fields.typed_list("also_known_as"),
    fields.plain("website"),
    fields.prose("description"),
    fields.names("commissioned_by", "organizations"),
    fields.day("contract_ends"),
)
AREA = (
    NAME,
    fields.term("kind", "area_kinds"),
    Field("within", lambda speech, value: speech.areas((value,))),
    Field("postcode_districts", lambda speech, value: str(value), many=True),
    Field("practices", lambda speech, value: _practice(value), typed=True, many=True),
    fields.name_of("front_door", "services"),
    fields.names("crisis_routes", "services"),
    fields.prose("crisis_note"),
    fields.day("story_date"),
    Field("tile", lambda speech, value: f"column {value.column}, row {value.row}"),
)
BOUNDARY = (fields.plain("file"), fields.prose("source"))
POPULATION = (
    fields.prose("source"),
    Field("year", lambda speech, value: str(value)),
    Field("bands", lambda speech, value: _band(speech, value), many=True),
)
TOMBSTONE = (NAME, fields.prose("why"), fields.day("since"), fields.names("use_instead", "services"))
NUMBER = (fields.prose("why"), fields.plain("source"))
STORY = ("answers", "never_fits", "at_least_one", "at_least_one_open_to", "refers_to")


def organization(speech: Speech, before: Organization, after: Organization) -> Iterator[Said]:
    """Everything that differs in an organization."""
    yield from fields.said(speech, ORGANIZATION, before, after)
    yield from _mapping(speech, "identifiers", before.identifiers, after.identifiers)
    yield from _made_up(speech, before.fictional, after.fictional)


def area(speech: Speech, before: Area, after: Area) -> Iterator[Said]:
    """Everything that differs in an area."""
    yield from fields.said(speech, AREA, before, after)
    yield from _mapping(speech, "codes", before.codes, after.codes)
    yield from fields.said(speech, POPULATION, before.population, after.population, "population")
    yield from fields.said(speech, BOUNDARY, before.boundary, after.boundary, "boundary")
    yield from _gaps(speech, before.known_gaps, after.known_gaps)
    yield from _mapping(speech, "contact", before.contact, after.contact)
    yield from _made_up(speech, before.fictional, after.fictional)


def story(speech: Speech, before: Vignette, after: Vignette) -> Iterator[Said]:
    """Which parts of a story differ; its answers and expectations are read in its file."""
    yield from fields.said(speech, (NAME,), before, after)
    for name in STORY:
        if getattr(before, name) != getattr(after, name):
            yield Said(name, "told-otherwise", speech.say("told-otherwise", field=speech.field(name)))


def tombstone(speech: Speech, before: Tombstone, after: Tombstone) -> Iterator[Said]:
    """Everything that differs in what is said of a service that closed."""
    yield from fields.said(speech, TOMBSTONE, before, after)


def number(speech: Speech, before: DisprovedNumber, after: DisprovedNumber) -> Iterator[Said]:
    """Everything that differs in what is said of a wrong number."""
    yield from fields.said(speech, NUMBER, before, after, "number")


def returned(before: Directory, after: Directory) -> Iterator[tuple[str, str]]:
    """The services and months of which something else is reported, wherever in its file it stands."""
    counts = [
        Counter(
            {
                (each.service, each.month, each.reason, each.referrer, each.taken_by): each.count
                for each in side.refusals
            }
        )
        for side in (before, after)
    ]
    yield from ((service, month) for service, month, *_ in (counts[0] - counts[1]) + (counts[1] - counts[0]))


def _made_up(speech: Speech, before: bool, after: bool) -> Iterator[Said]:
    if before != after:
        code = "made-up" if after else "not-made-up"
        yield Said("fictional", code, speech.say(code))


def _mapping(speech: Speech, field: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Said]:
    for name in sorted({*before, *after}):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            label = fields.label_of(speech, name, field)
            yield from speech.differing(f"{field}.{name}", label, str(old), str(new), typed=True)


def _practice(practice: Practice) -> str:
    rest = ", ".join(each for each in (practice.ods_code, practice.postcode) if each)
    return f"{practice.name} ({rest})" if rest else practice.name


def _band(speech: Speech, band: AgeBand) -> str:
    gaps = {"from": str(band.youngest), "people": f"{band.people:,}"}
    return speech.say("band-over", **gaps) if band.oldest is None else speech.say("band", **gaps, to=str(band.oldest))


def _gaps(speech: Speech, before: tuple[KnownGap, ...], after: tuple[KnownGap, ...]) -> Iterator[Said]:
    """Known gaps, each by its need, ages and severity."""
    pairs, came, went = fields.paired(
        before, after, lambda gap: (gap.need, gap.age, gap.severity), lambda gap: gap.need
    )
    for gaps, code in ((went, "gap-less"), (came, "gap-more")):
        for gap in gaps:
            what = _gap(speech, gap)
            yield Said(
                "known_gaps",
                code,
                speech.say(code, what=what),
                what if code == "gap-less" else "",
                "" if code == "gap-less" else what,
            )
    label = speech.field("known_gaps")
    for old, new in pairs:
        if old != new:
            yield from speech.differing("known_gaps", label, _dated(speech, old), _dated(speech, new), typed=True)
    if fields.shuffled(before, after):
        yield Said("known_gaps", "order", speech.say("order", field=label))


def _gap(speech: Speech, gap: KnownGap) -> str:
    severity = speech.term("severity_bands", gap.severity) if gap.severity else None
    need = lower_first(speech.grammar["needs"].label(gap.need))
    return ", ".join(each for each in (need, gap.age, severity) if each)


def _dated(speech: Speech, gap: KnownGap) -> str:
    found = speech.say("gap-found", what=_gap(speech, gap), date=words_for_date(gap.checked))
    return f"{found} {quoted(gap.note)}" if gap.note else found
