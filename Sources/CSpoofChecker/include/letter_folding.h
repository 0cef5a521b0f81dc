#include <stdint.h>

// The letters as which single characters are compared, through ICU. The functions may be called from several threads.
#define SPOOF_LETTERS 32

// The compatibility decomposition of a character with its case folded (NFKD, Unicode Standard, section 3.11, and full
// case folding). Writes at most `SPOOF_LETTERS` characters to `result` and returns their number; -1 if ICU fails.
int32_t spoof_letters(uint32_t scalar, uint32_t *result);

// The Latin small letter that a character looks like (Unicode Technical Standard 39, section 4), without accents; 0 if
// it looks like none, or like several.
uint32_t spoof_lookalike(uint32_t scalar);
