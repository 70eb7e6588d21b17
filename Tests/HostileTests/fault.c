/* Preloaded into the command: the FAULT_WRITE_AT-th write to a file (to any descriptor with FAULT_ALL) fails with
   ENOSPC, the FAULT_FSYNC_AT-th fsync with EIO, the FAULT_RENAME_AT-th rename with EXDEV. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static long writes = 0, syncs = 0, renames = 0;

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static ssize_t (*original)(int, const void *, size_t);
    if (!original) original = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    const char *at = getenv("FAULT_WRITE_AT");
    if (at && (descriptor > 2 || getenv("FAULT_ALL")) && ++writes == atol(at)) {
        errno = ENOSPC;
        return -1;
    }
    return original(descriptor, bytes, count);
}

int fsync(int descriptor) {
    static int (*original)(int);
    if (!original) original = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    const char *at = getenv("FAULT_FSYNC_AT");
    if (at && ++syncs == atol(at)) {
        errno = EIO;
        return -1;
    }
    return original(descriptor);
}

int rename(const char *from, const char *to) {
    static int (*original)(const char *, const char *);
    if (!original) original = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    const char *at = getenv("FAULT_RENAME_AT");
    if (at && ++renames == atol(at)) {
        errno = EXDEV;
        return -1;
    }
    return original(from, to);
}
