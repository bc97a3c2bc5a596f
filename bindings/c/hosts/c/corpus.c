/* Runs the corpus for hosts (../README.md describes the file) and compares every byte.
 *
 *   ./corpus corpus.netstrings
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <thuocdo.h>

typedef struct {
  const char *ptr;
  size_t len;
} text;

enum { NAME, ENTRY, LANG, FRAMEWORK, OVERLAYS, WORD, INPUT, STATUS, EXPECTED, FIELDS };

static void fail(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(2);
}

/* Takes the next netstring off the front of `rest`. */
static text next(text *rest) {
  char *end;
  size_t len = strtoul(rest->ptr, &end, 10);
  size_t head = (size_t)(end - rest->ptr) + 1;
  if (*end != ':' || head + len + 1 > rest->len || end[1 + len] != ',') {
    fail("not a netstring");
  }
  text found = {end + 1, len};
  rest->ptr += head + len + 1;
  rest->len -= head + len + 1;
  return found;
}

static bool same(text a, text b) { return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0; }

static bool is(text a, const char *word) { return same(a, (text){word, strlen(word)}); }

static text whole(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    fail("the corpus cannot be read");
  }
  long len = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)len + 1);
  if (bytes == NULL || fread(bytes, 1, (size_t)len, file) != (size_t)len) {
    fail("the corpus cannot be read");
  }
  fclose(file);
  bytes[len] = 0; /* So that strtoul stops. */
  return (text){bytes, (size_t)len};
}

static thuocdo_status made(text framework, int32_t lang, thuocdo_scorer **out, thuocdo_error **error) {
  bool is_file = framework.len > 0 && framework.ptr[0] == '{';
  return (is_file ? thuocdo_scorer_load : thuocdo_scorer_shipped)(framework.ptr, framework.len, lang, out, error);
}

/* The scorer of a framework with its overlays. */
static thuocdo_scorer *scorer_of(text framework, text overlays) {
  thuocdo_scorer *scorer;
  if (made(framework, THUOCDO_VI, &scorer, NULL) != THUOCDO_OK) {
    fail("a framework of the corpus does not load");
  }
  while (overlays.len > 0) {
    text overlay = next(&overlays);
    thuocdo_scorer *above;
    if (thuocdo_scorer_overlay(scorer, overlay.ptr, overlay.len, THUOCDO_VI, &above, NULL) != THUOCDO_OK) {
      fail("an overlay of the corpus cannot be laid");
    }
    thuocdo_scorer_free(scorer);
    scorer = above;
  }
  return scorer;
}

/* What is asked of many documents: the request, then the list and the text of each, until one is refused. */
static thuocdo_status collected(const thuocdo_scorer *scorer, text question, text rest, int32_t lang, thuocdo_buffer *out, thuocdo_error **error) {
  text request = next(&rest);
  thuocdo_collector *collector;
  thuocdo_status status = thuocdo_collect(scorer, question.ptr, question.len, request.ptr, request.len, lang, &collector, error);
  while (status == THUOCDO_OK && rest.len > 0) {
    text list = next(&rest), document = next(&rest);
    status = thuocdo_collector_add(collector, list.ptr, list.len, document.ptr, document.len, lang, error);
  }
  if (status == THUOCDO_OK) {
    status = thuocdo_collector_answer(collector, lang, out, error);
  }
  thuocdo_collector_free(collector);
  return status;
}

/* A text of this program, which grows. */
typedef struct {
  char *ptr;
  size_t len, room;
} own_text;

static void make_room(own_text *to, size_t len) {
  if (to->room - to->len < len) {
    to->room = 2 * to->room + len + 4096;
    to->ptr = realloc(to->ptr, to->room);
    if (to->ptr == NULL) {
      fail("no memory");
    }
  }
}

static int32_t add_line(void *to_text, const char *line, size_t len) {
  own_text *to = to_text;
  make_room(to, len + 1);
  memcpy(to->ptr + to->len, line, len);
  to->len += len;
  to->ptr[to->len++] = '\n';
  return 0;
}

static void add(own_text *to, long long number, char before) {
  make_room(to, 32);
  if (to->len > 0) {
    to->ptr[to->len++] = before;
  }
  to->len += (size_t)snprintf(to->ptr + to->len, 24, "%lld", number);
}

/* A number of a row, or `-`; `at` is moved behind. */
static int32_t number(const char **at) {
  if (**at == '-' && ((*at)[1] < '0' || (*at)[1] > '9')) {
    ++*at;
    return THUOCDO_MISSING;
  }
  char *end;
  long found = strtol(*at, &end, 10);
  *at = end;
  return (int32_t)found;
}

/* The numbers of some rows in columns. */
typedef struct {
  thuocdo_shape shape;
  size_t count;
  int32_t *answers;
  int8_t *conditions;
} table;

