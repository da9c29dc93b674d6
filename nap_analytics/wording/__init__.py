"""The words that every room speaks in: languages, codes, values, money, dates, places, faults, long texts."""
