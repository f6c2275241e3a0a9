"""Writes a made-up directory of any size: the same seed gives the same bytes.

    python benchmarks/generate.py FOLDER --services 1000 [--areas 5] [--seed 1] [--broken 0]

Every area is fictional and says so. Each has the full round of services: a community team that takes what the
others send on, Talking Therapies, counselling, bereavement, carers, crisis. Every feature of an entry is used by
some entry, in the proportions of the hand-written Northvale. `--broken N` breaks N entries, each in one known way.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

STORY_DATE = "2026-11-23"
PHONES = [f"0{code} 496 0" for code in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)]
PHONES += ["01632 960 ", "020 7946 0", "0191 498 0", "028 9649 6", "029 2018 0", "0808 157 0", "0306 999 0"]
PLACES = ["Alder", "Birch", "Cedar", "Damson", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Juniper", "Kelp", "Linden", "Maple", "Nettle", "Oak", "Poplar", "Quince", "Rowan", "Sorrel", "Thistle", "Umber", "Violet", "Willow", "Yarrow"]
ENDINGS = ["vale", "mere", "ford", "ham", "wick", "ton", "stead", "worth", "dale", "bury"]
WORDS = ["calm", "open", "bridge", "harbour", "lantern", "meadow", "anchor", "compass", "garden", "hearth", "beacon", "orchard", "river", "stone", "bright", "haven", "quiet", "steady", "kind", "common"]

KINDS: dict[str, dict[str, object]] = {
    "talking-therapies": {"needs": "anxiety, depression, panic, ocd, ptsd", "severity": ("mild", "moderate"), "age": "{from: 17y9m, words: \"Aged 17 years and 9 months or over\"}"},
    "counselling-service": {"needs": "general-counselling, stress, low-self-esteem", "severity": ("mild", "moderately-severe"), "age": "{from: 18y}"},
    "bereavement-service": {"needs": "bereavement, bereavement-by-suicide", "severity": None, "age": "{from: 18y}"},
    "carers-service": {"needs": "carer-support", "severity": None, "age": "any"},
    "substance-service": {"needs": "alcohol, drugs, dual-diagnosis", "severity": None, "age": "{from: 18y}"},
    "peer-support": {"needs": "loneliness, mens-mental-health, distress", "severity": None, "age": "{from: 18y, under: 65y}"},
    "advice-service": {"needs": "debt, housing, employment", "severity": None, "age": "any"},
    "primary-care-mh": {"needs": "depression, anxiety, complex-trauma", "severity": ("moderate", "severe"), "age": "{from: 18y}"},
    "eating-disorder-service": {"needs": "eating-disorder", "severity": ("moderate", "severe-enduring"), "age": "{from: 18y}"},
    "camhs": {"needs": "cyp, anxiety, depression, self-harm", "severity": ("moderate", "severe-enduring"), "age": "{under: 18y}"},
}  # fmt: skip


def area_id(number: int) -> str:
    """The id of the area with this number: a made-up place that stays the same for every size."""
    place = PLACES[number % len(PLACES)] + ENDINGS[number // len(PLACES) % len(ENDINGS)]
    return f"{place}-{number}".lower()


def phone(number: int) -> str:
    """One of 18,000 numbers kept for drama, in the spaced form."""
    return f"{PHONES[number % len(PHONES)]}{number // len(PHONES) % 1000:03d}"


def area_file(name: str, number: int) -> str:
    """The record of one area."""
    practices = "".join(f'\n  - {{name: "{name.title()} Practice {each}"}}' for each in range(1, 7))
    return f"""name: {name.replace("-", " ").title()}
kind: local-authority
within: benchmarkshire-icb
fictional: true
front_door: {name}-community-team
crisis_routes: [emergency-999, nhs-111-mental-health-england, {name}-crisis-team, samaritans, shout]
practices:{practices}
population:
  source: Made-up figures
  year: 2026
  bands: [{{from: 0, to: 17, people: {21000 + number}}}, {{from: 18, to: 64, people: {61000 + number}}}, {{from: 65, people: {18000 + number}}}]
known_gaps:
  - {{need: eating-disorder, ages: {{from: 16y, under: 18y}}, severity: severe, checked: 2026-09-01, note: "Nobody takes them yet."}}
"""


def safety_net(area: str, which: str, number: int) -> str:
    """The two services of an area that refuse nobody the others send on: its community team and its crisis team."""
    crisis = which == "crisis-team"
    return f"""name: {area.replace("-", " ").title()} {which.replace("-", " ")}
