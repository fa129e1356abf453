// The kernels, for whichever instructions the file that includes this allows. NAMED(x) gives each
// its name.

// No vector leaves a function that is not inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double vector __attribute__((vector_size(64)));
typedef double loose __attribute__((vector_size(64), aligned(8)));
typedef int64_t bits __attribute__((vector_size(64)));
typedef uint8_t bytes __attribute__((vector_size(8), aligned(1)));

enum { NAMED(lanes) = 8 };
#define LANES NAMED(lanes)

static ALWAYS vector NAMED(load)(const double *place) { return *(const loose *)place; }
static ALWAYS void NAMED(store)(double *place, vector value) { *(loose *)place = value; }
static ALWAYS vector NAMED(all)(double x) { return (vector){x, x, x, x, x, x, x, x}; }
static ALWAYS vector NAMED(magnitude)(vector x) {
  return (vector)((bits)x & INT64_C(0x7FFFFFFFFFFFFFFF));
}
static ALWAYS vector NAMED(chosen)(bits which, vector yes, vector no) {
  return (vector)((which & (bits)yes) | (~which & (bits)no));
}
#define load NAMED(load)
#define store NAMED(store)
#define all NAMED(all)
#define magnitude NAMED(magnitude)
#define chosen NAMED(chosen)

/// A number whose top bit is set where the exponent is the largest, that of infinity and NaN.
static ALWAYS bits NAMED(infinite)(vector x) {
  return ((bits)x & INT64_C(0x7FFFFFFFFFFFFFFF)) + INT64_C(0x0010000000000000);
}
static ALWAYS bool NAMED(any_negative)(bits x) {
  return ((x[0] | x[1]) | (x[2] | x[3]) | ((x[4] | x[5]) | (x[6] | x[7]))) < 0;
}

// What a block does, `count` being a multiple of the lanes and at most RECKON_BLOCK.

#define EACH_LANE(count) for (size_t i = 0; i < (count); i += LANES)

static ALWAYS bool NAMED(is_finite_block)(const double *numbers, size_t count) {
  bits found = {0};
  EACH_LANE(count) found |= NAMED(infinite)(load(numbers + i));
  return !NAMED(any_negative)(found);
}

static ALWAYS bool NAMED(changes)(reckon_conversion by) {
  return by.top != 1 || by.bottom != 1 || by.before != 0 || by.after != 0;
}

static ALWAYS void NAMED(convert_block)(double *result, const double *numbers,
                                        reckon_conversion by, size_t count) {
  vector top = all(by.top), bottom = all(by.bottom);
  if (by.before != 0 || by.after != 0) {
    vector before = all(by.before), after = all(by.after);
    EACH_LANE(count) store(result + i, ((load(numbers + i) + before) * top) / bottom + after);
  } else if (by.bottom != 1) {
    // A number near the end of the range is divided first.
    vector limit = all(__DBL_MAX__);
    EACH_LANE(count) {
      vector number = load(numbers + i), product = number * top;
      bits fits = magnitude(product) <= limit;
      vector value = product / bottom;
      if (__builtin_expect(NAMED(any_negative)(~fits), 0))
        value = chosen(fits, value, (number / bottom) * top);
      store(result + i, value);
    }
  } else if (by.top != 1) {
    EACH_LANE(count) store(result + i, load(numbers + i) * top);
  } else if (result != numbers) {
    memcpy(result, numbers, count * sizeof(double));
  }
}

#define BINARY(sign)                                                                               \
  if (left_step && right_step) {                                                                   \
    EACH_LANE(count) {                                                                             \
      vector x = load(left + i) sign load(right + i);                                              \
      found |= NAMED(infinite)(x);                                                                 \
      store(result + i, x);                                                                        \
    }                                                                                              \
  } else if (left_step) {                                                                          \
    vector other = all(*right);                                                                    \
    EACH_LANE(count) {                                                                             \
      vector x = load(left + i) sign other;                                                        \
      found |= NAMED(infinite)(x);                                                                 \
      store(result + i, x);                                                                        \
    }                                                                                              \
  } else {                                                                                         \
    vector other = all(*left);                                                                     \
    EACH_LANE(count) {                                                                             \
      vector x = other sign load(right + i);                                                       \
      found |= NAMED(infinite)(x);                                                                 \
      store(result + i, x);                                                                        \
    }                                                                                              \
  }                                                                                                \
  break;

