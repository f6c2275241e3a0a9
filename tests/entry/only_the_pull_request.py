"""What only the pull request's check knows, and why the form does not say it."""

ONLY_THE_PULL_REQUEST = {
    "answers-contradict": "stories are written as files, not in the form",
    "area-circle": "areas are written as files, not in the form",
    "text-after-hash": "a form has no text in which a remark could follow",
    "crisis-route-missing": "it is about areas, which are written as files",
    "crisis-number-missing": "areas say which services are crisis routes, and the form does not load whole areas",
    "crisis-number-differs": "every number of every entry would have to be loaded",
    "crisis-overdue": "areas say which services are crisis routes",
    "facts-overdue": "the whole-entry step shows how old each check is, as the page will",
    "refer-on-circle": "the criteria of every service would have to be loaded",
    "refer-on-dead-end": "the criteria of every service would have to be loaded",
    "gate-refuses": "the criteria of the other service would have to be loaded",
    "likely-duplicate": "the telephone numbers, postcodes and areas of every service would have to be loaded",
    "vignette-failed": "stories are asked of the whole directory",
    "unused-exception": "exceptions are written as a file",
    "refusal-misplaced": "refused referrals are counted in files of their own",
    "snapshots-disorder": "months of coverage are written by the program, in files of their own",
    "statistics-disorder": "published figures are read by the program, into files of their own",
    "boundary-missing": "a boundary is a file of an area",
    "refusal-twice": "refused referrals are counted in files of their own",
}
"""Codes of checks that the browser leaves out altogether."""

NOT_LISTED = "is not in the list of UK postcodes."
"""The form knows the form of a postcode; the list of the Office for National Statistics has 19 MB."""

LEFT_OUT = {
    "missing-reference/good-record-with-a-fault-of-its-own": "no site, and so no form, is built from a broken record",
}
"""Examples of a whole directory that cannot come before a form."""
