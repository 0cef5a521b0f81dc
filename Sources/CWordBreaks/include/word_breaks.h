#include <stdint.h>

// Finds where words, blanks and punctuation end in a text, with the dictionaries that ICU has for languages written without blanks
// (Unicode Standard Annex 29). `text` is UTF-8 of `length` bytes. Writes the ends, as places in bytes, `capacity` at most, and returns how
// many they are; -1 where ICU fails.
int32_t word_breaks(const uint8_t *text, int32_t length, int32_t *ends, int32_t capacity);
