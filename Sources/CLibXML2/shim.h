#ifndef ISNAD_CLIBXML2_SHIM_H
#define ISNAD_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// `xmlFree` is a variable function pointer, which Swift 6 refuses as shared mutable state.
static inline void isnad_xml_free(void *pointer) { xmlFree(pointer); }
#endif
