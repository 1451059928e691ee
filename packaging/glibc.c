/* SPDX-License-Identifier: MPL-2.0 */
/* The oldest versions of the C library's functions, so that one library loads
 * on every Linux that runs LibreOffice 7 or later. Newer C libraries export
 * some functions under new versions; the linker sends such calls here
 * (--wrap), and each goes on to the function as it was named first, or to the
 * kernel where that name did not exist. LibreOffice does not report a symbol
 * that is too new: the panel stays empty, and 7.0 crashes.
 * tests/packaging/test_library.py checks the result.
 *
 * The Makefile reads the names of the wrapped functions from the lines that
 * begin with OLDEST or KERNEL. */
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define WRAP(result, name, parameters, call) \
    result __wrap_##name parameters;         \
    result __wrap_##name parameters          \
    {                                        \
        return call;                         \
    }
#define OLDEST(result, name, parameters, arguments)            \
    result oldest_##name parameters;                           \
    __asm__(".symver oldest_" #name "," #name "@GLIBC_2.2.5"); \
    WRAP(result, name, parameters, oldest_##name arguments)
#define KERNEL(name, parameters, ...) \
    WRAP(int, name, parameters, (int)syscall(__VA_ARGS__))

/* clang-format off */
OLDEST(double,exp,(double power),(power))
OLDEST(double,log,(double number),(number))
OLDEST(double,pow,(double base, double power),(base, power))
OLDEST(int,pthread_once,(int *once, void (*run)(void)),(once, run))
OLDEST(int,pthread_key_create,(unsigned *key, void (*end)(void *)),(key, end))
OLDEST(int,pthread_key_delete,(unsigned key),(key))
OLDEST(void *,pthread_getspecific,(unsigned key),(key))
OLDEST(int,pthread_setspecific,(unsigned key, const void *value),(key, value))
/* The kernel's struct stat is the C library's on x86_64, in both spellings. */
KERNEL(stat,(const char *path, struct stat *to),SYS_stat, path, to)
KERNEL(stat64,(const char *path, struct stat *to),SYS_stat, path, to)
KERNEL(fstat,(int file, struct stat *to),SYS_fstat, file, to)
KERNEL(fstat64,(int file, struct stat *to),SYS_fstat, file, to)
KERNEL(clock_gettime,(clockid_t clock, struct timespec *to),SYS_clock_gettime, clock, to)
/* clang-format on */
