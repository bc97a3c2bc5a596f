/* What the C tests share. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ends the program where something is not so, in every build. */
#define CHECK(is)                                                \
  do {                                                           \
    if (!(is)) {                                                 \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #is);   \
      exit(1);                                                   \
    }                                                            \
  } while (0)

/* A literal as pointer and length. */
#define TEXT(literal) (literal), (sizeof(literal) - 1)

#endif
