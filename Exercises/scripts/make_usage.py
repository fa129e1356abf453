#!/usr/bin/env python3
"""Writes usage.csv: one student's use of ChatGPT over a year, reconstructed.

The course's table is not public. Four of its rows are known and kept as they are, save
that the number of queries of the first had to be chosen. The others are invented, so that
the characters add up to the total on which the course's published estimates rest. The
script always writes the same file.
"""

from datetime import date, timedelta
from pathlib import Path

TOTAL_CHARACTERS = 4_677_352
LAST_DAY = date(2024, 9, 18)

# Date, characters, queries. The 46 queries of the first day are a guess.
KNOWN_ROWS = [
    (date(2023, 9, 20), 34_349, 46),
    (date(2023, 9, 21), 12_296, 22),
    (date(2023, 9, 23), 1_660, 2),
    (date(2023, 9, 24), 7_605, 8),
]

# First and last day of each break.
BREAKS = [
    (date(2023, 12, 22), date(2024, 1, 7)),
    (date(2024, 3, 29), date(2024, 4, 7)),
    (date(2024, 7, 6), date(2024, 8, 25)),
]

# Days of use in a hundred, and the usual number of queries on such a day.
HABITS = {"weekday": (84, 32), "weekend": (38, 12), "break": (30, 9)}


class Numbers:
    """A small linear congruential generator (Knuth's MMIX constants)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound


def kind_of_day(day):
    if any(first <= day <= last for first, last in BREAKS):
        return "break"
    return "weekend" if day.weekday() >= 5 else "weekday"


def invented_rows(numbers):
    """Rows after the known ones, their characters still to be scaled to the total."""
    rows = []
    day = KNOWN_ROWS[-1][0] + timedelta(days=1)
    while day <= LAST_DAY:
        days_of_use, usual_queries = HABITS[kind_of_day(day)]
        if numbers.below(100) < days_of_use:
            # Two draws added make middling days likelier than idle or hectic ones.
            queries = 1 + numbers.below(usual_queries) + numbers.below(usual_queries)
            # Long sessions paste more text into each query.
            characters_per_query = 450 + numbers.below(400) + 4 * queries
            rows.append((day, queries * characters_per_query + numbers.below(97), queries))
        day += timedelta(days=1)
    return rows


def scaled(rows, total):
    """The rows with their characters scaled, in whole numbers, to add up to the total."""
    unscaled_total = sum(characters for _, characters, _ in rows)
    result = [(day, characters * total // unscaled_total, queries)
              for day, characters, queries in rows]
    # Rounding down leaves less than one character a row: the first rows take it.
    missing = total - sum(characters for _, characters, _ in result)
    return [(day, characters + (1 if row < missing else 0), queries)
            for row, (day, characters, queries) in enumerate(result)]


def main():
    known = sum(characters for _, characters, _ in KNOWN_ROWS)
    rows = KNOWN_ROWS + scaled(invented_rows(Numbers(20230920)), TOTAL_CHARACTERS - known)
    lines = ["Date,Number of characters [character],Number of queries [query]"]
    lines += [f"{day},{characters},{queries}" for day, characters, queries in rows]
    path = Path(__file__).resolve().parent.parent / "usage.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
