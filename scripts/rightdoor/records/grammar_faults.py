"""The explanations of the problems that the grammar finds; each becomes a page below `docs/checks/`.

They have the shape of a check's docstring: a sentence, what is meant, why it matters, what to type.
"""

from collections.abc import Mapping

FAULTS: Mapping[str, str] = {
    "unknown-field": """A field is not known where it stands.

Its name is misspelt, or it stands at the wrong place: fields that begin further to the right belong to the line above
them.

Why this matters: a field that nobody knows is never shown. A misspelt `does_not_take` would hide whom a service
refuses.

What to type: the name of the field as the template has it.

    organization: northvale-nhs-trust
""",
    "missing-field": """A field that every record of this kind needs is not there.

Few are needed: of a service its name, organization, type, status, summary and checked. Everything else may be left
out, and is then shown as unknown.

Why this matters: without these nobody can find the service, or tell how far to trust the entry.

What to type: the field, for example:

    checked: {how: never}
""",
    "wrong-type": """A value is of the wrong kind: a number where text is needed, one word where a list is needed.

Phone numbers and registered numbers are text and stand in quotes. Ages and times have a unit. Several values stand in
square brackets.

Why this matters: a phone number read as a number loses its leading zero, and an age without a unit can mean years or
months.

What to type:

    contact: {phone: "01632 960 110"}
    needs: [anxiety, depression]
    criteria: {age: {from: 18y}}
""",
    "unknown-word": """A word is not one of the words that may be used here.

Needs, types of service, reasons and the like come from lists, so that everybody who searches finds the same things.
The lists are below `schema/vocabularies/`; each word there also has other names, such as IAPT for talking-therapies.

Why this matters: a service with a need that is on no list is found by nobody.

What to type: the word the message suggests, or another of the list. If none fits, ask for a new one.

    type: talking-therapies
""",
    "wrong-form": """Text does not have the form it needs here.

Dates are year-month-day. Ages are years and months: 18y, 17y9m. Times are a number and a letter: 4h, 2d, 4w, 6m, 1y.
Ids have small letters, digits and single hyphens. Names and summaries are one line without blanks at either end.

Why this matters: 03/04/2026 is in March for some and in April for others. Nothing is guessed here.

What to type:

    waits: [{from: referral, to: assessment, weeks: 4, as_of: 2026-09-30}]

A day under `checked` is the one on which somebody asked the service, and no other.
""",
    "empty-value": """A field has nothing after its colon, or an empty list.

Why this matters: what is left out is unknown, and is shown so. An empty field looks as if somebody had meant to say
something.

What to type: a value, or delete the line. Where somebody looked and there is no limit, that is written in words:

    criteria: {age: any, does_not_take: none stated}
""",
    "too-long": """Text is longer than its place can show.

A name has at most 120 letters, a summary 160, the service's own words 400, a description 4,000.

Why this matters: a GP reads an entry in seconds.

What to type: less. Keep what decides whether to refer; link to the service's page for the rest.
""",
    "too-many": """A list has more entries than its place can show.

Why this matters: nobody reads a hundred lines in a consultation, and huge files are a way to break a site.

What to type: the entries that help a reader most.
""",
    "repeated-value": """A list holds the same value twice.

Why this matters: the second is probably a slip for something else, which is then missing.

What to type: each value once.

    needs: [anxiety, depression]
""",
    "out-of-range": """A number is smaller or larger than it can be.

Waits are 0 to 520 weeks; places lie within the United Kingdom; years are those of these services.

Why this matters: a slip in a number (40 weeks for 4, or a place in the sea) sends people elsewhere.

What to type: the right number.

    waits: [{from: referral, to: assessment, weeks: 4, as_of: 2026-09-30}]
""",
    "not-together": """Two fields are given of which only one can hold.

An upper age is either `under` (the age that is too old) or `to` (the last whole year that is taken).

Why this matters: readers would not know which of the two counts.

What to type: one of them. These two mean the same:

    criteria: {age: {from: 11y, to: 25y}}
    criteria: {age: {from: 11y, under: 26y}}
""",
}
