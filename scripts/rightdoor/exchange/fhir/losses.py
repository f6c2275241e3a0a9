"""What FHIR R4 cannot hold. A bundle is for reading elsewhere: nothing of ours comes back from one."""

from rightdoor.model.loss import Loss

LOSSES = (
    Loss("also_known_as", "a sentence"),
    Loss("status", "whether the service is active, and a sentence"),
    Loss("intake", "a sentence before the summary"),
    Loss("summary", "the end of the comment"),
    Loss("description", "text before the sentences of whatever else has no place"),
    Loss("criteria", "a sentence for each criterion, with its code"),
    Loss("referral", "a sentence for each way in, with the code of the way; other sentences for what is around them"),
    Loss("related"),
    Loss("waits", "a sentence for each, with its day"),
    Loss("waits.source"),
    Loss("sessions", "a sentence"),
    Loss("cost", "a code that says whether it is free, and the words"),
    Loss("hours", "the hours of every week; sentences for whatever else they say"),
    Loss("languages.interpreters", "a sentence"),
    Loss("evidence"),
    Loss("checked", "a sentence, and the newest day on which somebody confirmed something"),
    Loss("checked.by"),
    Loss("by_area", "a service of its own, as the rules are in that area"),
    Loss("aliases"),
    Loss("note", "a sentence before the summary"),
)
"""The fields of a service that do not come through, or not as data."""
