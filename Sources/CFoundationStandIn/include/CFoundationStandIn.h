#pragma once

// Nothing is called from here; see stand-in.c.
