/* What a program may do wrong, and ten threads on one scorer. Each outcome here is one that the header promises. */
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include <thuocdo.h>

#include "check.h"

#define SCHOOL "{\"conditions\":{\"1.1\":true},\"answers\":{\"1.3.1\":6,\"1.6.1\":5.25}}"
#define ID "moet-4725-2022"

typedef thuocdo_status (*on_text)(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
static const on_text ON_TEXT[] = {thuocdo_score, thuocdo_check, thuocdo_explain, thuocdo_score_ndjson, thuocdo_schema};
enum { ON_TEXTS = sizeof ON_TEXT / sizeof ON_TEXT[0] };

/* A buffer that holds what a buffer never holds. */
static thuocdo_buffer garbage(void) { return (thuocdo_buffer){(char *)1, 17}; }

/* The call failed so, emptied its result and told why in these words; the error is freed. */
static void failed(thuocdo_status found, thuocdo_status expected, thuocdo_error **made, const char *code) {
  thuocdo_error *error = *made;
  CHECK(found == expected);
  CHECK(thuocdo_error_status(error) == expected);
  size_t len;
  CHECK(strcmp(thuocdo_error_code(error, &len), code) == 0 && len == strlen(code));
  CHECK(strlen(thuocdo_error_message(error, &len)) == len && len > 0);
  CHECK(strlen(thuocdo_error_json(error, NULL)) > 0);
  if (expected != THUOCDO_REFUSED) {
    CHECK(strcmp(thuocdo_error_json(error, NULL), "{\"violations\":[]}") == 0);
  }
  thuocdo_error_free(error);
}

static bool is_empty(thuocdo_buffer buffer) { return buffer.ptr == NULL && buffer.len == 0; }

static thuocdo_scorer *shipped(void) {
  thuocdo_scorer *scorer = NULL;
  thuocdo_error *error = (thuocdo_error *)1;
  CHECK(thuocdo_scorer_shipped(TEXT(ID), THUOCDO_VI, &scorer, &error) == THUOCDO_OK);
  CHECK(scorer != NULL && error == NULL);
  return scorer;
}

static void null_is_told(const thuocdo_scorer *scorer) {
  thuocdo_error *error;
  thuocdo_buffer out;
  thuocdo_scorer *made;
  uint8_t level;
  for (int n = 0; n < ON_TEXTS; n++) {
    out = garbage();
    failed(ON_TEXT[n](NULL, TEXT("{}"), THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
    CHECK(is_empty(out));
    out = garbage();
    failed(ON_TEXT[n](scorer, NULL, 1, THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
    CHECK(is_empty(out));
    failed(ON_TEXT[n](scorer, TEXT("{}"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
    CHECK(ON_TEXT[n](NULL, NULL, 1, 7, NULL, NULL) == THUOCDO_NULL_ARGUMENT);
  }
  failed(thuocdo_scorer_shipped(NULL, 1, THUOCDO_VI, &made, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  CHECK(made == NULL);
  failed(thuocdo_scorer_shipped(TEXT(ID), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_scorer_load(NULL, 1, THUOCDO_VI, &made, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_scorer_load(TEXT("{}"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_scorer_overlay(NULL, TEXT("{}"), THUOCDO_VI, &made, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_scorer_overlay(scorer, NULL, 1, THUOCDO_VI, &made, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_scorer_overlay(scorer, TEXT("{}"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_level(NULL, TEXT("1"), TEXT("75"), THUOCDO_VI, &level, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_level(scorer, NULL, 1, TEXT("75"), THUOCDO_VI, &level, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_level(scorer, TEXT("1"), NULL, 1, THUOCDO_VI, &level, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_level(scorer, TEXT("1"), TEXT("75"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_ask(NULL, TEXT("score"), TEXT("{}"), THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_ask(scorer, NULL, 1, TEXT("{}"), THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_ask(scorer, TEXT("score"), NULL, 1, THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_ask(scorer, TEXT("score"), TEXT("{}"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  thuocdo_collector *collector;
  failed(thuocdo_collect(NULL, TEXT("cohort"), TEXT("{}"), THUOCDO_VI, &collector, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  CHECK(collector == NULL);
  failed(thuocdo_collect(scorer, NULL, 1, TEXT("{}"), THUOCDO_VI, &collector, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collect(scorer, TEXT("cohort"), NULL, 1, THUOCDO_VI, &collector, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collect(scorer, TEXT("cohort"), TEXT("{}"), THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collector_add(NULL, TEXT("scorecards"), TEXT("{}"), THUOCDO_VI, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collector_answer(NULL, THUOCDO_VI, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  CHECK(is_empty(out));
  failed(thuocdo_framework(NULL, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_framework(scorer, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_digest(NULL, &out, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_digest(scorer, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");

  thuocdo_scorer_free(NULL);
  thuocdo_collector_free(NULL);
  thuocdo_buffer_free(NULL);
  thuocdo_error_free(NULL);
  size_t len = 17;
  CHECK(thuocdo_error_status(NULL) == THUOCDO_OK);
  CHECK(*thuocdo_error_code(NULL, &len) == 0 && len == 0);
  CHECK(*thuocdo_error_message(NULL, NULL) == 0 && *thuocdo_error_json(NULL, NULL) == 0);
}

/* What a stream hands over, one line behind the other; and after how many lines it is to end. */
typedef struct {
  const thuocdo_scorer *scorer;
  char text[16384];
  size_t len;
  int lines, last;
} taken;

static int32_t take(void *context, const char *line, size_t len) {
  taken *to = context;
  CHECK(len > 0 && memchr(line, '\n', len) == NULL && memchr(line, 0, len) == NULL && to->len + len < sizeof to->text);
  memcpy(to->text + to->len, line, len);
  to->len += len;
  to->text[to->len++] = '\n';
  return ++to->lines == to->last ? -1 : 0;
}

/* Asks the library for the same line in the midst of the call. */
static int32_t take_and_ask(void *context, const char *line, size_t len) {
  taken *to = context, inner = {.last = 1};
  CHECK(thuocdo_stream_ndjson(to->scorer, TEXT(SCHOOL), 1, THUOCDO_EN, take, &inner, NULL) == THUOCDO_STOPPED);
  CHECK(inner.len == len + 1 && memcmp(inner.text, line, len) == 0);
  return take(context, line, len);
}

static void a_stream_hands_over_the_lines_of_the_answer(const thuocdo_scorer *scorer) {
#define LINES SCHOOL "\r\n\n{\n" SCHOOL "\n7"
  thuocdo_error *error = (thuocdo_error *)1;
  thuocdo_buffer out;
  taken to = {.scorer = scorer};
  CHECK(thuocdo_score_ndjson(scorer, TEXT(LINES), THUOCDO_EN, &out, NULL) == THUOCDO_OK);
  CHECK(thuocdo_stream_ndjson(scorer, TEXT(LINES), 1, THUOCDO_EN, take, &to, &error) == THUOCDO_OK && error == NULL);
  CHECK(to.lines == 4 && to.len == out.len && memcmp(to.text, out.ptr, out.len) == 0);
  thuocdo_buffer_free(&out);
  /* The numbers go on from the first; none is above the largest. */
  to = (taken){.scorer = scorer};
  CHECK(thuocdo_stream_ndjson(scorer, TEXT("\n{\n7"), 4000000000, THUOCDO_VI, take, &to, NULL) == THUOCDO_OK && to.lines == 2);
  CHECK(strncmp(to.text, "{\"line\":4000000001,", 19) == 0 && strstr(to.text, "\n{\"line\":4000000002,") != NULL);
  to = (taken){.scorer = scorer};
  CHECK(thuocdo_stream_ndjson(scorer, TEXT("\n{"), UINT64_MAX, THUOCDO_VI, take, &to, NULL) == THUOCDO_OK && to.lines == 1);
  CHECK(strncmp(to.text, "{\"line\":18446744073709551615,", 29) == 0);
  /* It ends at once. */
  for (int last = 1; last < 5; last++) {
    to = (taken){.scorer = scorer, .last = last};
    failed(thuocdo_stream_ndjson(scorer, TEXT(LINES), 1, THUOCDO_VI, take, &to, &error), THUOCDO_STOPPED, &error, "stopped");
    CHECK(to.lines == last);
  }
  to = (taken){.scorer = scorer};
  CHECK(thuocdo_stream_ndjson(scorer, TEXT(SCHOOL), 1, THUOCDO_VI, take_and_ask, &to, NULL) == THUOCDO_OK && to.lines == 1);
  /* Of nothing there is nothing to take. */
  to = (taken){.scorer = scorer};
  CHECK(thuocdo_stream_ndjson(scorer, NULL, 0, 1, THUOCDO_VI, take, &to, NULL) == THUOCDO_OK);
  failed(thuocdo_stream_ndjson(NULL, TEXT(LINES), 1, THUOCDO_VI, take, &to, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_stream_ndjson(scorer, NULL, 1, 1, THUOCDO_VI, take, &to, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_stream_ndjson(scorer, TEXT(LINES), 1, THUOCDO_VI, NULL, &to, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_stream_ndjson(scorer, "{}", SIZE_MAX, 1, THUOCDO_VI, take, &to, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
  failed(thuocdo_stream_ndjson(scorer, TEXT(LINES), 1, 7, take, &to, &error), THUOCDO_BAD_OPTION, &error, "bad_option");
  CHECK(to.lines == 0);
}

static void lengths_are_looked_at_before_memory(const thuocdo_scorer *scorer) {
  const size_t none[] = {(size_t)PTRDIFF_MAX + 1, SIZE_MAX};
  thuocdo_error *error;
  thuocdo_buffer out;
  thuocdo_scorer *made;
  uint8_t level;
  for (int n = 0; n < 2; n++) {
    for (int entry = 0; entry < ON_TEXTS; entry++) {
      failed(ON_TEXT[entry](scorer, "{}", none[n], THUOCDO_VI, &out, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
      failed(ON_TEXT[entry](scorer, NULL, none[n], THUOCDO_VI, &out, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    }
    failed(thuocdo_scorer_shipped(ID, none[n], THUOCDO_VI, &made, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_scorer_load("{}", none[n], THUOCDO_VI, &made, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_scorer_overlay(scorer, "{}", none[n], THUOCDO_VI, &made, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_level(scorer, "1", none[n], TEXT("75"), THUOCDO_VI, &level, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_level(scorer, TEXT("1"), "75", none[n], THUOCDO_VI, &level, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_ask(scorer, "plan", none[n], TEXT("{}"), THUOCDO_VI, &out, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
    failed(thuocdo_ask(scorer, TEXT("plan"), "{}", none[n], THUOCDO_VI, &out, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
  }
  /* Nothing at all is the empty text, with a pointer or without. */
  failed(thuocdo_score(scorer, NULL, 0, THUOCDO_EN, &out, &error), THUOCDO_REFUSED, &error, "not_json");
  failed(thuocdo_score(scorer, "{}", 0, THUOCDO_EN, &out, &error), THUOCDO_REFUSED, &error, "not_json");
  CHECK(thuocdo_score_ndjson(scorer, NULL, 0, THUOCDO_EN, &out, NULL) == THUOCDO_OK && out.len == 0 && *out.ptr == 0);
  thuocdo_buffer_free(&out);
}

/* A text of ours holds no NUL, whatever a key of the input holds: `failed` compares its length. Nor does a key begin a line. */
static void no_key_ends_or_begins_a_line(const thuocdo_scorer *scorer) {
  thuocdo_error *error;
  thuocdo_buffer out;
  uint8_t level;
  failed(thuocdo_score(scorer, TEXT("{\"conditions\":{},\"answers\":{},\"a\\u0000b\":1,\"zz\":1}"), THUOCDO_EN, &out, &error), THUOCDO_REFUSED, &error,
         "unknown_field");
  CHECK(thuocdo_score(scorer, TEXT("{\"conditions\":{},\"answers\":{},\"a\\u0000\\nb\":1,\"zz\":1}"), THUOCDO_EN, &out, &error) == THUOCDO_REFUSED);
  const char *message = thuocdo_error_message(error, NULL);
  CHECK(strncmp(message, "/a\\u{0}\\u{a}b: ", 15) == 0);
  const char *line = strchr(message, '\n');
  CHECK(line != NULL && strncmp(line, "\n/zz: ", 6) == 0 && strchr(line + 1, '\n') == NULL);
  thuocdo_error_free(error);
  failed(thuocdo_level(scorer, "a\0b", 3, TEXT("75"), THUOCDO_EN, &level, &error), THUOCDO_REFUSED, &error, "unknown_group");
  failed(thuocdo_ask(scorer, "a\0b", 3, TEXT("{}"), THUOCDO_EN, &out, &error), THUOCDO_REFUSED, &error, "unknown_value");
}

static void options_are_those_of_the_header(const thuocdo_scorer *scorer) {
  const int32_t none[] = {-1, 2, INT32_MIN, INT32_MAX};
  thuocdo_error *error;
  thuocdo_buffer out;
  for (int n = 0; n < 4; n++) {
    failed(thuocdo_score(scorer, TEXT(SCHOOL), none[n], &out, &error), THUOCDO_BAD_OPTION, &error, "bad_option");
    CHECK(is_empty(out));
  }
}

static void what_is_not_utf8_is_refused(const thuocdo_scorer *scorer) {
  static const char *const broken[] = {"\xff", "\"\xc3\x28\"", "{\"a\":\"\xed\xa0\x80\"}", "\xe1\xbb"};
  thuocdo_error *error;
  thuocdo_buffer out;
  thuocdo_scorer *made;
  uint8_t level;
  for (int n = 0; n < 4; n++) {
    const char *text = broken[n];
    size_t len = strlen(text);
    failed(thuocdo_score(scorer, text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "not_json");
    failed(thuocdo_explain(scorer, text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "not_json");
    failed(thuocdo_ask(scorer, TEXT("plan"), text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "not_json");
    failed(thuocdo_ask(scorer, text, len, TEXT("{}"), THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "unknown_value");
    failed(thuocdo_schema(scorer, text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "unknown_value");
    failed(thuocdo_scorer_shipped(text, len, THUOCDO_VI, &made, &error), THUOCDO_REFUSED, &error, "unknown_framework");
    failed(thuocdo_scorer_load(text, len, THUOCDO_VI, &made, &error), THUOCDO_REFUSED, &error, "not_json");
    failed(thuocdo_scorer_overlay(scorer, text, len, THUOCDO_VI, &made, &error), THUOCDO_REFUSED, &error, "not_json");
    failed(thuocdo_level(scorer, text, len, TEXT("75"), THUOCDO_VI, &level, &error), THUOCDO_REFUSED, &error, "unknown_group");
    failed(thuocdo_level(scorer, TEXT("1"), text, len, THUOCDO_VI, &level, &error), THUOCDO_REFUSED, &error, "not_json");
  }
}

static void what_is_huge_is_refused(const thuocdo_scorer *scorer) {
  const size_t len = 64u << 20;
  char *text = malloc(len);
  CHECK(text != NULL);
  memset(text, '[', len);
  thuocdo_error *error;
  thuocdo_buffer out;
  failed(thuocdo_score(scorer, text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "too_large");
  failed(thuocdo_score(scorer, text, 1000, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "too_large");
  failed(thuocdo_ask(scorer, TEXT("cohort"), text, len, THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "too_large");
  CHECK(thuocdo_score_ndjson(scorer, text, len, THUOCDO_EN, &out, NULL) == THUOCDO_OK && strstr(out.ptr, "too_large") != NULL);
  thuocdo_buffer_free(&out);
  free(text);
}

static void buffers_may_be_freed_again_and_handles_in_any_order(void) {
  thuocdo_scorer *scorer = shipped();
  thuocdo_buffer out;
  CHECK(thuocdo_digest(scorer, &out, NULL) == THUOCDO_OK && out.len == strlen("sha256:") + 64 && strlen(out.ptr) == out.len);
  thuocdo_error *error;
  uint8_t level = 9;
  CHECK(thuocdo_level(scorer, TEXT("9"), TEXT("75"), THUOCDO_EN, &level, &error) == THUOCDO_REFUSED && level == 0);
  thuocdo_scorer_free(scorer);
  CHECK(strncmp(out.ptr, "sha256:", 7) == 0);
  CHECK(strcmp(thuocdo_error_code(error, NULL), "unknown_group") == 0);
  thuocdo_buffer_free(&out);
  CHECK(is_empty(out));
  thuocdo_buffer_free(&out);
  thuocdo_error_free(error);
}

static void the_sides_of_75(const thuocdo_scorer *scorer) {
  uint8_t level;
  CHECK(thuocdo_level(scorer, TEXT("1"), TEXT("75"), THUOCDO_VI, &level, NULL) == THUOCDO_OK && level == 2);
  CHECK(thuocdo_level(scorer, TEXT("1"), TEXT("\"75.01\""), THUOCDO_VI, &level, NULL) == THUOCDO_OK && level == 3);
}

/* A collector whose scorer is gone already. */
static thuocdo_collector *cohort(void) {
  thuocdo_scorer *scorer = shipped();
  thuocdo_collector *collector;
  CHECK(thuocdo_collect(scorer, TEXT("cohort"), TEXT("{}"), THUOCDO_VI, &collector, NULL) == THUOCDO_OK && collector != NULL);
  thuocdo_scorer_free(scorer);
  return collector;
}

static bool counts(thuocdo_collector *collector, const char *count) {
  thuocdo_buffer out = garbage();
  CHECK(thuocdo_collector_answer(collector, THUOCDO_VI, &out, NULL) == THUOCDO_OK);
  bool is_so = strstr(out.ptr, count) != NULL;
  thuocdo_buffer_free(&out);
  return is_so;
}

static void what_is_refused_is_left_out_and_told_at_its_place(const thuocdo_scorer *scorer) {
  thuocdo_error *error;
  thuocdo_buffer out = garbage();
  thuocdo_collector *collector;
  failed(thuocdo_collect(scorer, TEXT("plan"), TEXT("{}"), THUOCDO_VI, &collector, &error), THUOCDO_REFUSED, &error, "unknown_value");
  failed(thuocdo_collect(scorer, TEXT("\xff"), TEXT("{}"), THUOCDO_VI, &collector, &error), THUOCDO_REFUSED, &error, "unknown_value");
  failed(thuocdo_collect(scorer, TEXT("cohort"), NULL, 0, THUOCDO_VI, &collector, &error), THUOCDO_REFUSED, &error, "not_json");
  failed(thuocdo_collect(scorer, TEXT("cohort"), TEXT("{}"), 7, &collector, &error), THUOCDO_BAD_OPTION, &error, "bad_option");
  CHECK(collector == NULL);
  collector = cohort();
  CHECK(counts(collector, "\"count\":0,"));
  failed(thuocdo_collector_add(collector, NULL, 1, TEXT(SCHOOL), THUOCDO_VI, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collector_add(collector, TEXT("scorecards"), NULL, 1, THUOCDO_VI, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collector_add(collector, TEXT("scorecards"), "{}", SIZE_MAX, THUOCDO_VI, &error), THUOCDO_BAD_LENGTH, &error, "bad_length");
  failed(thuocdo_collector_add(collector, TEXT("submissions"), TEXT(SCHOOL), THUOCDO_VI, &error), THUOCDO_REFUSED, &error, "unknown_value");
  failed(thuocdo_collector_answer(collector, THUOCDO_VI, NULL, &error), THUOCDO_NULL_ARGUMENT, &error, "null_argument");
  failed(thuocdo_collector_answer(collector, 7, &out, &error), THUOCDO_BAD_OPTION, &error, "bad_option");
  CHECK(is_empty(out));
  CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT(SCHOOL), THUOCDO_VI, &error) == THUOCDO_OK && error == NULL);
  failed(thuocdo_collector_add(collector, TEXT("scorecards"), NULL, 0, THUOCDO_VI, &error), THUOCDO_REFUSED, &error, "not_json");
  CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT("{\"conditions\":{},\"answers\":{\"x\":1}}"), THUOCDO_VI, &error) == THUOCDO_REFUSED);
  CHECK(strstr(thuocdo_error_json(error, NULL), "\"at\":\"/scorecards/2/answers/x\"") != NULL);
  thuocdo_error_free(error);
  CHECK(counts(collector, "\"count\":1,"));
  CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT(SCHOOL), 7, NULL) == THUOCDO_BAD_OPTION);
  CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT(SCHOOL), THUOCDO_EN, NULL) == THUOCDO_OK);
  CHECK(counts(collector, "\"count\":2,"));
  thuocdo_collector_free(collector);
}

static void *add_many(void *collector) {
  for (int n = 0; n < 100; n++) {
    CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT(SCHOOL), THUOCDO_VI, NULL) == THUOCDO_OK);
    CHECK(thuocdo_collector_add(collector, TEXT("scorecards"), TEXT("{"), THUOCDO_VI, NULL) == THUOCDO_REFUSED);
  }
  return NULL;
}

static void ten_threads_add_to_one_collector(void) {
  thuocdo_collector *collector = cohort();
  pthread_t threads[10];
  for (int n = 0; n < 10; n++) {
    CHECK(pthread_create(&threads[n], NULL, add_many, collector) == 0);
  }
  for (int n = 0; n < 10; n++) {
    CHECK(pthread_join(threads[n], NULL) == 0);
  }
  CHECK(counts(collector, "\"count\":1000,"));
  thuocdo_collector_free(collector);
}

struct work {
  const thuocdo_scorer *scorer;
  thuocdo_buffer card;
};

static void *many_times(void *given) {
  const struct work *work = given;
  for (int n = 0; n < 100; n++) {
    thuocdo_buffer out;
    thuocdo_error *error;
    CHECK(thuocdo_score(work->scorer, TEXT(SCHOOL), THUOCDO_EN, &out, &error) == THUOCDO_OK && error == NULL);
    CHECK(out.len == work->card.len && memcmp(out.ptr, work->card.ptr, out.len) == 0);
    thuocdo_buffer_free(&out);
    failed(thuocdo_score(work->scorer, TEXT("{"), THUOCDO_VI, &out, &error), THUOCDO_REFUSED, &error, "not_json");
  }
  return NULL;
}

static void ten_threads_get_the_same_bytes(const thuocdo_scorer *scorer) {
  struct work work = {scorer, {NULL, 0}};
  CHECK(thuocdo_score(scorer, TEXT(SCHOOL), THUOCDO_VI, &work.card, NULL) == THUOCDO_OK);
  pthread_t threads[10];
  for (int n = 0; n < 10; n++) {
    CHECK(pthread_create(&threads[n], NULL, many_times, &work) == 0);
  }
  for (int n = 0; n < 10; n++) {
    CHECK(pthread_join(threads[n], NULL) == 0);
  }
  thuocdo_buffer_free(&work.card);
}

int main(void) {
  CHECK(THUOCDO_ABI_MATCHES() && strlen(thuocdo_version()) > 0);
  thuocdo_scorer *scorer = shipped();
  null_is_told(scorer);
  a_stream_hands_over_the_lines_of_the_answer(scorer);
  lengths_are_looked_at_before_memory(scorer);
  no_key_ends_or_begins_a_line(scorer);
  options_are_those_of_the_header(scorer);
  what_is_not_utf8_is_refused(scorer);
  what_is_huge_is_refused(scorer);
  buffers_may_be_freed_again_and_handles_in_any_order();
  the_sides_of_75(scorer);
  ten_threads_get_the_same_bytes(scorer);
  what_is_refused_is_left_out_and_told_at_its_place(scorer);
  ten_threads_add_to_one_collector();
  thuocdo_scorer_free(scorer);
  return 0;
}
