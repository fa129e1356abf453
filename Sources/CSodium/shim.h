// libsodium: digests.
#ifndef RECKON_CSODIUM_SHIM_H
#define RECKON_CSODIUM_SHIM_H

#include <sodium.h>

#endif
