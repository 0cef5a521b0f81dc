#include <stdint.h>

// Unicode forms that Swift does not have, through ICU: comparable forms of names, and domains. Texts are UTF-8 of
// `length` bytes, at most `SPOOF_LONGEST`. A result is written to `result`, which has room for `SPOOF_ROOM` bytes,
// and its length is returned. The functions may be called from several threads. They return -1 if ICU fails, or
// if the text or its result is too long.
#define SPOOF_LONGEST 1024
#define SPOOF_ROOM 8192

// NFKC_Casefold (Unicode Standard, section 3.13): folds case, width and other compatible forms, and drops the
// characters that are ignored by default.
int32_t spoof_fold(const uint8_t *text, int32_t length, uint8_t *result);

// The skeleton (Unicode Technical Standard 39, section 4): texts that look alike have the same one.
int32_t spoof_skeleton(const uint8_t *text, int32_t length, uint8_t *result);

// Whether a text mixes more scripts than the level "moderately restrictive" allows (Unicode Technical Standard 39,
// section 5.2): one script; Latin with those of Chinese, Japanese or Korean; or Latin with one more, which is
// neither Cyrillic, Greek nor Cherokee. 1 or 0.
int32_t spoof_mixes_scripts(const uint8_t *text, int32_t length);

// The reasons for which a domain is invalid, as bits. Others have the remaining bits.
#define SPOOF_DOMAIN_EMPTY_LABEL 1
#define SPOOF_DOMAIN_LONG_LABEL 2
#define SPOOF_DOMAIN_TOO_LONG 4

// The form of a domain in the DNS, or the form for people (Unicode Technical Standard 46, nontransitional, with the
// rules of STD 3, bidi and joiners). `faults` gets the reasons for which the domain is invalid; 0 if it is valid.
int32_t spoof_domain_to_ascii(const uint8_t *domain, int32_t length, uint8_t *result, uint32_t *faults);
int32_t spoof_domain_to_unicode(const uint8_t *domain, int32_t length, uint8_t *result, uint32_t *faults);
