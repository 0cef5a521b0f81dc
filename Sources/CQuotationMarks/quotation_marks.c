#include "quotation_marks.h"

#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/ustring.h>

int32_t quotation_marks(const char *tag, char *marks, int32_t capacity) {
    static const ULocaleDataDelimiterType kinds[] = {
        ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END,
    };
    UErrorCode status = U_ZERO_ERROR;
    char locale[ULOC_FULLNAME_CAPACITY];
    uloc_forLanguageTag(tag, locale, sizeof locale, NULL, &status);
    ULocaleData *data = ulocdata_open(locale, &status);
    int32_t end = 0;
    for (int kind = 0; kind < 4 && U_SUCCESS(status); kind++) {
        UChar mark[8];
        int32_t length = ulocdata_getDelimiter(data, kinds[kind], mark, 8, &status);
        int32_t bytes = 0;
        u_strToUTF8(marks + end, capacity - end, &bytes, mark, length, &status);
        end += bytes + 1;
        if (end > capacity) status = U_BUFFER_OVERFLOW_ERROR;
    }
    if (data) ulocdata_close(data);
    return U_SUCCESS(status) ? 0 : -1;
}
