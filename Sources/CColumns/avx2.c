#include "kernels-table.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2"))), apply_to = function)
#define NAMED(name) name##_avx2
#include "kernels.h"
#pragma clang attribute pop
#endif
