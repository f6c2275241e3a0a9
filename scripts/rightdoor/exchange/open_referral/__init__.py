"""Open Referral (HSDS) and its UK profile."""
