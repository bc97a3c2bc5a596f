/* The time of one call: scores the assessment in a file a number of times, and prints nanoseconds a call.
 *
 *   call FILE TIMES
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <thuocdo.h>

int main(int argc, char **argv) {
  static char text[1 << 20];
  FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) {
    return 2;
  }
  size_t len = fread(text, 1, sizeof text, file);
  fclose(file);
  long times = strtol(argv[2], NULL, 10);
  thuocdo_scorer *scorer;
  if (thuocdo_scorer_shipped("moet-4725-2022", 14, THUOCDO_VI, &scorer, NULL) != THUOCDO_OK) {
    return 2;
  }
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (long n = 0; n < times; n++) {
    thuocdo_buffer card;
    thuocdo_error *error;
    if (thuocdo_score(scorer, text, len, THUOCDO_VI, &card, &error) != THUOCDO_OK) {
      return 1;
    }
    thuocdo_buffer_free(&card);
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  double spent = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
  printf("%.0f\n", spent / (double)times);
  thuocdo_scorer_free(scorer);
  return 0;
}
