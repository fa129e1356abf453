#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Arithmetic on columns of numbers, with the vector instructions that the machine has.
//
// Every result is the same on every machine and as when it is computed number by number: a number
// stands in the same one of eight lanes whatever the width of a vector, and no multiplication is
// fused with an addition. NaN stands for a number that is missing.

/// Numbers one after another, or (step 0) the same one for every row.
typedef struct {
  const double *numbers;
  ptrdiff_t step;
} reckon_operand;

/// (v + before) · top / bottom + after
typedef struct {
  double before, top, bottom, after;
} reckon_conversion;

typedef enum { RECKON_ADD, RECKON_SUBTRACT, RECKON_MULTIPLY, RECKON_DIVIDE } reckon_operation;

typedef enum {
  RECKON_EQUAL,
  RECKON_NOT_EQUAL,
  RECKON_LESS,
  RECKON_LESS_OR_EQUAL,
  RECKON_GREATER,
  RECKON_GREATER_OR_EQUAL
} reckon_comparison;

/// The rows that are computed, checked and stored at a time.
enum { RECKON_BLOCK = 512 };

/// Computes rows until one has no finite result, whose block is then not stored. A product or
/// quotient is converted, and so is the right side of a sum or difference. Returns the rows stored.
/// The result may take the place of an operand.
size_t reckon_combine(reckon_operation operation, double *result, reckon_operand left,
                      reckon_operand right, reckon_conversion conversion, size_t count);

/// Compares a left with a converted right side, where numbers that agree to 12 digits are equal;
/// each result is 0 or 1. No number of a column is infinite.
void reckon_compare(reckon_comparison comparison, uint8_t *result, reckon_operand left,
                    reckon_operand right, reckon_conversion conversion, size_t count);

/// The result may be the same place.
void reckon_convert(double *result, const double *numbers, reckon_conversion conversion,
                    size_t count);

/// start + row · step
void reckon_ramp(double *result, double start, double step, size_t count);

/// Whether no number is infinite or missing.
bool reckon_all_finite(const double *numbers, size_t count);

/// The sum of the numbers, and of the squares of their distances from a centre: compensated, so that
/// the order of the numbers does not show. It is Neumaier's, in sixteen lanes where there are as many.
/// Not finite where a number is missing.
double reckon_sum(const double *numbers, size_t count);
double reckon_sum_of_squares(const double *numbers, double centre, size_t count);

/// The smallest or largest number; an infinite one where there is none.
double reckon_smallest(const double *numbers, size_t count);
double reckon_largest(const double *numbers, size_t count);

/// How many of the bytes, which are 0 or 1, are 1.
size_t reckon_count(const uint8_t *truths, size_t count);

/// Keeps the numbers at which the truth is 1. There has to be room for one number more.
void reckon_keep(double *result, const double *numbers, const uint8_t *truths, size_t count);

/// Sorts numbers, of which none is missing; equal ones stay in their order. `spare` has room for as
/// many.
void reckon_sort(double *numbers, double *spare, size_t count);

/// The number at a place in the order of numbers of which none is missing. `spare` has room for one
/// more than they are.
double reckon_select(const double *numbers, double *spare, size_t count, size_t place);

/// Memory that large columns leave is kept for the next of them, so that the system need not clear it
/// each time; a machine whose library cannot be told goes on as it does.
void reckon_keep_memory(void);

typedef enum { RECKON_PLAIN, RECKON_AVX2, RECKON_AVX512 } reckon_instructions;

/// Goes on with other instructions than the best that there are, so that tests can compare them;
/// false, and nothing changed, where the machine has none of the kind.
bool reckon_use(reckon_instructions instructions);
