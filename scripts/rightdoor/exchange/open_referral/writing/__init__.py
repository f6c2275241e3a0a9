"""Open Referral UK 3.0 with the fields of HSDS 3.1: entries as the objects and pages of a feed."""
