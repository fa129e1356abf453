// cmark-gfm, the reader of GitHub's Markdown, and its extensions.
#ifndef RECKON_CCMARK_SHIM_H
#define RECKON_CCMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>

static inline void *reckon_cmark_calloc(size_t count, size_t size) {
  void *made = calloc(count, size);
  if (made == NULL) abort();
  return made;
}

static inline void *reckon_cmark_realloc(void *old, size_t size) {
  void *made = old == NULL ? calloc(1, size) : realloc(old, size);
  if (made == NULL) abort();
  return made;
}

// The system's memory, zeroed where it is new. cmark-gfm makes room for the text of a node and writes no
// end to it before there is text: who asked for the text of a cell that a row lacks, or of a heading
// without words, would read what stood there before, and beyond.
static inline cmark_mem *reckon_cmark_memory(void) {
  static cmark_mem memory = {reckon_cmark_calloc, reckon_cmark_realloc, free};
  return &memory;
}

#endif
