"""Writes a made-up directory of any size: the same seed gives the same bytes.

    python benchmarks/generate.py FOLDER --services 1000 [--areas 5] [--seed 1] [--broken 0]

Every area is fictional and says so. Each has the full round of services: a community team and a crisis team that take
what the others send on, and Talking Therapies, counselling, bereavement, carers and the rest in turn. The entries are
poured from `templates/`; every feature of an entry is used by some. `--broken N` breaks N entries, in known ways.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
TEMPLATES = {path.stem: Template(path.read_text("utf-8")) for path in (HERE / "templates").glob("*.yaml")}

# Ranges that Ofcom keeps for drama: 18,000 numbers that reach nobody.
PHONES = [f"0{code} 496 0" for code in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)]
PHONES += ["01632 960 ", "020 7946 0", "0191 498 0", "028 9649 6", "029 2018 0", "0808 157 0", "0306 999 0"]
PLACES = ("alder", "birch", "cedar", "elder", "fern", "gorse", "hazel", "ivy", "juniper", "linden", "maple", "rowan")
ENDINGS = ("vale", "mere", "ford", "ham", "wick", "ton", "stead", "worth", "dale", "bury")
WORDS = ("Calm", "Open", "Bridge", "Harbour", "Lantern", "Meadow", "Anchor", "Compass", "Orchard", "Beacon", "Quiet")

ADULTS = "{from: 18y}"
KINDS = {
    "talking-therapies": ("anxiety, depression, panic, ocd, ptsd", "{from: 17y9m}", "mild", "moderate"),
    "counselling-service": ("general-counselling, stress", ADULTS, "mild", "moderately-severe"),
    "bereavement-service": ("bereavement, bereavement-by-suicide", ADULTS, "", ""),
    "carers-service": ("carer-support", "any", "", ""),
    "substance-service": ("alcohol, drugs, dual-diagnosis", ADULTS, "", ""),
    "peer-support": ("loneliness, mens-mental-health", "{from: 18y, under: 65y}", "", ""),
    "advice-service": ("debt, housing, employment", "any", "", ""),
    "primary-care-mh": ("depression, anxiety, complex-trauma", ADULTS, "moderate", "severe"),
    "eating-disorder-service": ("eating-disorder", ADULTS, "moderate", "severe-enduring"),
    "camhs": ("cyp, anxiety, depression, self-harm", "{under: 18y}", "moderate", "severe-enduring"),
}
MORE_CRITERIA = {
    "bereavement-service": '\n  time_since_event: {from: 6m, words: "Six months or more since the death"}',
    "carers-service": '\n  only: [{reason: carer, words: "Unpaid carers"}]',
}
SAFETY_NET = {
    "community-team": {
        "kind": "cmht",
        "summary": "Care for people with severe or long-term mental health problems.",
        "needs": "depression, anxiety, psychosis, bipolar, severe-mental-illness, complex-trauma, eating-disorder",
        "severity": "{from: moderately-severe, to: severe-enduring}",
        "hours": "Mo-Fr 09:00-17:00; PH off",
    },
    "crisis-team": {
        "kind": "crisis-home-treatment",
        "summary": "Urgent help at home for people in a mental health crisis.",
        "needs": "crisis, suicidal-thoughts, self-harm",
        "severity": "any",
        "hours": "24/7",
    },
}
CHECKED = (
    "provider-phone, on: 2026-10-02",
    "provider-email, on: 2026-08-14",
    "published-page, on: 2026-03-01",
    "never",
)
NATIONAL = (
    "services/national/emergency-999", "services/national/nhs-111-mental-health-england", "services/national/shout",
    "services/national/samaritans", "services/national/nhs-111-press-2-wales", "areas/england", "areas/wales",
    "areas/scotland", "areas/northern-ireland", "organizations/nhs", "organizations/samaritans",
    "organizations/mental-health-innovations", "organizations/nhs-wales-health-boards",
)  # fmt: skip


def area_id(number: int) -> str:
    """The id of the area with this number: a made-up place that stays the same for every size."""
    return f"{PLACES[number % len(PLACES)]}{ENDINGS[number // len(PLACES) % len(ENDINGS)]}-{number}"


def name_of(area: str) -> str:
    """The name of an area."""
    return area.replace("-", " ").title()


def phone(number: int) -> str:
    """One of the numbers kept for drama, in the spaced form."""
    return f"{PHONES[number % len(PHONES)]}{number // len(PHONES) % 1000:03d}"


def area_file(area: str, number: int) -> str:
    """The record of one area."""
    people = {"children": 21000 + number, "adults": 61000 + number, "older": 18000 + number}
    return TEMPLATES["area"].substitute(people, area=area, area_name=name_of(area))


def safety_net_file(area: str, which: str, number: int) -> str:
    """The community team or the crisis team of an area: they refuse nobody whom the others send on."""
    gaps = {"area": area, "area_name": name_of(area), "which": which, "which_words": which.replace("-", " ")}
    return TEMPLATES["safety-net"].substitute(SAFETY_NET[which], **gaps, phone=phone(number))


def service_file(area: str, number: int, chance: random.Random) -> str:
    """An ordinary entry of about 80 lines."""
    kind = list(KINDS)[number % len(KINDS)]
    needs, age, lowest, highest = KINDS[kind]
    # Only those who take mild problems send the severe ones on: the community team would turn a mild one away.
    onward = f", refer_to: [{area}-community-team]" if lowest == "mild" else ""
    span = f"{{from: {lowest}, to: {highest}{onward}}}" if lowest else "any"
    words = [chance.choice(WORDS), chance.choice(WORDS).lower()]
    intakes = chance.choices(["open", "long-wait", "waiting-list-closed", "paused", "unknown"], [14, 3, 2, 1, 1])
    return TEMPLATES["service"].substitute(
        area=area, area_name=name_of(area), number=number, house=number % 90 + 1, phone=phone(number + 1000),
        kind=kind, kind_words=kind.replace("-", " "), words=" ".join(words), first_word=words[0], needs=needs, age=age,
        severity=span, more_criteria=MORE_CRITERIA.get(kind, ""), intake=intakes[0],
        basis=chance.choice(["gp-practice", "home-address", "gp-or-address"]),
        within=chance.choice(["4w", "3m", "6m"]), sessions=chance.choice([6, 8, 12, 16]),
        weeks_to_assessment=chance.randint(1, 14), weeks_to_treatment=chance.randint(2, 30),
        cost=chance.choice(["free", "donation", "sliding-scale"]),
        language=chance.choice(["pl", "ur", "pa", "ro", "so", "ar"]),
        interpreters=chance.choice(["yes", "no", "unknown"]),
        access=chance.choice(["evening", "weekend", "hearing-loop", "childcare"]), checked=chance.choice(CHECKED),
    )  # fmt: skip


BREAKS: list[tuple[str, Callable[[str], str]]] = [
    ("unknown-field", lambda text: text.replace("\nintake:", "\nintaek:", 1)),
    ("unknown-word", lambda text: text.replace("status: active", "status: actve", 1)),
    ("missing-reference", lambda text: text.replace("-charity\n", "-charty\n", 1)),
    ("duplicate-field", lambda text: text + "status: active\n"),
    ("wrong-type", lambda text: text.replace("weeks: ", "weeks: about ", 1)),
]


def records(services: int, areas: int, seed: int, broken: int) -> Iterator[tuple[str, str]]:
    """(path below the folder, text) of every record; `services` counts the two teams of each area."""
    chance = random.Random(seed)
    yield "directory/areas/benchmarkshire-icb.yaml", TEMPLATES["icb"].template
    names = [area_id(each) for each in range(areas)]
    for number, area in enumerate(names):
        yield f"directory/areas/{area}.yaml", area_file(area, number)
        for which, kind in (("trust", "nhs"), ("charity", "charity")):
            text = f"name: {name_of(area)} {which}\nkind: {kind}\nfictional: true\n"
            yield f"directory/organizations/{area}-{which}.yaml", text
        for place, which in enumerate(SAFETY_NET):
            yield f"directory/services/{area}/{area}-{which}.yaml", safety_net_file(area, which, number * 2 + place)
    for number in range(max(0, services - 2 * areas)):
        area = names[number % areas]
        text = service_file(area, number, chance)
        text = BREAKS[number % len(BREAKS)][1](text) if number < broken else text
        yield f"directory/services/{area}/{area}-service-{number}.yaml", text


def write(folder: Path, services: int, areas: int, *, seed: int = 1, broken: int = 0) -> None:
    """Writes the records below `folder`, and beside them copies of the national ones that crisis routes need."""
    national = HERE.parent / "directory"
    copies = ((f"directory/{each}.yaml", (national / f"{each}.yaml").read_text("utf-8")) for each in NATIONAL)
    for path, text in (*copies, *records(services, areas, seed, broken)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Reads the command line and writes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--services", type=int, default=1000)
    options.add_argument("--areas", type=int, default=0, help="default: one for every 500 services, at least 2")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--broken", type=int, default=0)
    told = options.parse_args()
    areas = told.areas or max(2, told.services // 500)
    write(told.folder, told.services, areas, seed=told.seed, broken=told.broken)


if __name__ == "__main__":
    main()
