/* Rows of numbers: what comes of some that were worked out by hand, and what a program may do wrong. Each outcome is one that the header promises. */
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include <thuocdo.h>

#include "check.h"

enum { ANSWERS = 26, CONDITIONS = 4, GROUPS = 2, ROWS = 100 };

static thuocdo_scorer *scorer;

static size_t cell(const char *code, int32_t kind, int32_t max) {
  thuocdo_place place = {.size = sizeof place};
  CHECK(thuocdo_place_of(scorer, code, strlen(code), THUOCDO_VI, &place, NULL) == THUOCDO_OK);
  CHECK(place.size == sizeof place && place.kind == kind && place.max == max && place.asks_evidence == 0);
  return place.cell;
}

/* A row without an answer, and one in which all conditions are met. */
static void empty(int32_t *answers, int8_t *conditions) {
  for (int n = 0; n < ANSWERS; n++) {
    answers[n] = THUOCDO_MISSING;
  }
  for (int n = 0; n < CONDITIONS; n++) {
    conditions[n] = THUOCDO_STATE_MET;
  }
}

static void places_are_those_of_the_framework(void) {
  thuocdo_shape shape = {.size = sizeof shape};
  CHECK(thuocdo_shape_of(scorer, &shape) == THUOCDO_OK);
  CHECK(shape.size == sizeof shape && shape.answers == ANSWERS && shape.conditions == CONDITIONS && shape.groups == GROUPS);
  CHECK(cell("1", THUOCDO_KIND_GROUP, 10000) == 0 && cell("2", THUOCDO_KIND_GROUP, 10000) == 1);
  CHECK(cell("1.1", THUOCDO_KIND_CONDITION, 0) == 0 && cell("1.3.1", THUOCDO_KIND_POINTS, 600) == 0);
  thuocdo_place place = {.size = sizeof place, .cell = 9, .max = 9};
  thuocdo_error *error;
  CHECK(thuocdo_place_of(scorer, TEXT("1.3.99"), THUOCDO_VI, &place, &error) == THUOCDO_REFUSED);
  CHECK(strcmp(thuocdo_error_code(error, NULL), "unknown_indicator") == 0);
  CHECK(place.size == sizeof place && place.cell == 0 && place.kind == 0 && place.max == 0);
  thuocdo_error_free(error);
}

static void a_row_is_judged(void) {
  int32_t answers[ANSWERS];
  int8_t conditions[CONDITIONS];
  empty(answers, conditions);
  answers[cell("1.3.1", THUOCDO_KIND_POINTS, 600)] = 525;
  conditions[cell("1.2", THUOCDO_KIND_CONDITION, 0)] = THUOCDO_STATE_UNMET;
  conditions[cell("2.1", THUOCDO_KIND_CONDITION, 0)] = THUOCDO_STATE_UNKNOWN;
  thuocdo_row row = {.size = sizeof row, .faults = 9, .overall_low = 9};
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS, &row) == THUOCDO_OK);
  CHECK(row.size == sizeof row && row.faults == 0 && row.group_count == GROUPS && !row.eligible);
  CHECK(row.overall_low == 1 && row.overall_high == 3);
  CHECK(row.groups[0].score_low == 525 && row.groups[0].score_high == 9925 && row.groups[0].level_low == 1 && row.groups[0].level_high == 3);
  CHECK(row.groups[0].blockers == (THUOCDO_BLOCKED_CONDITION_UNMET | THUOCDO_BLOCKED_LEVEL_UNDETERMINED));
  CHECK(row.groups[1].blockers == (THUOCDO_BLOCKED_CONDITION_UNKNOWN | THUOCDO_BLOCKED_LEVEL_UNDETERMINED));
  CHECK(row.groups[1].score_low == 0 && row.groups[1].score_high == 10000 && row.groups[2].score_high == 0);

  /* A refused row has its faults and nothing else. */
  answers[0] = 601;
  conditions[0] = 2;
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS, &row) == THUOCDO_REFUSED);
  CHECK(row.faults == (THUOCDO_FAULT_POINTS_OUT_OF_RANGE | THUOCDO_FAULT_WRONG_TYPE) && row.group_count == GROUPS);
  CHECK(!row.eligible && row.overall_low == 0 && row.overall_high == 0);
  for (int n = 0; n < THUOCDO_MAX_GROUPS; n++) {
    const thuocdo_row_group none = {0};
    CHECK(memcmp(&row.groups[n], &none, sizeof none) == 0);
  }
}