/* Puts `1.1=1 1.3.1=525 2.1.1=24/32` into the cells of a row. */
static thuocdo_status fill(const thuocdo_scorer *scorer, text line, size_t row, const table *to, int32_t lang, thuocdo_error **error) {
  const char *at = line.ptr, *end = line.ptr + line.len;
  while (at < end) {
    const char *code = at;
    at = memchr(at, '=', (size_t)(end - at));
    thuocdo_place place = {.size = sizeof place};
    thuocdo_status status = thuocdo_place_of(scorer, code, (size_t)(at - code), lang, &place, error);
    if (status != THUOCDO_OK) {
      return status;
    }
    ++at;
    size_t cell = place.cell * to->count + row;
    if (place.kind == THUOCDO_KIND_CONDITION) {
      to->conditions[cell] = (int8_t)number(&at);
    } else {
      to->answers[cell] = number(&at);
    }
    if (place.kind == THUOCDO_KIND_SHARE && *at == '/') {
      ++at;
      to->answers[cell + to->count] = number(&at);
    }
    at += at < end && *at == ' ';
  }
  return THUOCDO_OK;
}

/* Judges the columns as they are, and each row by itself; both must come to the same. */
static void judge(const thuocdo_scorer *scorer, const table *of, own_text *out) {
  size_t count = of->count, groups = of->shape.groups;
  int32_t *scores = malloc(2 * groups * count * sizeof *scores);
  uint8_t *levels = malloc((2 * groups + 3) * count);
  uint16_t *blockers = malloc(groups * count * sizeof *blockers);
  uint32_t *faults = malloc(count * sizeof *faults);
  int32_t *answers = malloc(of->shape.answers * sizeof *answers);
  int8_t *conditions = malloc(of->shape.conditions + 1);
  if (scores == NULL || levels == NULL || blockers == NULL || faults == NULL || answers == NULL || conditions == NULL) {
    fail("no memory");
  }
  uint8_t *overall = levels + 2 * groups * count;
  const thuocdo_rows rows = {
      .size = sizeof rows,
      .count = count,
      .answers = of->answers,
      .answers_len = of->shape.answers * count,
      .answers_row = 1,
      .answers_cell = count,
      .conditions = of->conditions,
      .conditions_len = of->shape.conditions * count,
      .conditions_row = 1,
      .conditions_cell = count,
      .groups = groups,
      .group_stride = count,
      .score_low = scores,
      .score_high = scores + groups * count,
      .level_low = levels,
      .level_high = levels + groups * count,
      .blockers = blockers,
      .overall_low = overall,
      .overall_high = overall + count,
      .eligible = overall + 2 * count,
      .faults = faults,
  };
  size_t refused, refused_alone = 0;
  if (thuocdo_judge_rows(scorer, &rows, &refused) != THUOCDO_OK) {
    fail("rows that are as they must be are not judged");
  }
  for (size_t row = 0; row < count; row++) {
    for (size_t n = 0; n < of->shape.answers; n++) {
      answers[n] = of->answers[n * count + row];
    }
    for (size_t n = 0; n < of->shape.conditions; n++) {
      conditions[n] = of->conditions[n * count + row];
    }
    thuocdo_row alone = {.size = sizeof alone};
    thuocdo_status status = thuocdo_judge_row(scorer, answers, of->shape.answers, conditions, of->shape.conditions, &alone);
    refused_alone += status == THUOCDO_REFUSED;
    bool same = status == (alone.faults == 0 ? THUOCDO_OK : THUOCDO_REFUSED) && alone.faults == faults[row] && alone.group_count == groups &&
                alone.eligible == rows.eligible[row] && alone.overall_low == overall[row] && alone.overall_high == rows.overall_high[row];
    add(out, alone.faults, '\n');
    add(out, alone.eligible, ' ');
    add(out, alone.overall_low, ' ');
    add(out, alone.overall_high, ' ');
    for (size_t group = 0; group < groups; group++) {
      const thuocdo_row_group *found = &alone.groups[group];
      size_t at = group * count + row;
      same = same && found->score_low == scores[at] && found->score_high == rows.score_high[at] && found->level_low == levels[at] &&
             found->level_high == rows.level_high[at] && found->blockers == blockers[at];
      add(out, found->score_low, ' ');
      add(out, found->score_high, ' ');
      add(out, found->level_low, ' ');
      add(out, found->level_high, ' ');
      add(out, found->blockers, ' ');
    }
    if (!same) {
      fail("a row by itself comes to something else than in columns");
    }
  }
  if (refused != refused_alone) {
    fail("the refused rows are not as many");
  }
  free(scores);
  free(levels);
  free(blockers);
  free(faults);
  free(answers);
  free(conditions);
}

