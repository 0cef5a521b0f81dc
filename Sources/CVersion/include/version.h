/// The version of the source code from which this program was built, as `.ci/version` prints it; "development"
/// if the build did not name one.
const char *_Nonnull source_version(void);