/* A struct of a later header is longer: what this library does not know, it leaves alone. A shorter one is no struct of ours. */
static void structs_may_be_longer_and_not_shorter(void) {
  int32_t answers[ANSWERS];
  int8_t conditions[CONDITIONS];
  empty(answers, conditions);
  struct {
    thuocdo_row row;
    char later[16];
  } longer;
  memset(&longer, 7, sizeof longer);
  longer.row.size = sizeof longer;
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS, &longer.row) == THUOCDO_OK);
  CHECK(longer.row.size == sizeof longer && longer.row.group_count == GROUPS && longer.later[0] == 7 && longer.later[15] == 7);
  const size_t none[] = {0, sizeof(thuocdo_row) - 1, (size_t)PTRDIFF_MAX + 1, SIZE_MAX};
  for (int n = 0; n < 4; n++) {
    memset(&longer, 7, sizeof longer);
    longer.row.size = none[n];
    CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS, &longer.row) == THUOCDO_BAD_LENGTH);
    CHECK(longer.row.size == none[n] && longer.row.eligible == 7);
  }
  thuocdo_shape shape = {.size = sizeof shape - 1};
  CHECK(thuocdo_shape_of(scorer, &shape) == THUOCDO_BAD_LENGTH);
  thuocdo_place place = {.size = sizeof place - 1};
  thuocdo_error *error;
  CHECK(thuocdo_place_of(scorer, TEXT("1.3.1"), THUOCDO_VI, &place, &error) == THUOCDO_BAD_LENGTH);
  CHECK(strcmp(thuocdo_error_code(error, NULL), "bad_length") == 0);
  thuocdo_error_free(error);
}

static void null_and_wrong_counts_are_told(void) {
  int32_t answers[ANSWERS];
  int8_t conditions[CONDITIONS];
  empty(answers, conditions);
  thuocdo_row row = {.size = sizeof row};
  CHECK(thuocdo_judge_row(NULL, answers, ANSWERS, conditions, CONDITIONS, &row) == THUOCDO_NULL_ARGUMENT && row.size == sizeof row);
  CHECK(thuocdo_judge_row(scorer, NULL, ANSWERS, conditions, CONDITIONS, &row) == THUOCDO_NULL_ARGUMENT);
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, NULL, CONDITIONS, &row) == THUOCDO_NULL_ARGUMENT);
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS, NULL) == THUOCDO_NULL_ARGUMENT);
  const size_t none[] = {0, ANSWERS - 1, ANSWERS + 1, SIZE_MAX / sizeof(int32_t), (size_t)PTRDIFF_MAX + 1, SIZE_MAX};
  for (int n = 0; n < 6; n++) {
    CHECK(thuocdo_judge_row(scorer, answers, none[n], conditions, CONDITIONS, &row) == THUOCDO_BAD_LENGTH && row.group_count == 0);
  }
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, CONDITIONS - 1, &row) == THUOCDO_BAD_LENGTH);
  CHECK(thuocdo_judge_row(scorer, answers, ANSWERS, conditions, SIZE_MAX, &row) == THUOCDO_BAD_LENGTH);
  CHECK(thuocdo_judge_row(scorer, NULL, 0, NULL, 0, &row) == THUOCDO_BAD_LENGTH);

  thuocdo_shape shape = {.size = sizeof shape, .groups = 9};
  CHECK(thuocdo_shape_of(NULL, &shape) == THUOCDO_NULL_ARGUMENT && shape.groups == 0);
  CHECK(thuocdo_shape_of(scorer, NULL) == THUOCDO_NULL_ARGUMENT);
  thuocdo_place place = {.size = sizeof place};
  thuocdo_error *error;
  CHECK(thuocdo_place_of(NULL, TEXT("1"), THUOCDO_VI, &place, NULL) == THUOCDO_NULL_ARGUMENT);
  CHECK(thuocdo_place_of(scorer, NULL, 1, THUOCDO_VI, &place, NULL) == THUOCDO_NULL_ARGUMENT);
  CHECK(thuocdo_place_of(scorer, TEXT("1"), THUOCDO_VI, NULL, &error) == THUOCDO_NULL_ARGUMENT);
  thuocdo_error_free(error);
  CHECK(thuocdo_place_of(scorer, "1", SIZE_MAX, THUOCDO_VI, &place, NULL) == THUOCDO_BAD_LENGTH);
  CHECK(thuocdo_place_of(scorer, TEXT("1"), 7, &place, NULL) == THUOCDO_BAD_OPTION);
  CHECK(thuocdo_place_of(scorer, NULL, 0, THUOCDO_VI, &place, NULL) == THUOCDO_REFUSED);
}

