// Stands between a program and the system (LD_PRELOAD) and lets reading documents go wrong as FAULT says:
//   eio:N     the read behind N bytes of documents fails
//   cut:N     documents end behind N bytes, as files do that are cut short while they are read
//   short     reads give at most 7 bytes
//   signals   every other read is interrupted by a signal
//   gone:NAME what is called NAME is there when directories are listed, and not when it is opened
//   noentry:N listing directories fails behind N names
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *fault(const char *kind) {
  const char *wanted = getenv("FAULT");
  size_t length = strlen(kind);
  return wanted && strncmp(wanted, kind, length) == 0 ? wanted + length : NULL;
}

static int is_document(int descriptor) {
  char link[64], path[4096];
  char *digit = link + sizeof link;
  *--digit = 0;
  do *--digit = '0' + descriptor % 10; while (descriptor /= 10);
  digit -= strlen("/proc/self/fd/");
  memcpy(digit, "/proc/self/fd/", strlen("/proc/self/fd/"));
  ssize_t length = readlink(digit, path, sizeof path);
  return length > 3 && memcmp(path + length - 3, ".md", 3) == 0;
}

ssize_t read(int descriptor, void *memory, size_t count) {
  static ssize_t (*next)(int, void *, size_t);
  static size_t total, calls;
  if (!next) next = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  if (!getenv("FAULT") || !is_document(descriptor)) return next(descriptor, memory, count);
  const char *limit = fault("eio:");
  if (!limit) limit = fault("cut:");
  if (limit) {
    size_t left = strtoul(limit, NULL, 10) - total;
    if (left == 0 && fault("eio:")) { errno = EIO; return -1; }
    if (count > left) count = left;
  }
  if (fault("short") && count > 7) count = 7;
  if (fault("signals") && calls++ % 2 == 0) { errno = EINTR; return -1; }
  ssize_t got = next(descriptor, memory, count);
  if (got > 0) total += got;
  return got;
}

// What is in a directory that is gone is gone too.
static int is_gone(const char *path) {
  const char *name = fault("gone:");
  size_t length = name ? strlen(name) : 0;
  while (name && *path) {
    size_t end = strcspn(path, "/");
    if (end == length && strncmp(path, name, length) == 0) return 1;
    path += end + strspn(path + end, "/");
  }
  return 0;
}

DIR *opendir(const char *path) {
  static DIR *(*next)(const char *);
  if (!next) next = (DIR *(*)(const char *))dlsym(RTLD_NEXT, "opendir");
  if (is_gone(path)) { errno = ENOENT; return NULL; }
  return next(path);
}

int openat(int directory, const char *path, int flags, ...) {
  static int (*next)(int, const char *, int, ...);
  if (!next) next = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, "openat");
  if (is_gone(path)) { errno = ENOENT; return -1; }
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return next(directory, path, flags, mode);
}

struct dirent *readdir(DIR *stream) {
  static struct dirent *(*next)(DIR *);
  static unsigned long names;
  if (!next) next = (struct dirent *(*)(DIR *))dlsym(RTLD_NEXT, "readdir");
  const char *limit = fault("noentry:");
  if (limit && names++ >= strtoul(limit, NULL, 10)) { errno = EIO; return NULL; }
  return next(stream);
}
