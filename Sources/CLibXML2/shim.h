#include <libxml/xmlversion.h>
// Debian's libxml2 declares its converters with ICU's headers, which clash with the ICU inside Foundation. Nothing here
// touches the one structure that they belong to.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
