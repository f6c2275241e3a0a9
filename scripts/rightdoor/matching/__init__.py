"""Who may be taken: published criteria compared with what is known of a person."""
