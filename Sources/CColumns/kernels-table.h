#pragma once

#include <math.h>
#include <string.h>

#include "include/CColumns.h"

#pragma STDC FP_CONTRACT OFF

#define ALWAYS inline __attribute__((always_inline))

struct kernels {
  size_t (*combine)(reckon_operation, double *, reckon_operand, reckon_operand, reckon_conversion,
                    size_t);
  void (*compare)(reckon_comparison, uint8_t *, reckon_operand, reckon_operand, reckon_conversion,
                  size_t);
  void (*convert)(double *, const double *, reckon_conversion, size_t);
  void (*ramp)(double *, double, double, size_t);
  bool (*all_finite)(const double *, size_t);
  double (*sum)(const double *, size_t);
  double (*sum_of_squares)(const double *, double, size_t);
  double (*smallest)(const double *, size_t);
  double (*largest)(const double *, size_t);
  size_t (*count)(const uint8_t *, size_t);
  void (*sort)(double *, double *, size_t);
  double (*select)(const double *, double *, size_t, size_t);
};

extern const struct kernels kernels_plain, kernels_avx2, kernels_avx512;

/// One more term of a sum by Neumaier's compensated summation.
static ALWAYS void add_compensated(double *total, double *lost, double term) {
  double next = *total + term;
  double large = __builtin_fabs(*total) >= __builtin_fabs(term) ? *total : term;
  double small = large == *total ? term : *total;
  *lost += (large - next) + small;
  *total = next;
}