/// Whether all results are finite.
static ALWAYS bool NAMED(combine_block)(reckon_operation operation, double *result,
                                        const double *left, ptrdiff_t left_step,
                                        const double *right, ptrdiff_t right_step, size_t count) {
  bits found = {0};
  switch (operation) {
  case RECKON_ADD: BINARY(+)
  case RECKON_SUBTRACT: BINARY(-)
  case RECKON_MULTIPLY: BINARY(*)
  case RECKON_DIVIDE: BINARY(/)
  }
  return !NAMED(any_negative)(found);
}
#undef BINARY

/// A block of an operand: where it stands, or, of the last rows, a copy filled up with ones.
static ALWAYS const double *NAMED(block)(reckon_operand from, size_t row, size_t count,
                                         double *room) {
  if (!from.step) return from.numbers;
  if (count == RECKON_BLOCK) return from.numbers + row;
  for (size_t i = count; i % LANES; i++) room[i] = 1;
  memcpy(room, from.numbers + row, count * sizeof(double));
  return room;
}

static size_t NAMED(combine)(reckon_operation operation, double *result, reckon_operand left,
                             reckon_operand right, reckon_conversion by, size_t count) {
  double rooms[3][RECKON_BLOCK];
  bool is_sum = operation == RECKON_ADD || operation == RECKON_SUBTRACT;
  bool converts = NAMED(changes)(by);
  double other = 0;
  if (is_sum && converts && !right.step) {
    double eight[LANES] = {*right.numbers};
    NAMED(convert_block)(eight, eight, by, LANES);
    other = eight[0];
    right.numbers = &other;
    converts = false;
  }
  bool is_apart = result != left.numbers && result != right.numbers;
  for (size_t row = 0; row < count; row += RECKON_BLOCK) {
    size_t rows = count - row < RECKON_BLOCK ? count - row : RECKON_BLOCK;
    size_t full = (rows + LANES - 1) / LANES * LANES;
    const double *a = NAMED(block)(left, row, rows, rooms[0]);
    const double *b = NAMED(block)(right, row, rows, rooms[1]);
    if (is_sum && converts) {
      NAMED(convert_block)(rooms[1], b, by, full);
      b = rooms[1];
    }
    double *out = is_apart && rows == RECKON_BLOCK ? result + row : rooms[2];
    bool is_fine = NAMED(combine_block)(operation, out, a, left.step, b, right.step, full);
    if (!is_sum && converts && is_fine) {
      NAMED(convert_block)(out, out, by, full);
      is_fine = NAMED(is_finite_block)(out, full);
    }
    if (!is_fine) return row;
    if (out == rooms[2]) memcpy(result + row, out, rows * sizeof(double));
  }
  return count;
}

static void NAMED(convert)(double *result, const double *numbers, reckon_conversion by,
                           size_t count) {
  size_t full = count / LANES * LANES;
  for (size_t row = 0; row < full; row += RECKON_BLOCK)
    NAMED(convert_block)
  (result + row, numbers + row, by, full - row < RECKON_BLOCK ? full - row : RECKON_BLOCK);
  double last[LANES] = {0};
  memcpy(last, numbers + full, (count - full) * sizeof(double));
  NAMED(convert_block)(last, last, by, LANES);
  memcpy(result + full, last, (count - full) * sizeof(double));
}

static ALWAYS const double *NAMED(repeated)(double *room, double number) {
  for (int i = 0; i < RECKON_BLOCK; i++) room[i] = number;
  return room;
}

static ALWAYS bool NAMED(is_same)(double a, double b) {
  double x = __builtin_fabs(a), y = __builtin_fabs(b);
  return a == b || __builtin_fabs(a - b) <= 1e-12 * (y >= x ? y : x);
}

