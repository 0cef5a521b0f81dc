#define _GNU_SOURCE
#include "memory_file.h"
#include <sys/mman.h>

int memory_file(void) { return memfd_create("page", MFD_CLOEXEC); }
