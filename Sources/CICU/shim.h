// Empty, because ICU's headers clash with those of Foundation's own ICU. CWordBreaks and CQuotationMarks declare
// the functions that we need.
