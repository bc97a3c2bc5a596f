/* thuocdo.h: the points and levels of schools by an official set of indicators, from C.
 *
 * This header is the manual. docs/DESIGN.md and docs/PRACTICE.md, and schemas/, define assessments, scorecards and requests.
 *
 * Texts in. A text is a pointer and a length in bytes, UTF-8, without a NUL at its end. The library keeps no pointer to it after the call. NULL with
 *   the length 0 is the empty text; NULL with another length is THUOCDO_NULL_ARGUMENT; a length above PTRDIFF_MAX is THUOCDO_BAD_LENGTH. The core
 *   refuses bytes that are not UTF-8: a JSON text with `not_json`, a name as an unknown one.
 * Results. Every function that can fail returns a status. It writes its result to `out`, which must not be NULL; what `out` held before does not
 *   matter. With any status but THUOCDO_OK it writes {NULL, 0}, NULL or 0 to `out`, so the caller may always free `out`.
 * Errors. `error` may be NULL if the caller needs no details. Else the function always writes it: NULL after success, otherwise a handle, which the
 *   caller frees with thuocdo_error_free.
 * Limits. A JSON text is at most 1 MiB, or the function says another limit; a longer one is refused with `too_large`. A question about many schools
 *   (`agreement`, `cohort`, `publication`, `quality_batch`) accepts any number of documents through a collector.
 * Ownership. The caller owns what a function writes to `out` or `error`, and frees it once with the function of its kind, never with free(). The
 *   caller must not use a handle after freeing it.
 * Threads. There is no state beyond the handles: no globals, nothing per thread, no locks but that of a collector. Any thread may call any function.
 *   Any number of threads may use one scorer at once, because no call writes to it; calls on one collector wait for each other. One thread may free
 *   what another made.
 * Faults of the library. A panic never leaves a call: it becomes THUOCDO_PANICKED, and the scorer stays usable; a collector can then only be freed.
 *   Rust prints a line about it to standard error.
 * Memory. If memory runs out, Rust ends the process: there is no status for it. What a call takes grows with its input, and thuocdo_score_ndjson keeps
 *   its whole answer (thuocdo_stream_ndjson keeps one line). The calls of "Rows of numbers" that judge rows take no memory at all, so they cannot run
 *   out of it.
 * Stack. A call needs at most 64 KiB of stack on a thread of your own.
 */
#ifndef THUOCDO_H
#define THUOCDO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The ABI of this header. A changed or removed declaration raises it; an added function does not. */
#define THUOCDO_ABI_VERSION 1

/* Whether the loaded library has the ABI of this header. Call it once, before anything else. */
#define THUOCDO_ABI_MATCHES() (thuocdo_abi_version() == THUOCDO_ABI_VERSION)

/* A function of the library. On Windows a program that links the archive defines THUOCDO_STATIC. */
#ifndef THUOCDO_API
#if defined(_WIN32) && !defined(THUOCDO_STATIC)
#define THUOCDO_API __declspec(dllimport)
#elif defined(__GNUC__)
#define THUOCDO_API __attribute__((visibility("default")))
#else
#define THUOCDO_API
#endif
#endif

/* A function whose status the caller must look at; the compiler warns if it does not. */
#ifndef THUOCDO_CHECKED
#ifdef __GNUC__
#define THUOCDO_CHECKED THUOCDO_API __attribute__((warn_unused_result))
#else
#define THUOCDO_CHECKED THUOCDO_API
#endif
#endif

/* How a call ended. The numbers are fixed. */
typedef int32_t thuocdo_status;
enum {
  THUOCDO_OK = 0,
  /* The core refuses the input; the error has the list of violations. */
  THUOCDO_REFUSED = 1,
  /* A pointer is NULL and must not be. */
  THUOCDO_NULL_ARGUMENT = 2,
  /* A length above PTRDIFF_MAX; or a size, a number of numbers or a distance that does not fit, or numbers that are not aligned. Nothing was read. */
  THUOCDO_BAD_LENGTH = 3,
  /* An option is none of the constants below. */
  THUOCDO_BAD_OPTION = 4,
  /* The Arrow stream cannot be read. */
  THUOCDO_BAD_STREAM = 5,
  /* A fault in thuocdo. Please report it. */
  THUOCDO_PANICKED = 6,
  /* A function of the caller ended the call (thuocdo_stream_ndjson). */
  THUOCDO_STOPPED = 7
};

