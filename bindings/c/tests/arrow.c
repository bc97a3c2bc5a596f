/* Record batches through Arrow's C stream interface, without any library of Arrow's. */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>

#include <thuocdo.h>

#include "check.h"

/* As https://arrow.apache.org/docs/format/CDataInterface.html has them. */
struct ArrowSchema {
  const char *format, *name, *metadata;
  int64_t flags, n_children;
  struct ArrowSchema **children, *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};
struct ArrowArray {
  int64_t length, null_count, offset, n_buffers, n_children;
  const void **buffers;
  struct ArrowArray **children, *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

enum { NULLABLE = 2, ROWS = 3 };

/* A table of ours: three schools, one indicator, a column that goes along. What it lends lives as long as the program. */
static const double ANSWERS[ROWS] = {6, 6.5, 0};
static const uint8_t ANSWERED[] = {0x3}; /* The third is missing. */
static const int32_t ENDS[ROWS + 1] = {0, 4, 8, 12};
static const char CODES[] = "31-a31-b31-c";

struct table {
  const char *indicator;
  int batches, fail_at, released;
};

static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }
static void release_array(struct ArrowArray *array) { array->release = NULL; }

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  static struct ArrowSchema columns[2], *both[2] = {&columns[0], &columns[1]};
  const struct table *table = stream->private_data;
  columns[0] = (struct ArrowSchema){.format = "u", .name = "institution.code", .flags = NULLABLE, .release = release_schema};
  columns[1] = (struct ArrowSchema){.format = "g", .name = table->indicator, .flags = NULLABLE, .release = release_schema};
  *out = (struct ArrowSchema){.format = "+s", .name = "", .n_children = 2, .children = both, .release = release_schema};
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  static const void *codes[3] = {NULL, ENDS, CODES}, *answers[2] = {ANSWERED, ANSWERS}, *none[1] = {NULL};
  static struct ArrowArray columns[2], *both[2] = {&columns[0], &columns[1]};
  struct table *table = stream->private_data;
  if (table->batches == table->fail_at) {
    return EIO;
  }
  if (table->batches-- == 0) {
    *out = (struct ArrowArray){.release = NULL};
    return 0;
  }
  columns[0] = (struct ArrowArray){.length = ROWS, .n_buffers = 3, .buffers = codes, .release = release_array};
  columns[1] = (struct ArrowArray){.length = ROWS, .null_count = 1, .n_buffers = 2, .buffers = answers, .release = release_array};
  *out = (struct ArrowArray){.length = ROWS, .n_buffers = 1, .n_children = 2, .buffers = none, .children = both, .release = release_array};
  return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return "the disk is gone";
}

static void release_stream(struct ArrowArrayStream *stream) {
  ((struct table *)stream->private_data)->released++;
  stream->release = NULL;
}

static struct ArrowArrayStream of(struct table *table) {
  return (struct ArrowArrayStream){get_schema, get_next, get_last_error, release_stream, table};
}

static int64_t column(const struct ArrowSchema *schema, const char *name) {
  for (int64_t n = 0; n < schema->n_children; n++) {
    if (strcmp(schema->children[n]->name, name) == 0) {
      return n;
    }
  }
  fprintf(stderr, "no column %s\n", name);
  exit(1);
}

static bool is_valid(const struct ArrowArray *array, int64_t row) {
  const uint8_t *bits = array->buffers[0];
  row += array->offset;
  return bits == NULL || (bits[row / 8] >> (row % 8) & 1) != 0;
}

/* 1.3.1 takes 0 to 6: the first school has 6 of 100 for certain and may have all, the second is refused, of the third nothing is known. */
static void is_as_worked_out(const struct ArrowSchema *schema, const struct ArrowArray *batch) {
  CHECK(batch->length == ROWS);
  const struct ArrowArray *low = batch->children[column(schema, "group.1.score.low")];
  const struct ArrowArray *high = batch->children[column(schema, "group.1.score.high")];
  const int32_t *lows = low->buffers[1], *highs = high->buffers[1];
  CHECK(strcmp(schema->children[column(schema, "group.1.score.low")]->format, "i") == 0);
  CHECK(is_valid(low, 0) && lows[0] == 600 && highs[0] == 10000);
  CHECK(!is_valid(low, 1));
  CHECK(is_valid(low, 2) && lows[2] == 0 && highs[2] == 10000);
  const struct ArrowArray *violations = batch->children[column(schema, "violations")];
  const int32_t *ends = violations->buffers[1];
  CHECK(is_valid(violations, 1) && ends[2] - ends[1] == 1);
  CHECK(column(schema, "institution.code") == 0);
}

