"""The recipe that makes the Dutch pipeline from open data; never imported by ``kg``."""