/// The numbers farthest from another, up or down, that are still the same.
static double NAMED(last_same)(double number, double towards) {
  double last = number + __builtin_copysign(1e-12 * number, towards);
  while (!NAMED(is_same)(last, number)) last = nextafter(last, -towards);
  for (double next; NAMED(is_same)(next = nextafter(last, towards), number);) last = next;
  return last;
}

#define COMPARE(type, condition)                                                                   \
  EACH_LANE(count) {                                                                               \
    vector a = load(left + i) type;                                                                \
    *(bytes *)(result + i) = __builtin_convertvector((condition) & 1, bytes);                      \
  }                                                                                                \
  break;

/// Compares a block with a finite number. What is the same as it lies between two others.
static ALWAYS void NAMED(compare_with)(reckon_comparison comparison, uint8_t *result,
                                       const double *left, double low, double high,
                                       size_t count) {
  vector from = all(low), to = all(high);
  switch (comparison) {
  case RECKON_EQUAL: COMPARE(, (a >= from) & (a <= to))
  case RECKON_NOT_EQUAL: COMPARE(, ~((a >= from) & (a <= to)))
  case RECKON_LESS: COMPARE(, a < from)
  case RECKON_LESS_OR_EQUAL: COMPARE(, a <= to)
  case RECKON_GREATER: COMPARE(, a > to)
  case RECKON_GREATER_OR_EQUAL: COMPARE(, a >= from)
  }
}

#define BOTH                                                                                       \
  , b = load(right + i), x = magnitude(a), y = magnitude(b);                                       \
  bits same = (a == b) | (magnitude(a - b) <= small * chosen(y >= x, y, x))

static ALWAYS void NAMED(compare_block)(reckon_comparison comparison, uint8_t *result,
                                        const double *left, const double *right, size_t count) {
  vector small = all(1e-12);
  switch (comparison) {
  case RECKON_EQUAL: COMPARE(BOTH, same)
  case RECKON_NOT_EQUAL: COMPARE(BOTH, ~same)
  case RECKON_LESS: COMPARE(BOTH, (a < b) & ~same)
  case RECKON_LESS_OR_EQUAL: COMPARE(BOTH, (a < b) | same)
  case RECKON_GREATER: COMPARE(BOTH, (a > b) & ~same)
  case RECKON_GREATER_OR_EQUAL: COMPARE(BOTH, (a > b) | same)
  }
}
#undef BOTH
#undef COMPARE

static void NAMED(compare)(reckon_comparison comparison, uint8_t *result, reckon_operand left,
                           reckon_operand right, reckon_conversion by, size_t count) {
  double rooms[2][RECKON_BLOCK], one[2][RECKON_BLOCK];
  uint8_t last[RECKON_BLOCK];
  double low = 0, high = 0;
  if (!left.step) left.numbers = NAMED(repeated)(one[0], *left.numbers);
  if (!right.step) {
    right.numbers = NAMED(repeated)(one[1], *right.numbers);
    NAMED(convert_block)(one[1], one[1], by, RECKON_BLOCK);
  }
  bool converts = right.step && NAMED(changes)(by);
  // Near the end of the range there is no number beyond those that are the same.
  bool is_with_one = !right.step && __builtin_fabs(one[1][0]) < 1e300;
  if (is_with_one) {
    low = NAMED(last_same)(one[1][0], -__builtin_inf());
    high = NAMED(last_same)(one[1][0], __builtin_inf());
  }
  for (size_t row = 0; row < count; row += RECKON_BLOCK) {
    size_t rows = count - row < RECKON_BLOCK ? count - row : RECKON_BLOCK;
    size_t full = (rows + LANES - 1) / LANES * LANES;
    const double *a = NAMED(block)(left, row, rows, rooms[0]);
    const double *b = NAMED(block)(right, row, rows, rooms[1]);
    if (converts) {
      NAMED(convert_block)(rooms[1], b, by, full);
      b = rooms[1];
    }
    uint8_t *out = rows == RECKON_BLOCK ? result + row : last;
    if (is_with_one) NAMED(compare_with)(comparison, out, a, low, high, full);
    else NAMED(compare_block)(comparison, out, a, b, full);
    if (out == last) memcpy(result + row, last, rows);
  }
}

