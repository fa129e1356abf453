#include "CBuild.h"

#ifndef RECKON_COMMIT
#define RECKON_COMMIT ""
#endif

const char *reckon_commit(void) { return RECKON_COMMIT; }
