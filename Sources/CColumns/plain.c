#include "kernels-table.h"

#define NAMED(name) name##_plain
#include "kernels.h"