organization: {area}-trust
type: {"crisis-home-treatment" if crisis else "cmht"}
status: active
intake: open
summary: {"Urgent help at home for people in a mental health crisis." if crisis else "Care for people with severe or long-term mental health problems."}
needs: [{"crisis, suicidal-thoughts, self-harm" if crisis else "depression, anxiety, psychosis, bipolar, severe-mental-illness, complex-trauma, eating-disorder"}]
delivery: [in-person, phone, home-visit]
criteria:
  age: any
  severity: {"any" if crisis else "{from: moderately-severe, to: severe-enduring}"}
  area: {{basis: gp-or-address, areas: [{area}]}}
  does_not_take: none stated
  takes_despite: [{{reason: under-secondary-care}}, {{reason: recent-attempt}}, {{reason: psychosis}}]
  holds_risk: any
referral:
  routes:
    - {{who: [gp, professional], how: phone, phone: "{phone(number)}", hours: {"24/7" if crisis else "Mo-Fr 09:00-17:00; PH off"}}}
cost: {{kind: free-nhs}}
contact: {{phone: "{phone(number)}", website: "https://{area}.example.org/{which}"}}
languages: {{spoken: [en], interpreters: yes}}
checked: {{on: 2026-11-10, how: provider-phone, by: volunteer}}
"""


def service_file(area: str, number: int, chance: random.Random) -> str:
    """An ordinary entry of about 80 lines."""
    kind = list(KINDS)[number % len(KINDS)]
    about = KINDS[kind]
    words = f"{chance.choice(WORDS)} {chance.choice(WORDS)}".title()
    span = about["severity"]
    severity = (
        f"{{from: {span[0]}, to: {span[1]}, refer_to: [{area}-community-team]}}" if isinstance(span, tuple) else "any"
    )
    intake = chance.choices(["open", "long-wait", "waiting-list-closed", "paused", "unknown"], [14, 3, 2, 1, 1])[0]
    how, on = chance.choice(
        [
            ("provider-phone", "2026-10-02"),
            ("provider-email", "2026-08-14"),
            ("published-page", "2026-03-01"),
            ("never", ""),
        ]
    )
    since = (
        '\n  time_since_event: {from: 6m, words: "Six months or more since the death"}'
        if kind == "bereavement-service"
        else ""
    )
    only = '\n  only: [{reason: carer, words: "Unpaid carers"}]' if kind == "carers-service" else ""
    number_of = phone(number + 36)
    return f"""name: {words} {kind.replace("-", " ")} {number}
also_known_as: [{words} {number}, Old {words.split()[0]} Project {number}]
organization: {area}-charity
type: {kind}
status: active
intake: {intake}
summary: {words} offers help to people of {area.replace("-", " ").title()} and says plainly whom it can take.
description: |
  {words} began as a small group above a shop and now sees people in three places. Somebody answers the
  phone in the daytime. A first meeting lasts about 50 minutes, and *nobody* is asked to tell everything at once.

  People may bring someone with them. Those who cannot climb stairs are seen on the ground floor.
needs: [{about["needs"]}]
therapies: [counselling, guided-self-help]
delivery: [in-person, phone, video]
criteria:
  age: {about["age"]}
  severity: {severity}
  area: {{basis: {chance.choice(["gp-practice", "home-address", "gp-or-address"])}, areas: [{area}]}}{since}{only}
  does_not_take:
    - reason: psychosis
      words: "People who hear voices or have unusual beliefs that trouble them now"
      refer_to: [{area}-community-team]
    - reason: recent-attempt
      within: {chance.choice(["4w", "3m", "6m"])}
      words: "A suicide attempt in the last few weeks"
      refer_to: [{area}-crisis-team]
    - reason: under-secondary-care
      except_via: professional
      words: "Under a mental health team, unless that team refers"
      refer_to: [{area}-community-team]
  check_first:
    - reason: eating-disorder
      words: "unless it is relatively mild"
      how: Phone the office and ask
    - reason: substance-dependence
      words: "if drinking would get in the way of the sessions"
      how: Phone the office and ask
  takes_despite: [{{reason: learning-disability, words: "with time and easy words"}}]
  holds_risk: thoughts-no-intent
