/* thuocdo.h: the points and levels of schools by an official set of indicators, from C.
 *
 * This header is the manual. What an assessment, a scorecard or a request looks like stands in docs/DESIGN.md and docs/PRACTICE.md, and in schemas/.
 *
 * Texts in. A text is a pointer and a length in bytes, UTF-8, without a NUL at its end. It is lent for the call: nothing keeps it. NULL with the
 *   length 0 is the empty text; NULL with another length is THUOCDO_NULL_ARGUMENT; a length above PTRDIFF_MAX is THUOCDO_BAD_LENGTH. Bytes that
 *   are not UTF-8 are refused as the core refuses them: a JSON text with `not_json`, a name as one that nobody knows.
 * Results. Every function that can fail returns a status. Its result goes to `out`, which must not be NULL and may hold anything before. When
 *   the status is not THUOCDO_OK, `out` is written too: with {NULL, 0}, NULL or 0; so it may always be freed.
 * Errors. `error` may be NULL for whoever does not ask. Else it is always written: NULL when all went well, a handle otherwise, which the caller
 *   frees with thuocdo_error_free.
 * Limits. A JSON text is at most 1 MiB, or the function says another limit; a longer one is refused with `too_large`. A question of many schools
 *   (`agreement`, `cohort`, `publication`, `quality_batch`) takes any number of documents by a collector.
 * Ownership. What a function writes to `out` or `error` belongs to the caller, until he frees it once with the function of its kind; free() must
 *   not be called on it. Handles must not be used after they are freed.
 * Threads. There is no state beyond the handles: no globals, nothing by thread, no locks but that of a collector. Any function may be called from
 *   any thread, and a scorer by any number of threads at once, for nothing is ever written to it; on a collector they wait for each other. What one
 *   thread made, another may free.
 * Faults of ours. A panic never leaves a call: it becomes THUOCDO_PANICKED, and the scorer stays usable; a collector can only be freed. Rust prints
 *   a line about it to standard error. Only where memory runs out is the process ended, as Rust does it.
 */
#ifndef THUOCDO_H
#define THUOCDO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The ABI that this header describes. It is raised when something in it is changed or taken away; an added function does not raise it. */
#define THUOCDO_ABI_VERSION 1

/* Whether the library that was loaded is of this header's ABI. Ask once, before anything else. */
#define THUOCDO_ABI_MATCHES() (thuocdo_abi_version() == THUOCDO_ABI_VERSION)

/* How a call ended. The numbers are fixed. */
typedef int32_t thuocdo_status;
enum {
  THUOCDO_OK = 0,
  /* The core refuses what was given; the error has the list of violations. */
  THUOCDO_REFUSED = 1,
  /* A pointer is NULL that must not be. */
  THUOCDO_NULL_ARGUMENT = 2,
  /* A length that no memory has. Nothing was read. */
  THUOCDO_BAD_LENGTH = 3,
  /* A number that is none of the constants below. */
  THUOCDO_BAD_OPTION = 4,
  /* An Arrow stream that cannot be read. */
  THUOCDO_BAD_STREAM = 5,
  /* A fault in thuocdo. Please report it. */
  THUOCDO_PANICKED = 6
};

/* The language of messages and explanations: the argument `lang`. */
enum { THUOCDO_VI = 0, THUOCDO_EN = 1 };

/* How thuocdo_score_arrow gives points: as Decimal128(9, 2), or as Int32 in hundredths. */
enum { THUOCDO_DECIMAL = 0, THUOCDO_HUNDREDTHS = 1 };

/* A framework with its overlays, compiled. Made once, used for any number of assessments, shared between threads. */
typedef struct thuocdo_scorer thuocdo_scorer;

/* A question of many documents, which are added one by one. It keeps what it counts of them and not their texts: of a school some hundred bytes. */
typedef struct thuocdo_collector thuocdo_collector;

/* Why a call was not carried out. Not written to once it is made, so threads may share it until one of them frees it. */
typedef struct thuocdo_error thuocdo_error;

/* Text of ours: `len` bytes of UTF-8 at `ptr`, and a NUL behind them that `len` does not count. A text itself holds no NUL. */
typedef struct thuocdo_buffer {
  char *ptr;
  size_t len;
} thuocdo_buffer;

/* ---- Version ---- */

/* The ABI of the library that was loaded. */
uint32_t thuocdo_abi_version(void);

/* The release of the library, such as "0.1.0", ended by a NUL. Never freed. */
const char *thuocdo_version(void);

/* ---- Scorers ---- */

