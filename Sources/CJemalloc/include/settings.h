// The program's memory is jemalloc's; it reads its settings from here when it starts.
extern const char *malloc_conf;
