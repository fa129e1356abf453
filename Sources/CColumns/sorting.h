// Sorting, included by kernels.h.
//
// Numbers are dealt out by the leading digits of their bits, which are in the order of the numbers
// once those of negative ones are turned round, and what falls together again, until few are left:
// of these each is put where as many stand before it as are smaller. A digit is taken from where
// the smallest and the largest differ, so that each deal takes seven bits or more off the 64, and no
// order of numbers takes longer than nine deals.

enum {
  /// Numbers that are counted against one another.
  NAMED(few) = 64,
  NAMED(digit_bits) = 11,
};

/// Sorts at most `few`.
static void NAMED(sort_few)(double *result, const double *numbers, size_t count) {
  double room[NAMED(few)];
  int64_t ranks[NAMED(few)];
  size_t full = (count + LANES - 1) / LANES * LANES;
  memcpy(room, numbers, count * sizeof(double));
  for (size_t i = count; i < full; i++) room[i] = 0;
  EACH_LANE(full) {
    vector own = load(room + i);
    bits rank = {0}, lane = {0, 1, 2, 3, 4, 5, 6, 7};
    size_t j = 0, after = i + LANES < count ? i + LANES : count;
    // Of equal ones, the earlier comes first.
    for (; j < i; j++) rank -= all(room[j]) <= own;
    for (; j < after; j++) {
      vector other = all(room[j]);
      rank -= (other < own) | ((other == own) & (lane > (int64_t)(j - i)));
    }
    for (; j < count; j++) rank -= all(room[j]) < own;
    memcpy(ranks + i, &rank, sizeof rank);
  }
  for (size_t i = 0; i < count; i++) result[ranks[i]] = room[i];
}

/// The place of a number among all numbers.
static ALWAYS uint64_t NAMED(ordered)(double number) {
  uint64_t own;
  number += 0; // -0 is 0
  memcpy(&own, &number, sizeof own);
  return own ^ ((uint64_t)((int64_t)own >> 63) | UINT64_C(0x8000000000000000));
}

/// The digit by which numbers between two are dealt out.
struct NAMED(digit) {
  uint64_t first;
  int shift;
  size_t values;
};
#define DIGIT_OF(digit, number) ((NAMED(ordered)(number) - (digit).first) >> (digit).shift)

static struct NAMED(digit) NAMED(leading_digit)(const double *numbers, size_t count) {
  uint64_t first = NAMED(ordered)(NAMED(smallest)(numbers, count));
  uint64_t range = NAMED(ordered)(NAMED(largest)(numbers, count)) - first;
  int width = 64 - __builtin_clzll(count) - 4;
  if (width > NAMED(digit_bits)) width = NAMED(digit_bits);
  int shift = range ? 64 - __builtin_clzll(range) - width : 0;
  if (shift < 0) shift = 0;
  return (struct NAMED(digit)){first, shift, (range >> shift) + 1};
}

/// How many numbers have each digit.
static void NAMED(count_digits)(uint32_t *counts, struct NAMED(digit) digit, const double *numbers,
                                size_t count) {
  memset(counts, 0, digit.values * sizeof *counts);
  for (size_t i = 0; i < count; i++) counts[DIGIT_OF(digit, numbers[i])]++;
}

/// Sorts numbers into `result`, which may be their own place, with as much room in `spare`.
static void NAMED(sort_into)(double *result, double *numbers, double *spare, size_t count) {
  if (count <= NAMED(few)) {
    NAMED(sort_few)(result, numbers, count);
    return;
  }
  struct NAMED(digit) digit = NAMED(leading_digit)(numbers, count);
  if (digit.values == 1) {
    if (result != numbers) memcpy(result, numbers, count * sizeof(double));
    return;
  }
  uint32_t ends[1 << NAMED(digit_bits)];
  NAMED(count_digits)(ends, digit, numbers, count);
  uint32_t next = 0;
  for (size_t value = 0; value < digit.values; value++) {
    uint32_t here = ends[value];
    ends[value] = next;
    next += here;
  }
  for (size_t i = 0; i < count; i++) spare[ends[DIGIT_OF(digit, numbers[i])]++] = numbers[i];
  size_t start = 0;
  for (size_t value = 0; value < digit.values; value++) {
    size_t end = ends[value];
    if (end - start > 1)
      NAMED(sort_into)(result + start, spare + start, numbers + start, end - start);
    else if (end > start) result[start] = spare[start];
    start = end;
  }
}

static void NAMED(sort)(double *numbers, double *spare, size_t count) {
  size_t i = 1;
  while (i < count && numbers[i] >= numbers[i - 1]) i++;
  if (i < count) NAMED(sort_into)(numbers, numbers, spare, count);
}

/// The number at a place in the order of all, of which those that may still be it are copied.
static double NAMED(select)(const double *numbers, double *spare, size_t count, size_t place) {
  while (count > NAMED(few)) {
    struct NAMED(digit) digit = NAMED(leading_digit)(numbers, count);
    if (digit.values == 1) return numbers[0];
    uint32_t counts[1 << NAMED(digit_bits)];
    NAMED(count_digits)(counts, digit, numbers, count);
    size_t value = 0;
    for (; place >= counts[value]; value++) place -= counts[value];
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
      double number = numbers[i];
      spare[kept] = number;
      kept += DIGIT_OF(digit, number) == value;
    }
    numbers = spare;
    count = kept;
  }
  double sorted[NAMED(few)];
  NAMED(sort_few)(sorted, numbers, count);
  return sorted[place];
}
#undef DIGIT_OF