/* Makes a scorer of a framework that comes with the library: `moet-4725-2022` is Decision 4725/QD-BGDDT. Refuses with `unknown_framework`. */
thuocdo_status thuocdo_scorer_shipped(const char *id, size_t id_len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error);

/* Makes a scorer of a framework file, of at most 1 MiB. Refuses with everything in which it contradicts itself. */
thuocdo_status thuocdo_scorer_load(const char *json, size_t json_len, int32_t lang, thuocdo_scorer **out, thuocdo_error **error);

/* Makes a further scorer: that of `scorer` with one more overlay on top. `scorer` stays as it was, and either may be freed first.
 * Refuses with everything that keeps the overlay from being laid there. */
thuocdo_status thuocdo_scorer_overlay(const thuocdo_scorer *scorer, const char *json, size_t json_len, int32_t lang, thuocdo_scorer **out,
                                      thuocdo_error **error);

/* Frees a scorer when no thread uses it any more. NULL is taken and nothing happens. */
void thuocdo_scorer_free(thuocdo_scorer *scorer);

/* ---- One assessment ----
 * `scorer` must not be NULL. All take a JSON text of at most 1 MiB. */

/* The scorecard as canonical JSON, by the framework with its overlays: the same bytes, and so the same digest, as from every other language. */
thuocdo_status thuocdo_score(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang, thuocdo_buffer *out,
                             thuocdo_error **error);

/* Only what is wrong: {"violations":[...]}, the list empty where nothing is. Refuses nothing. */
thuocdo_status thuocdo_check(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang, thuocdo_buffer *out,
                             thuocdo_error **error);

/* The rows of a table, a line of JSON each: {"assessment":{...},"line":2} of one that the framework takes, else {"line":3,"violations":[...]}.
 * `table` holds the bytes of a file: CSV or TSV (wide, long, or a form), a JSON list, or NDJSON, each also gzipped. Workbooks are not read here.
 * `filled_by` is the id of the framework that the table was filled in by, for one that has no column `framework`; its length may be 0.
 * Refuses what is wrong with the table as a whole, each violation with its cell. What a table means: docs/DESIGN.md, "Tables". */
