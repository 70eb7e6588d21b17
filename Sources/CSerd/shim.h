#include <serd/serd.h>
#include <stdio.h>

/* Swift cannot take a va_list from a struct. */
static inline int serd_error_message(const SerdError* error, char* buffer, size_t size)
{
  return vsnprintf(buffer, size, error->fmt, *error->args);
}
