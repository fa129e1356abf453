#pragma once

/// The commit that the program was built from, in short; empty where the build was not told it.
const char *reckon_commit(void);