thuocdo_status thuocdo_read_table(const thuocdo_scorer *scorer, const char *table, size_t table_len, const char *filled_by, size_t filled_by_len,
                                  int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* Why the scorecard says what it says, in words, as JSON: lists of lines by group. */
thuocdo_status thuocdo_explain(const thuocdo_scorer *scorer, const char *assessment, size_t assessment_len, int32_t lang, thuocdo_buffer *out,
                               thuocdo_error **error);

/* The level that a total of points gives in a group. `points` is written as in JSON, `75.01` or `"75.01"`, so that no float comes in between.
 * Refuses with `unknown_group`, or with what is wrong with the points. */
thuocdo_status thuocdo_level(const thuocdo_scorer *scorer, const char *group, size_t group_len, const char *points, size_t points_len, int32_t lang,
                             uint8_t *out, thuocdo_error **error);

/* ---- What is done with scores ---- */

/* Asks a question of docs/PRACTICE.md by its word: `plan`, `review`, `certify`, `cohort` ... The answer is canonical JSON by the schema of that
 * name. Refuses with `unknown_value` where there is no such question, and with everything that is wrong with the request. The whole request is at
 * most 1 MiB, which is some 300 scorecards; a question of more schools is asked by a collector. A question of a case (`process`, `certify`,
 * `verify`, `review`) takes 9 MiB, because each assessment in it may have 1 MiB. */
thuocdo_status thuocdo_ask(const thuocdo_scorer *scorer, const char *question, size_t question_len, const char *request, size_t request_len,
                           int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* ---- Many documents ---- */

/* Begins a question of many documents: `agreement`, `cohort`, `publication` or `quality_batch`. `request` is that of thuocdo_ask without its lists,
 * such as {} or {"keep":"last"}; a register in it may make it 32 MiB long. Lists that are in it all the same are added first.
 * The collector does not need `scorer` any more. Refuses with `unknown_value` where the question is none of these, and with everything that is wrong
 * with the request. */
thuocdo_status thuocdo_collect(const thuocdo_scorer *scorer, const char *question, size_t question_len, const char *request, size_t request_len,
                               int32_t lang, thuocdo_collector **out, thuocdo_error **error);

/* Adds a document of at most 1 MiB to a list of the request: `scorecards`, or `recognised` of a publication; `submissions`; `self` or `external` of
 * an agreement. In the place of a scorecard may stand an assessment, which is scored.
 * Refuses with what is wrong with the document, each violation at its place in the list: /scorecards/17/answers/1.3.1 is of the 18th that was added
 * to `scorecards`. What is refused is left out, and counted for the places of those behind it; the others stay, and one may go on adding. */
thuocdo_status thuocdo_collector_add(thuocdo_collector *collector, const char *list, size_t list_len, const char *document, size_t document_len,
                                     int32_t lang, thuocdo_error **error);

/* The answer of the documents that were taken so far: the bytes that thuocdo_ask gives for a request that holds them, without its limit. More may be
 * added afterwards, and the answer asked again. Refuses nothing. */
thuocdo_status thuocdo_collector_answer(thuocdo_collector *collector, int32_t lang, thuocdo_buffer *out, thuocdo_error **error);

/* Frees a collector when no thread uses it any more. NULL is taken and nothing happens. */
void thuocdo_collector_free(thuocdo_collector *collector);

/* NDJSON in, NDJSON out: for each line its scorecard, or {"line":N,"violations":[...]}. Lines are counted from 1; blank ones have no answer but
 * are counted. The whole may be as long as memory is; each line is an assessment of its own. Refuses nothing. */
thuocdo_status thuocdo_score_ndjson(const thuocdo_scorer *scorer, const char *lines, size_t lines_len, int32_t lang, thuocdo_buffer *out,
                                    thuocdo_error **error);

/* Arrow's C stream interface (https://arrow.apache.org/docs/format/CStreamInterface.html), where its headers are not included before. */
struct ArrowArrayStream;

/* Scores a stream of record batches, a row an assessment: columns `institution.code`, `institution.name`, `institution.type`, `period`, `stream`,
 * `assessed_on`, and one per condition and indicator code; other columns go along. Out comes a stream of the same rows with `group.1.score.low` and
 * so on, `eligible`, `blockers`, `violations`; each batch is scored when it is asked for, on the thread that asks. `points` is THUOCDO_DECIMAL or
 * THUOCDO_HUNDREDTHS.
 * `input` is moved away in every case, as Arrow has it: its `release` is NULL afterwards, and whoever had it need not release it. What comes to
 * `out` is released by its own `release`; after a failure that is NULL. It does not need `scorer` any more. One thread at a time may use a stream.
 * Refuses with what is wrong with the columns; THUOCDO_BAD_STREAM where the stream tells no schema. */
thuocdo_status thuocdo_score_arrow(const thuocdo_scorer *scorer, struct ArrowArrayStream *input, int32_t points, int32_t lang,
                                   struct ArrowArrayStream *out, thuocdo_error **error);

/* ---- What a scorer scores by ---- */

/* A JSON Schema by name: `scorecard`, `violations`, the name of a question ...; that of `assessment` lists the codes and maxima of this framework.
 * Refuses with `unknown_value`, which names all there are. */
thuocdo_status thuocdo_schema(const thuocdo_scorer *scorer, const char *name, size_t name_len, int32_t lang, thuocdo_buffer *out,
                              thuocdo_error **error);

/* The framework with its overlays as canonical JSON. */
thuocdo_status thuocdo_framework(const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error);

/* The digest of that: `sha256:` and 64 hexadecimal digits. */
thuocdo_status thuocdo_digest(const thuocdo_scorer *scorer, thuocdo_buffer *out, thuocdo_error **error);

/* ---- Buffers and errors ---- */

/* Frees what is in a buffer and makes it {NULL, 0}, so that freeing it again does nothing; a copy of the struct must not be freed besides.
 * NULL is taken. */
void thuocdo_buffer_free(thuocdo_buffer *buffer);

/* The texts of an error are lent until it is freed, ended by a NUL; their length goes to `len`, which may be NULL. Of NULL they are empty. */

/* The status that was returned with it. Of NULL it is THUOCDO_OK. */
thuocdo_status thuocdo_error_status(const thuocdo_error *error);

/* A stable word: the code of the first violation, such as `points_out_of_range`; where the core refused nothing, the status in small letters, such
 * as `null_argument`. */
const char *thuocdo_error_code(const thuocdo_error *error, size_t *len);

/* For people: a line for each violation in the language of the call; where the calling program is at fault, a line in English. What the input held is
 * shown in it without NULs, ends of lines, controls or marks of direction: each is written out, as \u{a}. */
const char *thuocdo_error_message(const thuocdo_error *error, size_t *len);

/* {"violations":[...]} by schemas/violations.schema.json, the bytes that every language gets; the list is empty where the core refused nothing. */
const char *thuocdo_error_json(const thuocdo_error *error, size_t *len);

/* Frees an error. NULL is taken and nothing happens. */
void thuocdo_error_free(thuocdo_error *error);

#ifdef __cplusplus
}
#endif

#endif
