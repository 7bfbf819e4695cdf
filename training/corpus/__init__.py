"""A seeded generator of short English and Chinese texts that need attention of kinds that have names."""
