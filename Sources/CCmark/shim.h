// cmark-gfm, the reader of GitHub's Markdown, and its extensions.
#ifndef RECKON_CCMARK_SHIM_H
#define RECKON_CCMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
