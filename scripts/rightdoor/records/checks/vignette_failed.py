"""A story does not end as the clinician who wrote it expects.

A file in `directory/vignettes/` tells of a person and says what the directory must answer: which services must never
come out as fitting, of which at least one must, and where the person must be referred to instead. With the entries as
they are now, it does not. While the file of some service is broken, only `never_fits` is tried: whatever else a story
expects may be in that file.

Why this matters: the stories are the acceptance test of the directory. Where one fails, a real patient like the one it
tells of would be sent to the wrong door.

What to type: mend the criteria of the service that the message names. Change the story only if a clinician agrees that
it expects too much.

    expect:
      never_fits: {types: [talking-therapies]}
      at_least_one: {types: [cmht]}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "vignette-failed"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Every expectation that does not hold; a story of an area that is missing is said by another check."""
    if not directory.vignettes:
        return
    from rightdoor.matching.vignette import failures

    incomplete = any(kind == "service" for kind, _ in context.broken)
    for vignette in directory.vignettes.values():
        if any(each not in directory.areas for each in vignette.answers.areas.values()):
            continue
        for failure in failures(directory, vignette, context.today):
            if incomplete and failure.expectation != "never_fits":
                continue
            path = ("expect", failure.expectation)
            tip = "Mend the criteria of the services named, or ask a clinician whether the story is right."
            yield problem_in(context, vignette.file, path, CODE, LEVEL, failure.message, tip)
