#include "letter_folding.h"

#include <pthread.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#define UNITS (4 * SPOOF_LETTERS)

// Opened once and never closed. ICU's functions only read them.
static USpoofChecker *checker;
static const UNormalizer2 *decomposition;

static void open(void) {
    UErrorCode status = U_ZERO_ERROR;
    checker = uspoof_open(&status);
    decomposition = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) decomposition = NULL;
}

static int ready(uint32_t scalar) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open);
    return decomposition && scalar <= 0x10FFFF && !U_IS_SURROGATE(scalar);
}

// Folding the case makes a letter of the iota below a Greek vowel (U+0345), which is a mark before.
static int32_t without_iota(UChar *text, int32_t count, const UErrorCode *status) {
    int32_t kept = 0;
    for (int32_t i = 0; U_SUCCESS(*status) && i < count; i++) {
        if (text[i] != 0x345) text[kept++] = text[i];
    }
    return kept;
}

static int32_t letters_of(const UChar *text, int32_t count, uint32_t *result, UErrorCode *status) {
    UChar parts[UNITS], folded[UNITS];
    int32_t length = 0;
    count = without_iota(parts, unorm2_normalize(decomposition, text, count, parts, UNITS, status), status);
    count = u_strFoldCase(folded, UNITS, parts, count, U_FOLD_CASE_DEFAULT, status);
    // Folding composes some letters again.
    count = unorm2_normalize(decomposition, folded, count, parts, UNITS, status);
    u_strToUTF32((UChar32 *)result, SPOOF_LETTERS, &length, parts, count, status);
    return length;
}

int32_t spoof_letters(uint32_t scalar, uint32_t *result) {
    if (!ready(scalar)) return -1;
    UErrorCode status = U_ZERO_ERROR;
    UChar text[2], parts[UNITS];
    // Most characters do not change, and this is faster to find out.
    if (!u_hasBinaryProperty((UChar32)scalar, UCHAR_CHANGES_WHEN_CASEFOLDED)
        && unorm2_getDecomposition(decomposition, (UChar32)scalar, parts, UNITS, &status) < 0) {
        result[0] = scalar;
        return 1;
    }
    int32_t count = 0;
    U16_APPEND_UNSAFE(text, count, scalar);
    count = letters_of(text, count, result, &status);
    return U_SUCCESS(status) ? count : -1;
}

uint32_t spoof_lookalike(uint32_t scalar) {
    if (!ready(scalar)) return 0;
    UErrorCode status = U_ZERO_ERROR;
    UChar text[2], skeleton[UNITS];
    uint32_t letters[SPOOF_LETTERS], found[2] = {0, 0};
    int32_t count = 0, kept = 0;
    U16_APPEND_UNSAFE(text, count, scalar);
    count = uspoof_getSkeleton(checker, 0, text, count, skeleton, UNITS, &status);
    count = letters_of(skeleton, count, letters, &status);
    if (U_FAILURE(status)) return 0;
    for (int32_t i = 0; i < count; i++) {
        if (unorm2_getCombiningClass(decomposition, (UChar32)letters[i]) != 0) continue;
        if (kept < 2) found[kept] = letters[i];
        kept++;
    }
    // The skeleton of the letter m is "rn".
    if (kept == 2 && found[0] == 'r' && found[1] == 'n') return 'm';
    return kept == 1 && found[0] >= 'a' && found[0] <= 'z' ? found[0] : 0;
}
