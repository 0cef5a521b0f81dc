#include <libxml/xmlversion.h>
// Debian's libxml2 declares its converters with ICU's headers, which clash with the ICU inside Foundation.
// Only one structure needs those headers, and nothing here uses it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
