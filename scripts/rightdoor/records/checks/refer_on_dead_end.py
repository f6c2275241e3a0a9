"""A service sends people on to one that cannot take them.

The service named in `refer_to` or `if_declined` refuses the same reason, takes other ages, serves other places, can
hold less risk, or has closed. Only what both entries state is compared.

Why this matters: this is the harm the directory was made to end. A person who was just told "not us" is sent to the
next door, and that one is locked as well.

What to type: a service that takes these people. The area's front door, or a crisis service, is better than nothing.

    does_not_take:
      - {reason: psychosis, refer_to: [northvale-cmht]}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.reach import reach
from rightdoor.records.checks.refer_on_circle import refer_on_circles
from rightdoor.records.checks.sending import Sending, phrase, sendings, why_not

CODE = "refer-on-dead-end"
LEVEL = Level.ERROR
WHO = {
    "age": "outside the ages taken",
    "severity": "outside the severity taken",
    "area": "from other places",
    "time_since_event": "who come too early or too late",
    "if_declined": "who were declined",
}


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Places to go instead that are none; those that form a circle are said by that check."""
    said = {place for circle in refer_on_circles(directory, context) for place in circle.places}
    for sending in sendings(directory, context):
        for index, id in enumerate(sending.to):
            target = sending.target(directory, id)
            if target is None or (sending.service.file, (*sending.path, index)) in said:
                continue
            if part := why_not(directory, reach(directory, context), sending, target):
                message = f"People {_who(directory, sending)} are sent on to {id}, but {part}."
                tip = "Name a service that takes them, or the front door of the area."
                file, path = sending.service.file, (*sending.path, index)
                yield problem_in(context, file, path, CODE, LEVEL, message, tip)


def _who(directory: Directory, sending: Sending) -> str:
    if sending.row is None:
        return WHO[sending.why]
    if sending.why == "only":
        return f"who are not {phrase(directory, sending.row.reason)}"
    return f"turned away for {sending.row.reason}"
