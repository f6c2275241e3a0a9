"""What does not come out of a feed of Open Referral: of ours almost nothing, of another's what feeds say in prose."""

from rightdoor.model.loss import Loss

_WORDS = "words of the description, where the feed has them"

LOSSES = (
    Loss("checked", "copied from another directory, on the day of the import"),
    Loss("by_area.checked"),
)
"""What does not come back from our own feed, whose services carry their whole record."""

LOSSES_OF_OTHERS = (
    *LOSSES,
    Loss("type", "none of the kinds: support-service"),
    Loss("intake"),
    Loss("summary", "the first sentence of the description"),
    Loss("needs"),
    Loss("therapies"),
    Loss("delivery"),
    Loss("criteria.age.under"),
    Loss("criteria.age.words", _WORDS),
    Loss("criteria.age.refer_to"),
    Loss("criteria.severity", _WORDS),
    Loss("criteria.area", "what --basis says"),
    Loss("criteria.only", _WORDS),
    Loss("criteria.time_since_event", _WORDS),
    Loss("criteria.does_not_take", _WORDS),
    Loss("criteria.check_first", _WORDS),
    Loss("criteria.takes_despite", _WORDS),
    Loss("criteria.holds_risk", _WORDS),
    Loss("referral", _WORDS),
    Loss("related"),
    Loss("waits", _WORDS),
    Loss("sessions"),
    Loss("contact.text_note"),
    Loss("contact.text_relay"),
    Loss("contact.webchat"),
    Loss("languages.interpreters", _WORDS),
    Loss("locations.confidential"),
    Loss("evidence", "the page of the service in the other directory"),
    Loss("by_area"),
    Loss("aliases"),
    Loss("note"),
    Loss("fictional"),
)
"""What does not come out of another's feed. Of the rest, only what is certain comes; the report names what is not."""
