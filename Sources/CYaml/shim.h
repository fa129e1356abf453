// libyaml, the reader and writer of YAML 1.1.
#ifndef RECKON_CYAML_SHIM_H
#define RECKON_CYAML_SHIM_H

#include <yaml.h>

#endif
