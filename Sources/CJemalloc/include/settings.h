// The settings of jemalloc, which manages the program's memory and reads them at startup.
extern const char *malloc_conf;
