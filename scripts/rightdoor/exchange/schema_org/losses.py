"""What the data of a page for search engines leaves out: schema.org has no words for whom a service does not take."""

from rightdoor.model.loss import Loss

LOSSES = (
    Loss("status", "a sentence before the summary; a service that closed for good has no data"),
    Loss("intake"),
    Loss("description"),
    Loss("therapies"),
    Loss("delivery"),
    Loss("criteria.age", "the youngest and the oldest age in years"),
    Loss("criteria.severity"),
    Loss("criteria.area", "the areas, without what must lie there"),
    Loss("criteria.only", "the names of the groups"),
    Loss("criteria.time_since_event"),
    Loss("criteria.does_not_take"),
    Loss("criteria.check_first"),
    Loss("criteria.takes_despite"),
    Loss("criteria.holds_risk"),
    Loss("referral.via", "a sentence before the summary"),
    Loss("referral.routes", "the addresses at which the person can refer themselves, and the hours of the number"),
    Loss("referral.advice"),
    Loss("referral.if_declined"),
    Loss("related"),
    Loss("waits"),
    Loss("sessions"),
    Loss("cost", "a price of nothing where it is free, and the words"),
    Loss("contact.text_relay"),
    Loss("hours", "the hours, where all of them can be said; otherwise a sentence beside the number and the place"),
    Loss("languages.interpreters"),
    Loss("access"),
    Loss("locations", "the places with an address; none that is confidential"),
    Loss("evidence"),
    Loss("checked"),
    Loss("by_area"),
    Loss("aliases"),
    Loss("note"),
)
"""The fields of a service that do not come through, or not whole; a discreet service has no data at all."""
