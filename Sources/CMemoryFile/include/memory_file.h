// Opens an unnamed file in memory (memfd_create(2)), which is gone when it is closed. Returns -1 if the
// system refuses. Swift's module of the system library lacks memfd_create.
int memory_file(void);
