// Empty, because ICU's headers clash with those of Foundation's own ICU. CWordBreaks declares the function
// that we need.