/* Rows of numbers, a line each. */
static thuocdo_status judged(const thuocdo_scorer *scorer, text input, int32_t lang, own_text *out, thuocdo_error **error) {
  table table = {.shape = {.size = sizeof table.shape}, .count = 1};
  if (thuocdo_shape_of(scorer, &table.shape) != THUOCDO_OK) {
    fail("a scorer without a shape");
  }
  for (size_t n = 0; n < input.len; n++) {
    table.count += input.ptr[n] == '\n';
  }
  size_t cells = table.shape.answers * table.count, states = table.shape.conditions * table.count;
  table.answers = malloc(cells * sizeof *table.answers);
  table.conditions = malloc(states + 1);
  if (table.answers == NULL || table.conditions == NULL) {
    fail("no memory");
  }
  for (size_t n = 0; n < cells; n++) {
    table.answers[n] = THUOCDO_MISSING;
  }
  memset(table.conditions, THUOCDO_STATE_UNKNOWN, states);
  thuocdo_status status = THUOCDO_OK;
  *error = NULL;
  for (size_t row = 0; row < table.count && status == THUOCDO_OK; row++) {
    const char *end = memchr(input.ptr, '\n', input.len);
    text line = {input.ptr, end == NULL ? input.len : (size_t)(end - input.ptr)};
    status = fill(scorer, line, row, &table, lang, error);
    size_t taken = line.len + (end != NULL);
    input = (text){input.ptr + taken, input.len - taken};
  }
  if (status == THUOCDO_OK) {
    judge(scorer, &table, out);
  }
  free(table.answers);
  free(table.conditions);
  return status;
}

static thuocdo_status asked(const thuocdo_scorer *scorer, const text *field, int32_t lang, thuocdo_buffer *out, own_text *own,
                            thuocdo_error **error) {
  text entry = field[ENTRY], word = field[WORD], input = field[INPUT];
  if (is(entry, "score")) return thuocdo_score(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "check")) return thuocdo_check(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "explain")) return thuocdo_explain(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "ndjson")) return thuocdo_score_ndjson(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "stream")) return thuocdo_stream_ndjson(scorer, input.ptr, input.len, 1, lang, add_line, own, error);
  if (is(entry, "schema")) return thuocdo_schema(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "ask")) return thuocdo_ask(scorer, word.ptr, word.len, input.ptr, input.len, lang, out, error);
  if (is(entry, "rows")) return judged(scorer, input, lang, own, error);
  if (is(entry, "collect")) return collected(scorer, word, input, lang, out, error);
  if (is(entry, "level")) {
    uint8_t found;
    thuocdo_status status = thuocdo_level(scorer, word.ptr, word.len, input.ptr, input.len, lang, &found, error);
    add(own, found, ' ');
    return status;
  }
  thuocdo_scorer *loaded;
  thuocdo_status status = is(entry, "load") ? thuocdo_scorer_load(input.ptr, input.len, lang, &loaded, error)
                                            : thuocdo_scorer_shipped(input.ptr, input.len, lang, &loaded, error);
  if (status == THUOCDO_OK) {
    status = thuocdo_framework(loaded, out, error);
  }
  thuocdo_scorer_free(loaded);
  return status;
}

/* Whether a case answers as it must. */
static bool passes(const thuocdo_scorer *scorer, const text *field) {
  thuocdo_buffer out = {NULL, 0};
  thuocdo_error *error;
  own_text own = {NULL, 0, 0};
  thuocdo_status status = asked(scorer, field, is(field[LANG], "en") ? THUOCDO_EN : THUOCDO_VI, &out, &own, &error);
  text found = {out.ptr, out.len};
  if (status != THUOCDO_OK) {
    found.ptr = thuocdo_error_json(error, &found.len);
  } else if (own.ptr != NULL) {
    found = (text){own.ptr, own.len};
  }
  bool passed = status == strtol(field[STATUS].ptr, NULL, 10) && same(found, field[EXPECTED]);
  if (!passed) {
    fprintf(stderr, "%.*s, %.*s: status %d\n%.*s\nexpected %.*s\n", (int)field[NAME].len, field[NAME].ptr, (int)field[ENTRY].len, field[ENTRY].ptr,
            (int)status, (int)found.len, found.ptr, (int)field[EXPECTED].len, field[EXPECTED].ptr);
  }
  thuocdo_buffer_free(&out);
  thuocdo_error_free(error);
  free(own.ptr);
  return passed;
}

int main(int argc, char **argv) {
  if (argc != 2 || !THUOCDO_ABI_MATCHES()) {
    fail("corpus FILE, with a library of this ABI");
  }
  text file = whole(argv[1]), rest = file, framework = {"", 0}, overlays = {"", 0};
  thuocdo_scorer *scorer = NULL;
  unsigned cases = 0, failed = 0;
  for (; rest.len > 0; cases++) {
    text field[FIELDS];
    for (int n = 0; n < FIELDS; n++) {
      field[n] = next(&rest);
    }
    if (field[FRAMEWORK].len > 0 && (scorer == NULL || !same(framework, field[FRAMEWORK]) || !same(overlays, field[OVERLAYS]))) {
      framework = field[FRAMEWORK];
      overlays = field[OVERLAYS];
      thuocdo_scorer_free(scorer);
      scorer = scorer_of(framework, overlays);
    }
    failed += passes(scorer, field) ? 0 : 1;
  }
  thuocdo_scorer_free(scorer);
  free((char *)file.ptr);
  printf("%u cases\n", cases);
  return failed == 0 ? 0 : 1;
}
