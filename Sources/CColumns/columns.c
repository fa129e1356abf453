#include "kernels-table.h"

#ifdef __linux__
#include <malloc.h>
#endif

static const struct kernels *_Atomic chosen;

bool reckon_use(reckon_instructions instructions) {
  const struct kernels *found = instructions == RECKON_PLAIN ? &kernels_plain : NULL;
#ifdef __x86_64__
  __builtin_cpu_init();
  if (instructions == RECKON_AVX2 && __builtin_cpu_supports("avx2") &&
      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2"))
    found = &kernels_avx2;
  if (instructions == RECKON_AVX512 && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("bmi2"))
    found = &kernels_avx512;
#endif
  if (found) chosen = found;
  return found != NULL;
}

/// The best kernels that this machine can run.
static const struct kernels *kernels(void) {
  const struct kernels *found = chosen;
  if (found) return found;
  if (!reckon_use(RECKON_AVX512) && !reckon_use(RECKON_AVX2)) reckon_use(RECKON_PLAIN);
  return chosen;
}

size_t reckon_combine(reckon_operation operation, double *result, reckon_operand left,
                      reckon_operand right, reckon_conversion conversion, size_t count) {
  return kernels()->combine(operation, result, left, right, conversion, count);
}

void reckon_compare(reckon_comparison comparison, uint8_t *result, reckon_operand left,
                    reckon_operand right, reckon_conversion conversion, size_t count) {
  kernels()->compare(comparison, result, left, right, conversion, count);
}

void reckon_convert(double *result, const double *numbers, reckon_conversion conversion,
                    size_t count) {
  kernels()->convert(result, numbers, conversion, count);
}

void reckon_ramp(double *result, double start, double step, size_t count) {
  kernels()->ramp(result, start, step, count);
}

bool reckon_all_finite(const double *numbers, size_t count) {
  return kernels()->all_finite(numbers, count);
}

double reckon_sum(const double *numbers, size_t count) { return kernels()->sum(numbers, count); }

double reckon_sum_of_squares(const double *numbers, double centre, size_t count) {
  return kernels()->sum_of_squares(numbers, centre, count);
}

double reckon_smallest(const double *numbers, size_t count) {
  return kernels()->smallest(numbers, count);
}

double reckon_largest(const double *numbers, size_t count) {
  return kernels()->largest(numbers, count);
}

void reckon_sort(double *numbers, double *spare, size_t count) {
  kernels()->sort(numbers, spare, count);
}

double reckon_select(const double *numbers, double *spare, size_t count, size_t place) {
  return kernels()->select(numbers, spare, count, place);
}

size_t reckon_count(const uint8_t *truths, size_t count) {
  return kernels()->count(truths, count);
}

void reckon_keep(double *result, const double *numbers, const uint8_t *truths, size_t count) {
  for (size_t i = 0; i < count; i++) {
    *result = numbers[i];
    result += truths[i];
  }
}

void reckon_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
#endif
}
