/* A build whose every call panics (cargo feature `forced-panic`): each entry answers with its status, and nothing else happens. */
#include <stdint.h>

#include <thuocdo.h>

#include "check.h"

struct ArrowArrayStream {
  void *functions[3];
  void (*release)(struct ArrowArrayStream *);
  void *own;
};

static int released;

static void release(struct ArrowArrayStream *stream) {
  released++;
  stream->release = NULL;
}

static thuocdo_error *error;

static void panicked(thuocdo_status status) {
  CHECK(status == THUOCDO_PANICKED && thuocdo_error_status(error) == THUOCDO_PANICKED);
  CHECK(strcmp(thuocdo_error_code(error, NULL), "panicked") == 0);
  CHECK(strstr(thuocdo_error_message(error, NULL), "this build panics") != NULL);
  CHECK(strcmp(thuocdo_error_json(error, NULL), "{\"violations\":[]}") == 0);
  thuocdo_error_free(error);
}

int main(void) {
  thuocdo_scorer *scorer = (thuocdo_scorer *)1;
  panicked(thuocdo_scorer_shipped(TEXT("x"), THUOCDO_VI, &scorer, &error));
  CHECK(scorer == NULL);
  panicked(thuocdo_scorer_load(TEXT("x"), THUOCDO_VI, &scorer, &error));
  panicked(thuocdo_scorer_overlay(NULL, TEXT("x"), THUOCDO_VI, &scorer, &error));
  thuocdo_buffer out = {(char *)1, 1};
  panicked(thuocdo_score(NULL, TEXT("x"), THUOCDO_VI, &out, &error));
  CHECK(out.ptr == NULL && out.len == 0);
  panicked(thuocdo_check(NULL, TEXT("x"), THUOCDO_VI, &out, &error));
  panicked(thuocdo_read_table(NULL, TEXT("x"), TEXT("x"), THUOCDO_VI, &out, &error));
  panicked(thuocdo_explain(NULL, TEXT("x"), THUOCDO_VI, &out, &error));
  panicked(thuocdo_score_ndjson(NULL, TEXT("x"), THUOCDO_VI, &out, &error));
  panicked(thuocdo_stream_ndjson(NULL, TEXT("x"), 1, THUOCDO_VI, NULL, NULL, &error));
  panicked(thuocdo_ask(NULL, TEXT("x"), TEXT("x"), THUOCDO_VI, &out, &error));
  thuocdo_collector *collector = (thuocdo_collector *)1;
  panicked(thuocdo_collect(NULL, TEXT("x"), TEXT("x"), THUOCDO_VI, &collector, &error));
  CHECK(collector == NULL);
  panicked(thuocdo_collector_add(NULL, TEXT("x"), TEXT("x"), THUOCDO_VI, &error));
  panicked(thuocdo_collector_answer(NULL, THUOCDO_VI, &out, &error));
  panicked(thuocdo_schema(NULL, TEXT("x"), THUOCDO_VI, &out, &error));
  panicked(thuocdo_framework(NULL, &out, &error));
  panicked(thuocdo_digest(NULL, &out, &error));
  uint8_t level = 3;
  panicked(thuocdo_level(NULL, TEXT("1"), TEXT("1"), THUOCDO_VI, &level, &error));
  CHECK(level == 0);
  panicked(thuocdo_about(&out, &error));
  thuocdo_place place = {.size = sizeof place, .cell = 9};
  panicked(thuocdo_place_of(NULL, TEXT("x"), THUOCDO_VI, &place, &error));
  CHECK(place.size == sizeof place && place.cell == 0);
  thuocdo_shape shape = {.size = sizeof shape, .groups = 9};
  CHECK(thuocdo_shape_of(NULL, &shape) == THUOCDO_PANICKED && shape.groups == 0);
  thuocdo_row row = {.size = sizeof row, .faults = 9};
  CHECK(thuocdo_judge_row(NULL, NULL, 0, NULL, 0, &row) == THUOCDO_PANICKED && row.faults == 0);
  thuocdo_rows rows = {.size = sizeof rows};
  size_t refused = 9;
  CHECK(thuocdo_judge_rows(NULL, &rows, &refused) == THUOCDO_PANICKED && refused == 0);
  struct ArrowArrayStream in = {.release = release}, stream = {.release = release};
  panicked(thuocdo_score_arrow(NULL, &in, THUOCDO_DECIMAL, THUOCDO_VI, &stream, &error));
  CHECK(in.release == NULL && stream.release == NULL && released == 1);
  CHECK(thuocdo_score(NULL, TEXT("x"), 7, NULL, NULL) == THUOCDO_PANICKED);
  return 0;
}