/* The language of messages and explanations: the argument `lang`. */
enum { THUOCDO_VI = 0, THUOCDO_EN = 1 };

/* The type of points from thuocdo_score_arrow: Decimal128(9, 2), or Int32 in hundredths. */
enum { THUOCDO_DECIMAL = 0, THUOCDO_HUNDREDTHS = 1 };

/* A compiled framework with its overlays. Make it once; any number of assessments and threads may use it. */
typedef struct thuocdo_scorer thuocdo_scorer;

/* A question about many documents, which the caller adds one by one. It keeps counts and not texts: some hundred bytes for each school. */
typedef struct thuocdo_collector thuocdo_collector;

/* Why a call failed. No call writes to it, so threads may share it until one of them frees it. */
typedef struct thuocdo_error thuocdo_error;

/* A text from the library: `len` bytes of UTF-8 at `ptr`, then a NUL that `len` does not count. The text itself holds no NUL. */
typedef struct thuocdo_buffer {
  char *ptr;
  size_t len;
} thuocdo_buffer;

/* ---- Version ---- */

/* The ABI of the loaded library. */
THUOCDO_API uint32_t thuocdo_abi_version(void);

/* The release of the library, such as "0.1.0", with a NUL at its end. Do not free it. */
THUOCDO_API const char *thuocdo_version(void);

/* What the library is and holds, as JSON, in the order of this list:
 *   `abi`;
 *   `features`, names of groups of functions: `arrow`, `collect`, `numbers`, `questions`, `stream`, `tables`; a later release may add some;
 *   `frameworks` that come with the library, each with `digest`, `id`, `revision` and `title` in two languages;
 *   `limits`: the largest JSON text in bytes (`text_bytes`), the largest request about a case (`case_bytes`) and with a register (`register_bytes`),
 *     the deepest nesting (`depth`), the most groups of a framework (`groups`);
 *   `version`. */
THUOCDO_CHECKED thuocdo_status thuocdo_about(thuocdo_buffer *out, thuocdo_error **error);

/* ---- Scorers ---- */

/* Makes a scorer from a framework that comes with the library: `moet-4725-2022` is Decision 4725/QD-BGDDT. Refuses with `unknown_framework`. */
THUOCDO_CHECKED thuocdo_status thuocdo_scorer_shipped(const char *id, size_t id_len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error);

/* Makes a scorer from a framework file of at most 1 MiB. Refuses with all contradictions in the file. */
THUOCDO_CHECKED thuocdo_status thuocdo_scorer_load(const char *json, size_t json_len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error);

/* Makes a further scorer from `scorer` with one more overlay on top. `scorer` does not change, and the caller may free either first.
 * Refuses with all faults of the overlay, such as `wrong_base`. */
THUOCDO_CHECKED thuocdo_status thuocdo_scorer_overlay(const thuocdo_scorer *scorer, const char *json, size_t json_len, int32_t lang,
                                                      thuocdo_scorer **out, thuocdo_error **error);

/* Frees a scorer that no thread uses any more. Does nothing with NULL. */
THUOCDO_API void thuocdo_scorer_free(thuocdo_scorer *scorer);

/* ---- One assessment ----
 * `scorer` must not be NULL. Each function reads a JSON text of at most 1 MiB. */

/* The scorecard as canonical JSON, by the framework with its overlays: the same bytes, and so the same digest, as from every other language. */
THUOCDO_CHECKED thuocdo_status thuocdo_score(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang,
                                             thuocdo_buffer *out, thuocdo_error **error);

/* The faults of an assessment: {"violations":[...]}, with an empty list if there are none. Refuses nothing. */
THUOCDO_CHECKED thuocdo_status thuocdo_check(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang,
                                             thuocdo_buffer *out, thuocdo_error **error);

