#ifndef ISNAD_CLIBXML2_SHIM_H
#define ISNAD_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian's libxml2 shows ICU's types in a header, which clash with those of Foundation's own ICU; we use neither. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// `xmlFree` is a variable function pointer, which Swift 6 refuses as shared mutable state.
static inline void isnad_xml_free(void *pointer) { xmlFree(pointer); }
#endif
