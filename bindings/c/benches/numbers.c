/* The time of a row of numbers: by hand, by thuocdo_judge_row, and by thuocdo_judge_rows in columns of 4,096 rows. Prints picoseconds a row, a line
 * each: the quickest of so many rounds, since whatever else the machine does only makes a round slower.
 *
 *   numbers ROUNDS
 */
#define _POSIX_C_SOURCE 199309L
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <thuocdo.h>

enum { ROWS = 4096, CELLS = 26, CONDITIONS = 4, GROUPS = 2, OF_FIRST_GROUP = 14 };

static thuocdo_scorer *scorer;
/* The same numbers, a row behind the other and in columns. */
static int32_t rows[ROWS][CELLS], columns[CELLS][ROWS];
static int8_t states[ROWS][CONDITIONS], state_columns[CONDITIONS][ROWS];
static thuocdo_row results[ROWS];

static bool failed;

/* What somebody writes who trusts the numbers: sums and bands, without missing answers, maxima, blockers or faults. */
static void by_hand(void) {
  for (int row = 0; row < ROWS; row++) {
    int32_t totals[GROUPS] = {0, 0};
    for (int n = 0; n < CELLS; n++) {
      totals[n >= OF_FIRST_GROUP] += rows[row][n];
    }
    uint8_t levels[GROUPS];
    for (int n = 0; n < GROUPS; n++) {
      levels[n] = totals[n] < 5000 ? 1 : totals[n] <= 7500 ? 2 : 3;
      results[row].groups[n].score_low = totals[n];
      results[row].groups[n].level_low = levels[n];
    }
    bool are_met = true;
    for (int n = 0; n < CONDITIONS; n++) {
      are_met = are_met && states[row][n] == 1;
    }
    results[row].overall_low = levels[0] < levels[1] ? levels[0] : levels[1];
    results[row].eligible = are_met;
  }
}

static void row_by_row(void) {
  for (int row = 0; row < ROWS; row++) {
    results[row].size = sizeof results[row];
    failed = failed || thuocdo_judge_row(scorer, rows[row], CELLS, states[row], CONDITIONS, &results[row]) != THUOCDO_OK;
  }
}

static void in_columns(void) {
  static int32_t score_low[GROUPS * ROWS], score_high[GROUPS * ROWS];
  static uint8_t level_low[GROUPS * ROWS], level_high[GROUPS * ROWS], overall_low[ROWS], overall_high[ROWS], eligible[ROWS];
  static uint16_t blockers[GROUPS * ROWS];
  static uint32_t faults[ROWS];
  const thuocdo_rows given = {
      .size = sizeof given,
      .count = ROWS,
      .answers = columns[0],
      .answers_len = CELLS * ROWS,
      .answers_row = 1,
      .answers_cell = ROWS,
      .conditions = state_columns[0],
      .conditions_len = CONDITIONS * ROWS,
      .conditions_row = 1,
      .conditions_cell = ROWS,
      .groups = GROUPS,
      .group_stride = ROWS,
      .score_low = score_low,
      .score_high = score_high,
      .level_low = level_low,
      .level_high = level_high,
      .blockers = blockers,
      .overall_low = overall_low,
      .overall_high = overall_high,
      .eligible = eligible,
      .faults = faults,
  };
  failed = failed || thuocdo_judge_rows(scorer, &given, NULL) != THUOCDO_OK;
}

static void measure(const char *name, void (*work)(void), long rounds) {
  double best = 1e300;
  for (long n = 0; n < rounds; n++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    work();
    clock_gettime(CLOCK_MONOTONIC, &end);
    double spent = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
    best = spent < best ? spent : best;
  }
  printf("%s\t%.0f\n", name, best * 1000 / ROWS);
}

int main(int argc, char **argv) {
  long rounds = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
  if (rounds < 1 || thuocdo_scorer_shipped("moet-4725-2022", 14, THUOCDO_VI, &scorer, NULL) != THUOCDO_OK) {
    return 2;
  }
  for (int row = 0; row < ROWS; row++) {
    for (int n = 0; n < CELLS; n++) {
      rows[row][n] = columns[n][row] = (row * 31 + n * 17) % 300;
    }
    for (int n = 0; n < CONDITIONS; n++) {
      states[row][n] = state_columns[n][row] = (row + n) % 8 != 0;
    }
  }
  measure("by hand, in C", by_hand, rounds);
  measure("thuocdo_judge_row", row_by_row, rounds);
  measure("thuocdo_judge_rows, 4,096 rows in columns", in_columns, rounds);
  thuocdo_scorer_free(scorer);
  return failed ? 1 : 0;
}
