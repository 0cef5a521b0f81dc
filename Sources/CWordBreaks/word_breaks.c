#include "word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

int32_t word_breaks(const uint8_t *text, int32_t length, int32_t *ends, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UText *opened = utext_openUTF8(NULL, (const char *)text, length, &status);
    UBreakIterator *words = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    if (U_SUCCESS(status)) ubrk_setUText(words, opened, &status);
    int32_t count = -1;
    if (U_SUCCESS(status)) {
        count = 0;
        ubrk_first(words);
        for (int32_t end = ubrk_next(words); end != UBRK_DONE && count < capacity; end = ubrk_next(words)) {
            ends[count++] = end;
        }
    }
    if (words) ubrk_close(words);
    if (opened) utext_close(opened);
    return count;
}
