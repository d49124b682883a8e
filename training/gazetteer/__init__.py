"""Open sources -> the tables under kg/data/nl/gazetteer; never imported by kg."""
