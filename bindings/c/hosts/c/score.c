/* Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it.
 *
 *   cc score.c $(pkg-config --cflags --libs thuocdo) -o score && ./score < school.json
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <thuocdo.h>

/* The longest assessment there is, and one byte, so that what is longer is refused and not cut. */
enum { LONGEST = 1024 * 1024 + 1 };

/* Tells why, frees the error, and gives the exit code. */
static int refused(thuocdo_error *error) {
  fprintf(stderr, "%s\n", thuocdo_error_message(error, NULL));
  int code = thuocdo_error_status(error) == THUOCDO_REFUSED ? 1 : 2;
  thuocdo_error_free(error);
  return code;
}

int main(void) {
  if (!THUOCDO_ABI_MATCHES()) {
    fprintf(stderr, "this program is for ABI %d of thuocdo; the library has %u\n", THUOCDO_ABI_VERSION, (unsigned)thuocdo_abi_version());
    return 2;
  }
  static char text[LONGEST];
  size_t len = fread(text, 1, sizeof text, stdin);
  const char *id = "moet-4725-2022";
  thuocdo_scorer *scorer = NULL;
  thuocdo_error *error = NULL;
  if (thuocdo_scorer_shipped(id, strlen(id), THUOCDO_VI, &scorer, &error) != THUOCDO_OK) {
    return refused(error);
  }
  thuocdo_buffer card;
  int code = 0;
  if (thuocdo_score(scorer, text, len, THUOCDO_VI, &card, &error) == THUOCDO_OK) {
    printf("%s\n", card.ptr);
    thuocdo_buffer_free(&card);
  } else {
    code = refused(error);
  }
  thuocdo_scorer_free(scorer);
  return code;
}
