/* SPDX-License-Identifier: MPL-2.0 */
/* Faults on purpose, to see that `make valgrind` finds them. Compiled twice: as
 * a library with the name of ours, and with OFFICE as the program that calls
 * it and that has a leak of its own inside one of our calls. */
#include <stdlib.h>

void planted(void *(*office)(void));

#ifdef OFFICE

static void *lose(void)
{
    return malloc(11);
}

int main(void)
{
    planted(lose);
    return 0;
}

#else

void planted(void *(*office)(void))
{
    char *volatile block = malloc(22);

    block = realloc(NULL, 33);
    block[33] = 'x';
    if (block[3] == 'y')
        block[2] = 'z';
    free(block);
    block = office();
    block = NULL;
}

#endif