/* The rows of a table, a line of JSON each: {"assessment":{...},"line":2} if the framework accepts the row, else {"line":3,"violations":[...]}.
 * `table` holds the bytes of a file: CSV or TSV (wide, long, or a form), a JSON list, or NDJSON, each also gzipped. Workbooks are not read here.
 * `filled_by` is the id of the framework of a table without a column `framework`; its length may be 0.
 * Refuses with the faults of the table as a whole, each with its cell. What a table means: docs/DESIGN.md, "Tables". */
THUOCDO_CHECKED thuocdo_status thuocdo_read_table(const thuocdo_scorer *scorer, const char *table, size_t table_len, const char *filled_by,
                                                  size_t filled_by_len, int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* The explanation of a scorecard in words, as JSON: lists of lines by group. */
THUOCDO_CHECKED thuocdo_status thuocdo_explain(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang,
                                               thuocdo_buffer *out, thuocdo_error **error);

/* The level that a total of points gives in a group. `points` is text as in JSON, `75.01` or `"75.01"`, so no float comes in between.
 * Refuses with `unknown_group`, or with the fault of the points. */
THUOCDO_CHECKED thuocdo_status thuocdo_level(const thuocdo_scorer *scorer, const char *group, size_t group_len, const char *points, size_t points_len,
                                             int32_t lang, uint8_t *out, thuocdo_error **error);

/* ---- Rows of numbers ----
 * For a program that holds numbers: find the place of each code once, then hand over rows of numbers and get levels, as numbers too. A row is judged
 * exactly as thuocdo_score judges the assessment with the same facts and `"evidence": "unknown"`, by the framework with its overlays.
 *
 * A row has cells of answers (int32_t) and cells of conditions (int8_t), in the order of the framework. The scorer alone decides which: neither the
 *   type of the institution nor the period nor the stream changes a place.
 * A cell that is not answered is THUOCDO_MISSING. It widens the range of the score, as in every other call; it is not 0.
 * What a row cannot say: names, dates and notes, which have no part in points; evidence, so whether there is any is unknown; and that an indicator is
 *   not applicable, which no framework allows. If an answer or a met condition of a row needs evidence (`asks_evidence`), the row has the blocker
 *   THUOCDO_BLOCKED_EVIDENCE_UNKNOWN and is not eligible; ask thuocdo_score with the evidence.
 * For the national result beside that of overlays, use a scorer without overlays, or thuocdo_ask with `score`.
 * The calls that judge have no error handle: they make no text and allocate nothing. For the reasons of a refused row in words, write it as an
 *   assessment and ask thuocdo_check.
 *
 * Each struct begins with `size`: the caller sets it to the sizeof of its own header, and the library fills in no more than both know. A later release
 *   may add fields behind; they never change what earlier ones mean. A size below that of this header is THUOCDO_BAD_LENGTH, and the struct is left as
 *   it is. With any other failure all fields but `size` are 0. */

/* A cell without an answer, or half of a share without it. */
#define THUOCDO_MISSING INT32_MIN

/* The states of a condition. */
enum { THUOCDO_STATE_UNKNOWN = -1, THUOCDO_STATE_UNMET = 0, THUOCDO_STATE_MET = 1 };

/* The most groups of a framework. */
#define THUOCDO_MAX_GROUPS 16

/* Bits: why a row is refused, each by the code of the violation that its assessment would get. A later release may add bits. */
enum {
  /* Points below 0 or above the maximum of the indicator. */
  THUOCDO_FAULT_POINTS_OUT_OF_RANGE = 1,
  /* A state that is none of the three, or a THUOCDO_KIND_MET that is neither 0 nor 1. */
  THUOCDO_FAULT_WRONG_TYPE = 2,
  /* A count, part or whole below 0 or above 1 000 000. */
  THUOCDO_FAULT_COUNT_OUT_OF_RANGE = 4,
  /* A part above its whole, or a whole of 0. */
  THUOCDO_FAULT_SHARE_OUT_OF_RANGE = 8,
  /* One half of a share is missing. */
  THUOCDO_FAULT_MISSING_FIELD = 16
};

/* Bits: why the level of a group cannot be recognised. A row never has evidence_missing. A later release may add bits. */
enum {
  THUOCDO_BLOCKED_CONDITION_UNMET = 1,
  THUOCDO_BLOCKED_CONDITION_UNKNOWN = 2,
  THUOCDO_BLOCKED_LEVEL_UNDETERMINED = 4,
  THUOCDO_BLOCKED_EVIDENCE_MISSING = 8,
  THUOCDO_BLOCKED_EVIDENCE_UNKNOWN = 16
};

/* What stands at a place. */
enum {
  /* A group of the results. */
  THUOCDO_KIND_GROUP = 0,
  /* A condition: one of the three states. */
  THUOCDO_KIND_CONDITION = 1,
  /* Points in hundredths: 525 is 5.25. */
  THUOCDO_KIND_POINTS = 2,
  /* 1 if met, 0 if not. */
  THUOCDO_KIND_MET = 3,
  /* A count. */
  THUOCDO_KIND_COUNT = 4,
  /* A share: its part stands in `cell`, its whole in the cell behind. */
  THUOCDO_KIND_SHARE = 5
};

/* How many numbers a row of a scorer has. */
typedef struct thuocdo_shape {
  size_t size;
  size_t answers;
  size_t conditions;
  size_t groups;
} thuocdo_shape;

THUOCDO_CHECKED thuocdo_status thuocdo_shape_of(const thuocdo_scorer *scorer, thuocdo_shape *out);

/* Where a code stands. */
typedef struct thuocdo_place {
  size_t size;
  /* Of the answers, of the conditions or of the groups, by the kind; from 0. */
  size_t cell;
  /* Which of the THUOCDO_KIND_ numbers. */
  int32_t kind;
  /* The maximum of the indicator or the group, in hundredths; 0 of a condition. */
  int32_t max;
  /* 1 if an answer above 0 or a met condition needs evidence, else 0. */
  int32_t asks_evidence;
} thuocdo_place;

/* The place of the code of an indicator, a condition or a group. Refuses with `unknown_indicator`, which lists codes near to it. */
THUOCDO_CHECKED thuocdo_status thuocdo_place_of(const thuocdo_scorer *scorer, const char *code, size_t code_len, int32_t lang, thuocdo_place *out,
                                                thuocdo_error **error);

/* The results of a row in a group: scores in hundredths, and THUOCDO_BLOCKED_ bits. */
typedef struct thuocdo_row_group {
  int32_t score_low;
  int32_t score_high;
  uint8_t level_low;
  uint8_t level_high;
  uint16_t blockers;
} thuocdo_row_group;

/* The results of a row. Of a refused row all but `size`, `faults` and `group_count` is 0, and 0 is no level. */
typedef struct thuocdo_row {
  size_t size;
  /* THUOCDO_FAULT_ bits; 0 if the row is not refused. */
  uint32_t faults;
  uint8_t overall_low;
  uint8_t overall_high;
  /* 1 if no group has a blocker, else 0. */
  uint8_t eligible;
  uint8_t group_count;
  thuocdo_row_group groups[THUOCDO_MAX_GROUPS];
} thuocdo_row;

/* Judges one row: `answers` and `conditions` have exactly the numbers of the shape. THUOCDO_REFUSED if it has faults. */
THUOCDO_CHECKED thuocdo_status thuocdo_judge_row(const thuocdo_scorer *scorer, const int32_t *answers, size_t answers_len, const int8_t *conditions,
                                                 size_t conditions_len, thuocdo_row *out);

/* Rows, and where their results go. The caller sets every field; the library only reads it.
 *
 * Cell c of row r is answers[r * answers_row + c * answers_cell], and must lie below answers_len; conditions likewise. So columns of `count` rows have
 * the distances row = 1 and cell = count, and rows one behind the other row = the number of cells and cell = 1. A distance of rows is at least 1.
 * Each result is a column of the caller, or NULL if it is not wanted. Of group g in row r it is at [g * group_stride + r], of the whole row at [r].
 * No column of results may overlap another or the numbers. */
typedef struct thuocdo_rows {
  size_t size;
  /* How many rows; 0 is allowed. */
  size_t count;
  const int32_t *answers;
  size_t answers_len;
  size_t answers_row;
  size_t answers_cell;
  const int8_t *conditions;
  size_t conditions_len;
  size_t conditions_row;
  size_t conditions_cell;
  /* The number of groups of the shape, so that a column for another framework is noticed. */
  size_t groups;
  /* At least `count`. */
  size_t group_stride;
  int32_t *score_low;
  int32_t *score_high;
  uint8_t *level_low;
  uint8_t *level_high;
  uint16_t *blockers;
  uint8_t *overall_low;
  uint8_t *overall_high;
  uint8_t *eligible;
  uint32_t *faults;
} thuocdo_rows;

/* Judges every row; a refused one has its faults, and 0 in every other column. `refused` gets the number of refused rows; it may be NULL. A fault in a
 * row is no failure of the call. */
THUOCDO_CHECKED thuocdo_status thuocdo_judge_rows(const thuocdo_scorer *scorer, const thuocdo_rows *rows, size_t *refused);

/* ---- Work with scores ---- */

/* Answers a question of docs/PRACTICE.md by its name: `plan`, `review`, `certify`, `cohort` ... The answer is canonical JSON by the schema of that
 * name. Refuses with `unknown_value` if there is no such question, and with all faults of the request. The whole request is at most 1 MiB, which is
 * some 300 scorecards; for more schools use a collector. A request about a case (`process`, `certify`, `verify`, `review`) may have 9 MiB, because
 * each assessment in it may have 1 MiB. */
THUOCDO_CHECKED thuocdo_status thuocdo_ask(const thuocdo_scorer *scorer, const char *question, size_t question_len, const char *request,
                                           size_t request_len, int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* ---- Many documents ---- */

/* Begins a question about many documents: `agreement`, `cohort`, `publication` or `quality_batch`. `request` is that of thuocdo_ask without its
 * lists, such as {} or {"keep":"last"}; with a register it may have 32 MiB. If it has lists all the same, they are added first.
 * The caller may free `scorer` afterwards. Refuses with `unknown_value` if the question is none of these, and with all faults of the request. */
THUOCDO_CHECKED thuocdo_status thuocdo_collect(const thuocdo_scorer *scorer, const char *question, size_t question_len, const char *request,
                                               size_t request_len, int32_t lang, thuocdo_collector **out, thuocdo_error **error);

/* Adds a document of at most 1 MiB to a list of the request: `scorecards`, or `recognised` of a publication; `submissions`; `self` or `external` of
 * an agreement. Instead of a scorecard the caller may add an assessment, which is then scored.
 * Refuses with the faults of the document, each at its place in the list: /scorecards/17/answers/1.3.1 is the 18th document added to `scorecards`.
 * A refused document is left out but counts for the places of later ones. The others stay, and the caller may go on adding. */
THUOCDO_CHECKED thuocdo_status thuocdo_collector_add(thuocdo_collector *collector, const char *list, size_t list_len, const char *document,
                                                     size_t document_len, int32_t lang, thuocdo_error **error);

/* The answer for the documents so far: the bytes that thuocdo_ask would give for one request with all of them, without its limit. The caller may add
 * more afterwards and ask again. Refuses nothing. */
THUOCDO_CHECKED thuocdo_status thuocdo_collector_answer(thuocdo_collector *collector, int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* Frees a collector that no thread uses any more. Does nothing with NULL. */
THUOCDO_API void thuocdo_collector_free(thuocdo_collector *collector);

/* NDJSON in, NDJSON out: for each line its scorecard, or {"line":N,"violations":[...]}. Lines count from 1; a blank line counts and has no answer.
 * Each line is an assessment of its own; only memory limits the whole. Refuses nothing. */
THUOCDO_CHECKED thuocdo_status thuocdo_score_ndjson(const thuocdo_scorer *scorer, const char *lines, size_t lines_len, int32_t lang,
                                                    thuocdo_buffer *out, thuocdo_error **error);

/* A function of the caller that takes a line of an answer: `len` bytes of UTF-8 without an end of line and without a NUL, valid until it returns. It
 * returns 0 to go on; any other number ends the call. It may call the library, but must not free the scorer of the call, nor leave by longjmp or by an
 * exception. */
typedef int32_t (*thuocdo_take)(void *context, const char *line, size_t len);

/* As thuocdo_score_ndjson, but hands each answer to `take` as soon as it is there: memory holds one answer. `take` gets `context` as it is.
 * THUOCDO_STOPPED if `take` ends the call. `first` is the number of the first line, such as 1: a caller who reads a file in pieces, each cut behind
 * the end of a line, goes on counting. */
THUOCDO_CHECKED thuocdo_status thuocdo_stream_ndjson(const thuocdo_scorer *scorer, const char *lines, size_t lines_len, uint64_t first, int32_t lang,
                                                     thuocdo_take take, void *context, thuocdo_error **error);

/* Arrow's C stream interface (https://arrow.apache.org/docs/format/CStreamInterface.html), in case its headers are not included before. */
struct ArrowArrayStream;

/* Scores a stream of record batches, a row an assessment: columns `institution.code`, `institution.name`, `institution.type`, `period`, `stream`,
 * `assessed_on`, and one per condition and indicator code; other columns pass through. `out` is a stream of the same rows with `group.1.score.low`
 * and so on, `eligible`, `blockers`, `violations`; the thread that asks for a batch scores it. `points` is THUOCDO_DECIMAL or THUOCDO_HUNDREDTHS.
 * The call always moves `input` away, as Arrow defines it: its `release` is NULL afterwards, and the caller need not release it. The caller releases
 * `out` by its own `release`; after a failure that is NULL. The caller may free `scorer` before. One thread at a time may use a stream.
 * Refuses with the faults of the columns; THUOCDO_BAD_STREAM if the stream gives no schema. */
THUOCDO_CHECKED thuocdo_status thuocdo_score_arrow(const thuocdo_scorer *scorer, struct ArrowArrayStream *input, int32_t points, int32_t lang,
                                                   struct ArrowArrayStream *out, thuocdo_error **error);

/* ---- The framework of a scorer ---- */

/* A JSON Schema by name: `scorecard`, `violations`, the name of a question ...; the schema of `assessment` lists the codes and maxima of this
 * framework. Refuses with `unknown_value`, which lists all names. */
THUOCDO_CHECKED thuocdo_status thuocdo_schema(const thuocdo_scorer *scorer, const char *name, size_t name_len, int32_t lang, thuocdo_buffer *out,
                                              thuocdo_error **error);

/* The framework with its overlays as canonical JSON. */
THUOCDO_CHECKED thuocdo_status thuocdo_framework(const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error);

/* The digest of the framework: `sha256:` and 64 hexadecimal digits. */
THUOCDO_CHECKED thuocdo_status thuocdo_digest(const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error);

/* ---- Buffers and errors ---- */

/* Frees the text of a buffer and makes the buffer {NULL, 0}, so freeing it again does nothing. Do not free a copy of the struct as well.
 * Does nothing with NULL. */
THUOCDO_API void thuocdo_buffer_free(thuocdo_buffer *buffer);

/* The texts of an error end in a NUL and are valid until the error is freed; their length goes to `len`, which may be NULL. A NULL error has empty
 * texts. */

/* The status of the failed call. For NULL it is THUOCDO_OK. */
THUOCDO_API thuocdo_status thuocdo_error_status(const thuocdo_error *error);

/* A stable word: the code of the first violation, such as `points_out_of_range`; without violations the status in small letters, such as
 * `null_argument`. */
THUOCDO_API const char *thuocdo_error_code(const thuocdo_error *error, size_t *len);

/* For people: a line for each violation in the language of the call; for a fault of the calling program, a line in English. Text from the input
 * appears in it without NULs, ends of lines, controls or marks of direction: each becomes an escape, such as \u{a}. */
THUOCDO_API const char *thuocdo_error_message(const thuocdo_error *error, size_t *len);

/* {"violations":[...]} by schemas/violations.schema.json, the same bytes in every language; the list is empty if the core refused nothing. */
THUOCDO_API const char *thuocdo_error_json(const thuocdo_error *error, size_t *len);

/* Frees an error. Does nothing with NULL. */
THUOCDO_API void thuocdo_error_free(thuocdo_error *error);

#ifdef __cplusplus
}
#endif

#endif