referral:
  routes:
    - who: [self]
      how: phone
      phone: "{number_of}"
      hours: Mo-Fr 09:00-17:00; PH off
    - who: [gp, professional]
      how: online-form
      url: https://{area}.example.org/refer/{number}
      response: {{to: triage, within: 2w, word: routine}}
      send_with: [consent, phq9-gad7]
      patient_must_opt_in: {{within: 2w}}
  advice: {{who: [gp], phone: "{number_of}", hours: Mo-Fr 10:00-16:00}}
  if_declined: [{area}-community-team]
related: [{area}-crisis-team]
waits:
  - {{from: referral, to: assessment, weeks: {chance.randint(1, 14)}, as_of: 2026-10-30}}
  - {{from: assessment, to: treatment, weeks: {chance.randint(2, 30)}, as_of: 2026-10-30}}
sessions: {{policy: up-to, to: {chance.choice([6, 8, 12, 16])}, then: "The person may refer themselves again."}}
cost: {{kind: {chance.choice(["free", "donation", "sliding-scale"])}}}
contact:
  phone: "{number_of}"
  email: hello{number}@{area}.example.org
  website: https://{area}.example.org/services/{number}
hours: Mo-Fr 09:00-17:00; PH off
languages: {{spoken: [en, {chance.choice(["pl", "ur", "pa", "ro", "so", "ar"])}], interpreters: {chance.choice(["yes", "no", "unknown"])}}}
access: [step-free, {chance.choice(["evening", "weekend", "hearing-loop", "childcare"])}]
locations:
  - {{name: "{words} House", address: "{number % 90 + 1} Mill Lane, {area.replace("-", " ").title()}"}}
evidence:
  - {{covers: [criteria, referral], url: "https://{area}.example.org/for-gps/{number}", title: "For GPs", seen: 2026-08-14}}
checked: {{how: {how}{f", on: {on}, by: volunteer" if on else ""}}}
"""


BREAKS = [
    ("unknown-field", lambda text: text.replace("\nintake:", "\nintaek:", 1)),
    ("unknown-word", lambda text: text.replace("status: active", "status: actve", 1)),
    ("missing-reference", lambda text: text.replace("-charity\n", "-charty\n", 1)),
    ("duplicate-field", lambda text: text + "status: active\n"),
    ("wrong-type", lambda text: text.replace("weeks: ", "weeks: about ", 1)),
]


def records(services: int, areas: int, seed: int, broken: int) -> Iterator[tuple[str, str]]:
    """(path below the folder, text) of every record; `services` counts the two of each area's safety net."""
    chance = random.Random(seed)
    yield (
        "directory/areas/benchmarkshire-icb.yaml",
        f"name: Benchmarkshire\nkind: icb\nwithin: england\nfictional: true\nstory_date: {STORY_DATE}\n",
    )
    names = [area_id(each) for each in range(areas)]
    for number, area in enumerate(names):
        title = area.replace("-", " ").title()
        yield f"directory/areas/{area}.yaml", area_file(area, number)
        for which, kind in (("trust", "nhs"), ("charity", "charity")):
            yield (
                f"directory/organizations/{area}-{which}.yaml",
                f"name: {title} {which}\nkind: {kind}\nfictional: true\n",
            )
        for place, which in enumerate(("community-team", "crisis-team")):
            yield f"directory/services/{area}/{area}-{which}.yaml", safety_net(area, which, number * 2 + place)
    for number in range(max(0, services - 2 * areas)):
        area = names[number % areas]
        text = service_file(area, number, chance)
        text = BREAKS[number % len(BREAKS)][1](text) if number < broken else text
        yield f"directory/services/{area}/{area}-service-{number}.yaml", text


def write(folder: Path, services: int, areas: int, *, seed: int = 1, broken: int = 0) -> None:
    """Writes the records below `folder`, with the national entries that crisis routes need copied beside them."""
    national = Path(__file__).resolve().parent.parent / "directory"
    wanted = ["services/national/emergency-999", "services/national/nhs-111-mental-health-england"]
    wanted += [
        "services/national/samaritans",
        "services/national/shout",
        "areas/england",
        "areas/wales",
        "areas/scotland",
    ]
    wanted += [
        "areas/northern-ireland",
        "organizations/nhs",
        "organizations/samaritans",
        "organizations/mental-health-innovations",
    ]
    wanted += ["services/national/nhs-111-press-2-wales", "organizations/nhs-wales-health-boards"]
    copies = ((f"directory/{each}.yaml", (national / f"{each}.yaml").read_text("utf-8")) for each in wanted)
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