/* The numbers of some rows in columns, and room for their results between marks that must stay. */
static int32_t answers[ANSWERS * ROWS];
static int8_t conditions[CONDITIONS * ROWS];
static struct {
  int32_t score_low[GROUPS * ROWS + 1], score_high[GROUPS * ROWS + 1];
  uint8_t level_low[GROUPS * ROWS + 1], level_high[GROUPS * ROWS + 1];
  uint16_t blockers[GROUPS * ROWS + 1];
  uint8_t overall_low[ROWS + 1], overall_high[ROWS + 1], eligible[ROWS + 1];
  uint32_t faults[ROWS + 1];
} results;

static thuocdo_rows in_columns(size_t count) {
  return (thuocdo_rows){
      .size = sizeof(thuocdo_rows),
      .count = count,
      .answers = answers,
      .answers_len = ANSWERS * ROWS,
      .answers_row = 1,
      .answers_cell = ROWS,
      .conditions = conditions,
      .conditions_len = CONDITIONS * ROWS,
      .conditions_row = 1,
      .conditions_cell = ROWS,
      .groups = GROUPS,
      .group_stride = ROWS,
      .score_low = results.score_low,
      .score_high = results.score_high,
      .level_low = results.level_low,
      .level_high = results.level_high,
      .blockers = results.blockers,
      .overall_low = results.overall_low,
      .overall_high = results.overall_high,
      .eligible = results.eligible,
      .faults = results.faults,
  };
}

/* A row's numbers, by its place: some are missing, some refused. */
static int32_t answer(size_t row, size_t cell) {
  if ((row + cell) % 7 == 0) {
    return THUOCDO_MISSING;
  }
  return row % 10 == 9 && cell == row % ANSWERS ? -1 : (int32_t)((row * 31 + cell * 17) % 150);
}

static void fill(bool are_columns) {
  for (size_t row = 0; row < ROWS; row++) {
    for (size_t n = 0; n < ANSWERS; n++) {
      answers[are_columns ? n * ROWS + row : row * ANSWERS + n] = answer(row, n);
    }
    for (size_t n = 0; n < CONDITIONS; n++) {
      conditions[are_columns ? n * ROWS + row : row * CONDITIONS + n] = (int8_t)((row + n) % 3) - 1;
    }
  }
}

/* The results of the first rows are those of each row alone; what lies behind is as it was. */
static void are_those_of_each_row(size_t count, size_t refused) {
  size_t faulty = 0;
  for (size_t row = 0; row < ROWS; row++) {
    int32_t own[ANSWERS];
    int8_t states[CONDITIONS];
    for (size_t n = 0; n < ANSWERS; n++) {
      own[n] = answer(row, n);
    }
    for (size_t n = 0; n < CONDITIONS; n++) {
      states[n] = (int8_t)((row + n) % 3) - 1;
    }
    thuocdo_row alone = {.size = sizeof alone};
    thuocdo_status status = thuocdo_judge_row(scorer, own, ANSWERS, states, CONDITIONS, &alone);
    CHECK(status == (row % 10 == 9 && own[row % ANSWERS] == -1 ? THUOCDO_REFUSED : THUOCDO_OK));
    if (row >= count) {
      CHECK(results.faults[row] == 0x7777 && results.score_low[row] == 0x7777 && results.score_low[ROWS + row] == 0x7777);
      continue;
    }
    faulty += status == THUOCDO_REFUSED;
    CHECK(results.faults[row] == alone.faults && results.eligible[row] == alone.eligible);
    CHECK(results.overall_low[row] == alone.overall_low && results.overall_high[row] == alone.overall_high);
    for (size_t group = 0; group < GROUPS; group++) {
      size_t at = group * ROWS + row;
      const thuocdo_row_group *found = &alone.groups[group];
      CHECK(results.score_low[at] == found->score_low && results.score_high[at] == found->score_high);
      CHECK(results.level_low[at] == found->level_low && results.level_high[at] == found->level_high);
      CHECK(results.blockers[at] == found->blockers);
    }
  }
  CHECK(faulty == refused && results.score_low[GROUPS * ROWS] == 0x7777 && results.faults[ROWS] == 0x7777);
}

