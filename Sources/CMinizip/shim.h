// minizip, the reader and writer of zip files that comes with zlib.
#ifndef RECKON_CMINIZIP_SHIM_H
#define RECKON_CMINIZIP_SHIM_H

// Other libraries have a zip.h too.
#if __has_include(<minizip/zip.h>)
#include <minizip/unzip.h>
#include <minizip/zip.h>
#else
#include <unzip.h>
#include <zip.h>
#endif

#endif
