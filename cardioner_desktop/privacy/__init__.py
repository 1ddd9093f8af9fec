"""What may hold a patient's words or names, and for how long: temporary files, crash reports, what is purged."""