static void mark(void) {
  memset(&results, 0x77, sizeof results);
  for (int n = 0; n < ROWS + 1; n++) {
    results.faults[n] = 0x7777;
  }
  for (int n = 0; n < GROUPS * ROWS + 1; n++) {
    results.score_low[n] = 0x7777;
  }
}

static void rows_are_judged_as_one_by_one(void) {
  /* Around the number of rows that the library takes side by side. */
  const size_t counts[] = {0, 1, 31, 32, 33, 64, ROWS};
  for (int n = 0; n < 7; n++) {
    for (int are_columns = 0; are_columns < 2; are_columns++) {
      fill(are_columns);
      mark();
      thuocdo_rows rows = in_columns(counts[n]);
      if (!are_columns) {
        rows.answers_row = ANSWERS;
        rows.conditions_row = CONDITIONS;
        rows.answers_cell = rows.conditions_cell = 1;
      }
      size_t refused = 9999;
      CHECK(thuocdo_judge_rows(scorer, &rows, &refused) == THUOCDO_OK);
      are_those_of_each_row(counts[n], refused);
    }
  }
}

static void what_is_not_wanted_is_not_written(void) {
  fill(true);
  mark();
  thuocdo_rows rows = in_columns(ROWS);
  rows.score_high = NULL;
  rows.level_low = rows.level_high = rows.overall_low = rows.overall_high = rows.eligible = NULL;
  rows.blockers = NULL;
  rows.faults = NULL;
  CHECK(thuocdo_judge_rows(scorer, &rows, NULL) == THUOCDO_OK);
  CHECK(results.score_low[0] != 0x7777 && results.faults[0] == 0x7777 && results.score_high[0] == 0x77777777);
}

