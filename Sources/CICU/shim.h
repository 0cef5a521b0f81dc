// Empty: ICU's headers clash with those of Foundation's own ICU. What is needed of it is in CWordBreaks.
