#include <stdint.h>

// Finds where words, spaces and punctuation end in a text (Unicode Standard Annex 29), using the dictionaries
// that ICU has for languages written without spaces. `text` is UTF-8 of `length` bytes. Writes at most
// `capacity` ends, as byte offsets, and returns their number; -1 if ICU fails.
int32_t word_breaks(const uint8_t *text, int32_t length, int32_t *ends, int32_t capacity);