static void rows_that_cannot_be_are_refused(void) {
  size_t refused;
  thuocdo_rows rows = in_columns(ROWS);
  mark();
  CHECK(thuocdo_judge_rows(NULL, &rows, &refused) == THUOCDO_NULL_ARGUMENT && refused == 0);
  CHECK(thuocdo_judge_rows(scorer, NULL, &refused) == THUOCDO_NULL_ARGUMENT && refused == 0);
#define WRONG(field, value, status)                                                     \
  do {                                                                                  \
    rows = in_columns(ROWS);                                                            \
    rows.field = value;                                                                 \
    refused = 9;                                                                        \
    CHECK(thuocdo_judge_rows(scorer, &rows, &refused) == (status) && refused == 0);     \
  } while (0)
  WRONG(size, sizeof rows - 1, THUOCDO_BAD_LENGTH);
  WRONG(size, 0, THUOCDO_BAD_LENGTH);
  WRONG(size, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(count, ROWS + 1, THUOCDO_BAD_LENGTH);
  WRONG(count, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(answers, NULL, THUOCDO_NULL_ARGUMENT);
  WRONG(answers, (const int32_t *)(const void *)((const char *)answers + 1), THUOCDO_BAD_LENGTH);
  WRONG(answers_len, ANSWERS * ROWS - 1, THUOCDO_BAD_LENGTH);
  WRONG(answers_len, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(answers_row, 0, THUOCDO_BAD_LENGTH);
  WRONG(answers_row, 2, THUOCDO_BAD_LENGTH);
  WRONG(answers_row, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(answers_cell, ROWS + 1, THUOCDO_BAD_LENGTH);
  WRONG(answers_cell, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(conditions, NULL, THUOCDO_NULL_ARGUMENT);
  WRONG(conditions_len, CONDITIONS * ROWS - 1, THUOCDO_BAD_LENGTH);
  WRONG(conditions_row, 0, THUOCDO_BAD_LENGTH);
  WRONG(conditions_cell, SIZE_MAX, THUOCDO_BAD_LENGTH);
  WRONG(groups, 0, THUOCDO_BAD_LENGTH);
  WRONG(groups, GROUPS + 1, THUOCDO_BAD_LENGTH);
  WRONG(group_stride, ROWS - 1, THUOCDO_BAD_LENGTH);
  WRONG(group_stride, SIZE_MAX, THUOCDO_BAD_LENGTH);
  CHECK(results.faults[0] == 0x7777 && results.score_low[0] == 0x7777);
  /* No rows need no numbers, wherever they are. */
  rows = (thuocdo_rows){.size = sizeof rows, .groups = GROUPS, .answers = (const int32_t *)(const void *)((const char *)answers + 1)};
  CHECK(thuocdo_judge_rows(scorer, &rows, &refused) == THUOCDO_OK && refused == 0);
}

static void the_library_says_what_it_holds(void) {
  thuocdo_buffer out;
  thuocdo_error *error;
  CHECK(thuocdo_about(&out, &error) == THUOCDO_OK && error == NULL);
  CHECK(strstr(out.ptr, "\"abi\":1,\"features\":[\"arrow\",") == out.ptr + 1 && strstr(out.ptr, "\"id\":\"moet-4725-2022\"") != NULL);
  CHECK(strstr(out.ptr, "\"limits\":{\"case_bytes\":9437184,\"depth\":64,\"groups\":16,\"register_bytes\":33554432,\"text_bytes\":1048576}") != NULL);
  thuocdo_buffer digest;
  CHECK(thuocdo_digest(scorer, &digest, NULL) == THUOCDO_OK && strstr(out.ptr, digest.ptr) != NULL);
  thuocdo_buffer_free(&digest);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_about(NULL, NULL) == THUOCDO_NULL_ARGUMENT);
}

static int32_t taken(void *context, const char *line, size_t len) { return context != NULL || line == NULL || len == 0; }

/* The stack that the header names is enough for every kind of call, also for the deepest JSON. */
static void *on_a_small_stack(void *unused) {
#define SCHOOL "{\"conditions\":{\"1.1\":true},\"answers\":{\"1.3.1\":6}}"
  static char deep[128];
  memset(deep, '[', 64);
  memset(deep + 64, ']', 64);
  thuocdo_buffer out, framework;
  CHECK(thuocdo_score(scorer, deep, sizeof deep, THUOCDO_VI, &out, NULL) == THUOCDO_REFUSED);
  CHECK(thuocdo_score(scorer, TEXT(SCHOOL), THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_explain(scorer, TEXT(SCHOOL), THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_ask(scorer, TEXT("plan"), TEXT("{\"assessment\":" SCHOOL "}"), THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_read_table(scorer, TEXT("1.1,1.3.1\nx,6\n"), NULL, 0, THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_stream_ndjson(scorer, TEXT(SCHOOL "\n{"), 1, THUOCDO_VI, taken, NULL, NULL) == THUOCDO_OK);
  CHECK(thuocdo_schema(scorer, TEXT("assessment"), THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  CHECK(thuocdo_framework(scorer, &framework, NULL) == THUOCDO_OK);
  thuocdo_scorer *loaded;
  CHECK(thuocdo_scorer_load(framework.ptr, framework.len, THUOCDO_VI, &loaded, NULL) == THUOCDO_OK);
  thuocdo_scorer_free(loaded);
  thuocdo_buffer_free(&framework);
  thuocdo_collector *collector;
  CHECK(thuocdo_collect(scorer, TEXT("cohort"), TEXT("{}"), THUOCDO_VI, &collector, NULL) == THUOCDO_OK);
  CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT(SCHOOL), THUOCDO_VI, NULL) == THUOCDO_OK);
  CHECK(thuocdo_collector_answer(collector, THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  thuocdo_buffer_free(&out);
  thuocdo_collector_free(collector);
  rows_are_judged_as_one_by_one();
  return unused;
}

static void run(void *(*work)(void *), size_t stack) {
  pthread_attr_t attributes;
  pthread_t thread;
  CHECK(pthread_attr_init(&attributes) == 0 && pthread_attr_setstacksize(&attributes, stack) == 0);
  CHECK(pthread_create(&thread, &attributes, work, NULL) == 0 && pthread_join(thread, NULL) == 0);
  CHECK(pthread_attr_destroy(&attributes) == 0);
}

int main(void) {
  CHECK(THUOCDO_ABI_MATCHES());
  CHECK(thuocdo_scorer_shipped(TEXT("moet-4725-2022"), THUOCDO_VI, &scorer, NULL) == THUOCDO_OK);
  places_are_those_of_the_framework();
  a_row_is_judged();
  structs_may_be_longer_and_not_shorter();
  null_and_wrong_counts_are_told();
  rows_are_judged_as_one_by_one();
  what_is_not_wanted_is_not_written();
  rows_that_cannot_be_are_refused();
  the_library_says_what_it_holds();
  run(on_a_small_stack, 64 << 10);
  thuocdo_scorer_free(scorer);
  return 0;
}
