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

static thuocdo_status asked(const thuocdo_scorer *scorer, const text *field, int32_t lang, thuocdo_buffer *out, char *level, thuocdo_error **error) {
  text entry = field[ENTRY], word = field[WORD], input = field[INPUT];
  if (is(entry, "score")) return thuocdo_score(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "check")) return thuocdo_check(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "explain")) return thuocdo_explain(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "ndjson")) return thuocdo_score_ndjson(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "schema")) return thuocdo_schema(scorer, input.ptr, input.len, lang, out, error);
  if (is(entry, "ask")) return thuocdo_ask(scorer, word.ptr, word.len, input.ptr, input.len, lang, out, error);
  if (is(entry, "collect")) return collected(scorer, word, input, lang, out, error);
  if (is(entry, "level")) {
    uint8_t found;
    thuocdo_status status = thuocdo_level(scorer, word.ptr, word.len, input.ptr, input.len, lang, &found, error);
    snprintf(level, 4, "%u", (unsigned)found);
    return status;
  }
  thuocdo_scorer *loaded;
  thuocdo_status status = is(entry, "load") ? thuocdo_scorer_load(input.ptr, input.len, lang, &loaded, error)
                                            : thuocdo_scorer_shipped(input.ptr, input.len, lang, &loaded, error);
  if (status == THUOCDO_OK) {
    thuocdo_framework(loaded, out, NULL);
  }
  thuocdo_scorer_free(loaded);
  return status;
}

/* Whether a case answers as it must. */
static bool passes(const thuocdo_scorer *scorer, const text *field) {
  thuocdo_buffer out = {NULL, 0};
  thuocdo_error *error;
  char level[4] = "";
  thuocdo_status status = asked(scorer, field, is(field[LANG], "en") ? THUOCDO_EN : THUOCDO_VI, &out, level, &error);
  text found = {out.ptr, out.len};
  if (status != THUOCDO_OK) {
    found.ptr = thuocdo_error_json(error, &found.len);
  } else if (is(field[ENTRY], "level")) {
    found = (text){level, strlen(level)};
  }
  bool passed = status == strtol(field[STATUS].ptr, NULL, 10) && same(found, field[EXPECTED]);
  if (!passed) {
    fprintf(stderr, "%.*s, %.*s: status %d\n%.*s\nexpected %.*s\n", (int)field[NAME].len, field[NAME].ptr, (int)field[ENTRY].len, field[ENTRY].ptr,
            (int)status, (int)found.len, found.ptr, (int)field[EXPECTED].len, field[EXPECTED].ptr);
  }
  thuocdo_buffer_free(&out);
  thuocdo_error_free(error);
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
