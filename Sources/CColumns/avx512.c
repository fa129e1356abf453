#include "kernels-table.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,bmi,bmi2"))), apply_to = function)
#define NAMED(name) name##_avx512
#include "kernels.h"
#pragma clang attribute pop
#endif
