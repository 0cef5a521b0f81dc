#define _GNU_SOURCE
#include "memory_file.h"

#ifdef __linux__
#include <sys/mman.h>

int memory_file(void) { return memfd_create("page", MFD_CLOEXEC); }
#else
int memory_file(void) { return -1; }
#endif
