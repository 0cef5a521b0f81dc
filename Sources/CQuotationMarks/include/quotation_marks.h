#include <stdint.h>

// Finds the quotation marks of a language (CLDR, through ICU). `tag` is a BCP 47 tag; an unknown language has the
// marks of CLDR's root. Writes four UTF-8 texts, each with a zero after it: the opening and the closing mark, and
// those for a quotation inside a quotation. Returns 0, or -1 if ICU has no data or `capacity` is too small.
int32_t quotation_marks(const char *tag, char *marks, int32_t capacity);
