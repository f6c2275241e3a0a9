"""What the tables of the whole directory (CSV, Excel, Parquet) leave out. JSON and NDJSON leave out nothing."""

from rightdoor.model.loss import Loss

LOSSES = (
    Loss("referral.advice"),
    Loss("by_area", "rows of their own, as the rules are in that area"),
)
"""The fields of a service that no table holds, or not as its file does."""
