#include "spoof_checker.h"

#include <pthread.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

_Static_assert(SPOOF_DOMAIN_EMPTY_LABEL == UIDNA_ERROR_EMPTY_LABEL, "ICU has the same bits");
_Static_assert(SPOOF_DOMAIN_LONG_LABEL == UIDNA_ERROR_LABEL_TOO_LONG, "ICU has the same bits");
_Static_assert(SPOOF_DOMAIN_TOO_LONG == UIDNA_ERROR_DOMAIN_NAME_TOO_LONG, "ICU has the same bits");

// Opened once and never closed. ICU's functions only read them.
static USpoofChecker *checker;
static UIDNA *domains;
static const UNormalizer2 *folding;

static void open(void) {
    UErrorCode status = U_ZERO_ERROR;
    checker = uspoof_open(&status);
    uspoof_setChecks(checker, USPOOF_RESTRICTION_LEVEL, &status);
    uspoof_setRestrictionLevel(checker, USPOOF_MODERATELY_RESTRICTIVE);
    domains = uidna_openUTS46(
        UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
            | UIDNA_NONTRANSITIONAL_TO_UNICODE,
        &status);
    folding = unorm2_getNFKCCasefoldInstance(&status);
    if (U_FAILURE(status)) folding = NULL;
}

static int ready(int32_t length) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open);
    return folding && length >= 0 && length <= SPOOF_LONGEST;
}

int32_t spoof_fold(const uint8_t *text, int32_t length, uint8_t *result) {
    if (!ready(length)) return -1;
    UChar typed[SPOOF_LONGEST], folded[SPOOF_ROOM / 3];
    int32_t units = 0, bytes = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(typed, SPOOF_LONGEST, &units, (const char *)text, length, &status);
    int32_t count = unorm2_normalize(folding, typed, units, folded, SPOOF_ROOM / 3, &status);
    u_strToUTF8((char *)result, SPOOF_ROOM, &bytes, folded, count, &status);
    return U_SUCCESS(status) ? bytes : -1;
}

int32_t spoof_skeleton(const uint8_t *text, int32_t length, uint8_t *result) {
    if (!ready(length)) return -1;
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = uspoof_getSkeletonUTF8(checker, 0, (const char *)text, length, (char *)result, SPOOF_ROOM, &status);
    return U_SUCCESS(status) ? bytes : -1;
}

int32_t spoof_mixes_scripts(const uint8_t *text, int32_t length) {
    if (!ready(length)) return -1;
    UErrorCode status = U_ZERO_ERROR;
    int32_t failed = uspoof_check2UTF8(checker, (const char *)text, length, NULL, &status);
    return U_SUCCESS(status) ? (failed & USPOOF_RESTRICTION_LEVEL) != 0 : -1;
}

// Registries give out domains with two hyphens in the third and fourth place, so that is no fault.
static uint32_t faults_in(const UIDNAInfo *info) { return info->errors & ~(uint32_t)UIDNA_ERROR_HYPHEN_3_4; }

int32_t spoof_domain_to_ascii(const uint8_t *domain, int32_t length, uint8_t *result, uint32_t *faults) {
    if (!ready(length)) return -1;
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t bytes = uidna_nameToASCII_UTF8(
        domains, (const char *)domain, length, (char *)result, SPOOF_ROOM, &info, &status);
    *faults = faults_in(&info);
    return U_SUCCESS(status) ? bytes : -1;
}

int32_t spoof_domain_to_unicode(const uint8_t *domain, int32_t length, uint8_t *result, uint32_t *faults) {
    if (!ready(length)) return -1;
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t bytes = uidna_nameToUnicodeUTF8(
        domains, (const char *)domain, length, (char *)result, SPOOF_ROOM, &info, &status);
    *faults = faults_in(&info);
    return U_SUCCESS(status) ? bytes : -1;
}
