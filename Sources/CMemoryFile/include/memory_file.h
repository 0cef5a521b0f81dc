// A file in memory without a name (memfd_create(2)), gone when it is closed; -1 where the system has none. Swift's module of the
// system's library leaves it out.
int memory_file(void);
