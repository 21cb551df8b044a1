/* What Swift has no word for: asking memory for something before it is read. */

#ifndef MUSUBI_CMEMORY_SHIM_H
#define MUSUBI_CMEMORY_SHIM_H

/* Begins to fetch the cache line of an address, which need not be one that may be read; changes nothing else. */
static inline void musubi_prefetch(const void * _Nonnull address) { __builtin_prefetch(address); }

#endif