static void NAMED(ramp)(double *result, double start, double step, size_t count) {
  vector row = {0, 1, 2, 3, 4, 5, 6, 7};
  size_t full = count / LANES * LANES;
  EACH_LANE(full) {
    store(result + i, all(start) + row * all(step));
    row += all(LANES);
  }
  for (size_t i = full; i < count; i++) result[i] = start + (double)i * step;
}

static bool NAMED(all_finite)(const double *numbers, size_t count) {
  size_t full = count / LANES * LANES;
  bits found = {0};
  EACH_LANE(full) found |= NAMED(infinite)(load(numbers + i));
  for (size_t i = full; i < count; i++) found |= NAMED(infinite)(all(numbers[i]));
  return !NAMED(any_negative)(found);
}

/// Sums in two times eight lanes, each with what rounding lost (Knuth's two-sum), and these by
/// Neumaier's.
#define TOTAL(term)                                                                                \
  vector sum[2] = {{0}, {0}}, lost[2] = {{0}, {0}};                                                \
  size_t full = count / (2 * LANES) * (2 * LANES);                                                 \
  for (size_t i = 0; i < full; i += 2 * LANES)                                                     \
    for (int part = 0; part < 2; part++) {                                                         \
      vector x = load(numbers + i + part * LANES);                                                 \
      x = term;                                                                                    \
      vector next = sum[part] + x, taken = next - sum[part];                                       \
      lost[part] += (sum[part] - (next - taken)) + (x - taken);                                    \
      sum[part] = next;                                                                            \
    }                                                                                              \
  double total = 0, rest = 0;                                                                      \
  for (int lane = 0; lane < 2 * LANES; lane++) {                                                   \
    add_compensated(&total, &rest, sum[lane / LANES][lane % LANES]);                               \
    rest += lost[lane / LANES][lane % LANES];                                                      \
  }                                                                                                \
  for (size_t i = full; i < count; i++) {                                                          \
    vector x = all(numbers[i]);                                                                    \
    x = term;                                                                                      \
    add_compensated(&total, &rest, x[0]);                                                          \
  }                                                                                                \
  return total + rest;

static double NAMED(sum)(const double *numbers, size_t count) { TOTAL(x) }

static double NAMED(sum_of_squares)(const double *numbers, double middle, size_t count) {
  vector centre = all(middle);
  TOTAL((x - centre) * (x - centre))
}
#undef TOTAL

#define EXTREME(first, comparison)                                                                 \
  vector best[4] = {all(first), all(first), all(first), all(first)};                               \
  size_t full = count / (4 * LANES) * (4 * LANES);                                                 \
  for (size_t i = 0; i < full; i += 4 * LANES)                                                     \
    for (int part = 0; part < 4; part++) {                                                         \
      vector x = load(numbers + i + part * LANES);                                                 \
      best[part] = chosen(x comparison best[part], x, best[part]);                                    \
    }                                                                                              \
  double found = first;                                                                            \
  for (int lane = 0; lane < 4 * LANES; lane++) {                                                   \
    double x = best[lane / LANES][lane % LANES];                                                   \
    if (x comparison found) found = x;                                                             \
  }                                                                                                \
  for (size_t i = full; i < count; i++)                                                            \
    if (numbers[i] comparison found) found = numbers[i];                                           \
  return found;

static double NAMED(smallest)(const double *numbers, size_t count) {
  EXTREME(__builtin_inf(), <)
}

static double NAMED(largest)(const double *numbers, size_t count) {
  EXTREME(-__builtin_inf(), >)
}
#undef EXTREME

#include "sorting.h"

static size_t NAMED(count)(const uint8_t *truths, size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) found += truths[i];
  return found;
}

const struct kernels NAMED(kernels) = {
    NAMED(combine), NAMED(compare),        NAMED(convert),  NAMED(ramp),    NAMED(all_finite),
    NAMED(sum),     NAMED(sum_of_squares), NAMED(smallest), NAMED(largest), NAMED(count),
    NAMED(sort),    NAMED(select),
};