static void batches_are_scored(const thuocdo_scorer *scorer) {
  struct table table = {"1.3.1", 2, -1, 0};
  struct ArrowArrayStream in = of(&table), out;
  thuocdo_error *error;
  CHECK(thuocdo_score_arrow(scorer, &in, THUOCDO_HUNDREDTHS, THUOCDO_EN, &out, &error) == THUOCDO_OK && error == NULL);
  CHECK(in.release == NULL && out.release != NULL);
  struct ArrowSchema schema;
  CHECK(out.get_schema(&out, &schema) == 0);
  struct ArrowArray batch;
  for (int n = 0; n < 2; n++) {
    CHECK(out.get_next(&out, &batch) == 0 && batch.release != NULL);
    is_as_worked_out(&schema, &batch);
    batch.release(&batch);
  }
  CHECK(out.get_next(&out, &batch) == 0 && batch.release == NULL);
  schema.release(&schema);
  out.release(&out);
  CHECK(table.released == 1);
}

static void a_failure_of_the_source_is_handed_on(const thuocdo_scorer *scorer) {
  struct table table = {"1.3.1", 2, 1, 0};
  struct ArrowArrayStream in = of(&table), out;
  CHECK(thuocdo_score_arrow(scorer, &in, THUOCDO_DECIMAL, THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  struct ArrowArray batch;
  CHECK(out.get_next(&out, &batch) == 0);
  batch.release(&batch);
  CHECK(out.get_next(&out, &batch) != 0 && strstr(out.get_last_error(&out), "the disk is gone") != NULL);
  out.release(&out);
  CHECK(table.released == 1);
}

/* Whatever fails, the stream was taken and released, and nothing came out. */
static void fails(const thuocdo_scorer *scorer, const char *indicator, int32_t points, int32_t lang, thuocdo_status expected, const char *code) {
  struct table table = {indicator, 1, -1, 0};
  struct ArrowArrayStream in = of(&table), out = of(&table);
  thuocdo_error *error;
  CHECK(thuocdo_score_arrow(scorer, &in, points, lang, &out, &error) == expected);
  CHECK(strcmp(thuocdo_error_code(error, NULL), code) == 0);
  CHECK(in.release == NULL && out.release == NULL && table.released == 1);
  thuocdo_error_free(error);
}

int main(void) {
  thuocdo_scorer *scorer;
  CHECK(thuocdo_scorer_shipped(TEXT("moet-4725-2022"), THUOCDO_VI, &scorer, NULL) == THUOCDO_OK);
  batches_are_scored(scorer);
  a_failure_of_the_source_is_handed_on(scorer);
  fails(scorer, "1.3.99", THUOCDO_DECIMAL, THUOCDO_VI, THUOCDO_REFUSED, "unknown_indicator");
  fails(scorer, "1.3.1", 2, THUOCDO_VI, THUOCDO_BAD_OPTION, "bad_option");
  fails(scorer, "1.3.1", THUOCDO_DECIMAL, -1, THUOCDO_BAD_OPTION, "bad_option");
  fails(NULL, "1.3.1", THUOCDO_DECIMAL, THUOCDO_VI, THUOCDO_NULL_ARGUMENT, "null_argument");

  struct ArrowArrayStream in = {.release = NULL}, out;
  CHECK(thuocdo_score_arrow(scorer, &in, THUOCDO_DECIMAL, THUOCDO_VI, &out, NULL) == THUOCDO_BAD_STREAM && out.release == NULL);
  CHECK(thuocdo_score_arrow(scorer, NULL, THUOCDO_DECIMAL, THUOCDO_VI, &out, NULL) == THUOCDO_NULL_ARGUMENT && out.release == NULL);
  struct table table = {"1.3.1", 1, -1, 0};
  in = of(&table);
  CHECK(thuocdo_score_arrow(scorer, &in, THUOCDO_DECIMAL, THUOCDO_VI, NULL, NULL) == THUOCDO_NULL_ARGUMENT && table.released == 1);
  thuocdo_scorer_free(scorer);
  return 0;
}
