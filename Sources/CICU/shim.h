// Empty, because ICU's headers clash with those of Foundation's own ICU. CWordBreaks, CQuotationMarks and
// CSpoofChecker declare the functions that we need.
