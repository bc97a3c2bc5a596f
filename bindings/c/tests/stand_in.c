/* Stands in for the library and asks it everything, to see from outside what a host does.
 *
 * It counts what is handed out and what is taken back, which shows whether a host frees all of it and nothing twice. The counts stand in a file, so
 * they are there however the host ends: eight native numbers of 64 bits, made and freed of scorers, of buffers, of errors and of collectors.
 *
 * REAL is the path of the library, COUNTS that of the file; ABI, where it is given, is one to pretend.
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <thuocdo.h>

#ifndef ABI
#define ABI THUOCDO_ABI_VERSION
#endif

enum { SCORERS, BUFFERS, ERRORS, COLLECTORS, KINDS };

typedef struct {
  _Atomic uint64_t made, freed;
} count;

static count *counts;
static void *library;

__attribute__((constructor)) static void begin(void) {
  library = dlopen(REAL, RTLD_NOW | RTLD_LOCAL);
  int file = open(COUNTS, O_RDWR | O_CREAT, 0600);
  if (library == NULL || file < 0 || ftruncate(file, KINDS * sizeof *counts) != 0) {
    abort();
  }
  counts = mmap(NULL, KINDS * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (counts == MAP_FAILED) {
    abort();
  }
}

static void *found(const char *name) {
  void *entry = dlsym(library, name);
  if (entry == NULL) {
    abort();
  }
  return entry;
}

static void made(int kind, const void *ptr) { counts[kind].made += ptr != NULL; }

static void freed(int kind, const void *ptr) { counts[kind].freed += ptr != NULL; }

static void failed(thuocdo_error *const *error) { made(ERRORS, error == NULL ? NULL : *error); }

uint32_t thuocdo_abi_version(void) { return ABI; }

/* A function that asks the library and then counts what came. */
#define ANSWER(type, name, params, args, count) \
  type name params {                            \
    type(*entry) params;                        \
    *(void **)&entry = found(#name);            \
    type answer = entry args;                   \
    count;                                      \
    return answer;                              \
  }

/* A function that counts what goes back. */
#define FREE(name, type, count)      \
  void name(type *given) {           \
    void (*entry)(type *);           \
    *(void **)&entry = found(#name); \
    count;                           \
    entry(given);                    \
  }

#define SCORER(name, params, args) ANSWER(thuocdo_status, name, params, args, (made(SCORERS, out == NULL ? NULL : *out), failed(error)))
#define TEXT(name, params, args) ANSWER(thuocdo_status, name, params, args, (made(BUFFERS, out == NULL ? NULL : out->ptr), failed(error)))
#define ON_TEXT(name)                                                                                                                    \
  TEXT(name, (const thuocdo_scorer *scorer, const char *text, size_t len, int32_t lang, thuocdo_buffer *out, thuocdo_error **error), \
       (scorer, text, len, lang, out, error))

SCORER(thuocdo_scorer_shipped, (const char *id, size_t len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error), (id, len, lang, out, error))
SCORER(thuocdo_scorer_load, (const char *json, size_t len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error), (json, len, lang, out, error))
SCORER(thuocdo_scorer_overlay,
       (const thuocdo_scorer *scorer, const char *json, size_t len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error),
       (scorer, json, len, lang, out, error))
ON_TEXT(thuocdo_score)
ON_TEXT(thuocdo_check)
ON_TEXT(thuocdo_explain)
ON_TEXT(thuocdo_score_ndjson)
ON_TEXT(thuocdo_schema)
ANSWER(thuocdo_status, thuocdo_stream_ndjson,
       (const thuocdo_scorer *scorer, const char *lines, size_t len, uint64_t first, int32_t lang, thuocdo_take take, void *context,
        thuocdo_error **error),
       (scorer, lines, len, first, lang, take, context, error), failed(error))
TEXT(thuocdo_read_table,
     (const thuocdo_scorer *scorer, const char *table, size_t table_len, const char *filled_by, size_t filled_by_len, int32_t lang, thuocdo_buffer *out,
      thuocdo_error **error),
     (scorer, table, table_len, filled_by, filled_by_len, lang, out, error))
TEXT(thuocdo_ask,
     (const thuocdo_scorer *scorer, const char *word, size_t word_len, const char *text, size_t len, int32_t lang, thuocdo_buffer *out,
      thuocdo_error **error),
     (scorer, word, word_len, text, len, lang, out, error))
ANSWER(thuocdo_status, thuocdo_collect,
       (const thuocdo_scorer *scorer, const char *word, size_t word_len, const char *text, size_t len, int32_t lang, thuocdo_collector **out,
        thuocdo_error **error),
       (scorer, word, word_len, text, len, lang, out, error), (made(COLLECTORS, out == NULL ? NULL : *out), failed(error)))
ANSWER(thuocdo_status, thuocdo_collector_add,
       (thuocdo_collector *collector, const char *word, size_t word_len, const char *text, size_t len, int32_t lang, thuocdo_error **error),
       (collector, word, word_len, text, len, lang, error), failed(error))
TEXT(thuocdo_collector_answer, (thuocdo_collector *collector, int32_t lang, thuocdo_buffer *out, thuocdo_error **error), (collector, lang, out, error))
TEXT(thuocdo_framework, (const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error), (scorer, out, error))
TEXT(thuocdo_digest, (const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error), (scorer, out, error))
ANSWER(thuocdo_status, thuocdo_level,
       (const thuocdo_scorer *scorer, const char *group, size_t group_len, const char *points, size_t len, int32_t lang, uint8_t *out,
        thuocdo_error **error),
       (scorer, group, group_len, points, len, lang, out, error), failed(error))
ANSWER(thuocdo_status, thuocdo_score_arrow,
       (const thuocdo_scorer *scorer, struct ArrowArrayStream *input, int32_t points, int32_t lang, struct ArrowArrayStream *out,
        thuocdo_error **error),
       (scorer, input, points, lang, out, error), failed(error))
ANSWER(thuocdo_status, thuocdo_about, (thuocdo_buffer *out, thuocdo_error **error), (out, error),
       (made(BUFFERS, out == NULL ? NULL : out->ptr), failed(error)))
ANSWER(thuocdo_status, thuocdo_shape_of, (const thuocdo_scorer *scorer, thuocdo_shape *out), (scorer, out), (void)0)
ANSWER(thuocdo_status, thuocdo_place_of,
       (const thuocdo_scorer *scorer, const char *code, size_t len, int32_t lang, thuocdo_place *out, thuocdo_error **error),
       (scorer, code, len, lang, out, error), failed(error))
ANSWER(thuocdo_status, thuocdo_judge_row,
       (const thuocdo_scorer *scorer, const int32_t *answers, size_t answers_len, const int8_t *conditions, size_t conditions_len, thuocdo_row *out),
       (scorer, answers, answers_len, conditions, conditions_len, out), (void)0)
ANSWER(thuocdo_status, thuocdo_judge_rows, (const thuocdo_scorer *scorer, const thuocdo_rows *rows, size_t *refused), (scorer, rows, refused), (void)0)
ANSWER(const char *, thuocdo_version, (void), (), (void)0)
ANSWER(thuocdo_status, thuocdo_error_status, (const thuocdo_error *error), (error), (void)0)
ANSWER(const char *, thuocdo_error_code, (const thuocdo_error *error, size_t *len), (error, len), (void)0)
ANSWER(const char *, thuocdo_error_message, (const thuocdo_error *error, size_t *len), (error, len), (void)0)
ANSWER(const char *, thuocdo_error_json, (const thuocdo_error *error, size_t *len), (error, len), (void)0)
FREE(thuocdo_scorer_free, thuocdo_scorer, freed(SCORERS, given))
FREE(thuocdo_collector_free, thuocdo_collector, freed(COLLECTORS, given))
FREE(thuocdo_buffer_free, thuocdo_buffer, freed(BUFFERS, given == NULL ? NULL : given->ptr))
FREE(thuocdo_error_free, thuocdo_error, freed(ERRORS, given))
