// Runs the corpus for hosts (../README.md describes the file) and compares every byte.
//
//   ./corpus corpus.netstrings
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>

#include "thuocdo.hpp"

namespace {

using thuocdo::Lang;
using thuocdo::Scorer;

enum Field { name, entry, lang, framework, overlays, word, input, status, expected, fields };
using Case = std::array<std::string_view, fields>;

// Takes the next netstring off the front.
std::string_view next(std::string_view &rest) {
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) throw std::runtime_error("not a netstring");
  const auto len = std::stoul(std::string(rest.substr(0, colon)));
  if (rest.size() < colon + len + 2 || rest[colon + 1 + len] != ',') throw std::runtime_error("not a netstring");
  const auto found = rest.substr(colon + 1, len);
  rest.remove_prefix(colon + len + 2);
  return found;
}

Scorer scorer_of(std::string_view framework, std::string_view overlays) {
  auto scorer = framework[0] == '{' ? Scorer::load(framework) : Scorer::shipped(framework);
  while (!overlays.empty()) {
    scorer = scorer.overlay(next(overlays));
  }
  return scorer;
}

// What is asked of many documents: the request, then the list and the text of each.
std::string collected(const Scorer &scorer, std::string_view question, std::string_view rest, Lang language) {
  auto collector = scorer.collect(question, next(rest), language);
  while (!rest.empty()) {
    const auto list = next(rest);
    collector.add(list, next(rest), language);
  }
  return collector.answer(language);
}

// A number of a row, or `-`.
std::int32_t number(std::string_view text) { return text == "-" ? THUOCDO_MISSING : static_cast<std::int32_t>(std::stol(std::string(text))); }

// Takes what stands before a mark off the front, and the mark.
std::string_view before(std::string_view &rest, char mark) {
  const auto end = std::min(rest.find(mark), rest.size());
  const auto found = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return found;
}

// Puts `1.1=1 1.3.1=525 2.1.1=24/32` into the cells of a row.
void fill(const Scorer &scorer, std::string_view line, std::size_t row, thuocdo::Table &table, Lang language) {
  while (!line.empty()) {
    auto value = before(line, ' ');
    const auto place = scorer.place(before(value, '='), language);
    const auto first = number(before(value, '/'));
    const auto cell = place.cell * table.count + row;
    if (place.kind == THUOCDO_KIND_CONDITION) {
      table.conditions[cell] = static_cast<std::int8_t>(first);
    } else {
      table.answers[cell] = first;
    }
    if (!value.empty()) table.answers[cell + table.count] = number(value);
  }
}

// Rows of numbers, a line each: judged in columns and one by one, which must come to the same.
std::string judged(const Scorer &scorer, std::string_view input, Lang language) {
  auto table = scorer.table(static_cast<std::size_t>(std::count(input.begin(), input.end(), '\n')) + 1);
  const auto shape = scorer.shape();
  for (std::size_t row = 0; row < table.count; row++) fill(scorer, before(input, '\n'), row, table, language);
  const auto columns = scorer.judge(table);
  std::ostringstream lines;
  std::size_t refused = 0;
  for (std::size_t row = 0; row < table.count; row++) {
    std::vector<std::int32_t> answers;
    std::vector<std::int8_t> conditions;
    for (std::size_t n = 0; n < shape.answers; n++) answers.push_back(table.answers[n * table.count + row]);
    for (std::size_t n = 0; n < shape.conditions; n++) conditions.push_back(table.conditions[n * table.count + row]);
    const auto alone = scorer.judge(answers, conditions);
    refused += alone.is_refused();
    bool same = alone.faults == columns.faults[row] && alone.eligible == (columns.eligible[row] == 1) &&
                alone.overall_low == columns.overall_low[row] && alone.overall_high == columns.overall_high[row];
    lines << (row == 0 ? "" : "\n") << alone.faults << ' ' << alone.eligible << ' ' << +alone.overall_low << ' ' << +alone.overall_high;
    auto at = row;
    for (const auto &group : alone.groups) {
      same = same && group.score_low == columns.score_low[at] && group.score_high == columns.score_high[at] &&
             group.level_low == columns.level_low[at] && group.level_high == columns.level_high[at] && group.blockers == columns.blockers[at];
      lines << ' ' << group.score_low << ' ' << group.score_high << ' ' << +group.level_low << ' ' << +group.level_high << ' ' << group.blockers;
      at += table.count;
    }
    if (!same) throw std::runtime_error("a row by itself comes to something else than in columns");
  }
  if (refused != columns.refused) throw std::runtime_error("the refused rows are not as many");
  return lines.str();
}

// What a stream hands over, as the lines that they were. On the way it is seen that a stream ends where it is told to, also by an exception.
std::string streamed(const Scorer &scorer, std::string_view input, Lang language) {
  std::string lines;
  const bool is_whole = scorer.stream_ndjson(
      input,
      [&](std::string_view line) {
        lines.append(line).append("\n");
        return true;
      },
      language);
  unsigned taken = 0;
  bool is_thrown = false;
  const bool is_stopped = !scorer.stream_ndjson(input, [&](std::string_view) { return ++taken == 0; });
  try {
    scorer.stream_ndjson(input, [&](std::string_view) -> bool { throw ++taken; });
  } catch (unsigned at) {
    is_thrown = at == 2;
  }
  if (!is_whole || !is_stopped || !is_thrown || taken != 2) throw std::runtime_error("a stream does not end where it must");
  return lines;
}

std::string asked(const std::optional<Scorer> &scorer, const Case &given) {
  const auto of = given[entry], text = given[input];
  const auto language = given[lang] == "en" ? Lang::en : Lang::vi;
  if (of == "load") return Scorer::load(text, language).framework();
  if (of == "shipped") return Scorer::shipped(text, language).framework();
  if (of == "score") return scorer->score(text, language);
  if (of == "check") return scorer->check(text, language);
  if (of == "explain") return scorer->explain(text, language);
  if (of == "ndjson") return scorer->score_ndjson(text, language);
  if (of == "stream") return streamed(*scorer, text, language);
  if (of == "schema") return scorer->schema(text, language);
  if (of == "ask") return scorer->ask(given[word], text, language);
  if (of == "rows") return judged(*scorer, text, language);
  if (of == "collect") return collected(*scorer, given[word], text, language);
  if (of == "level") return std::to_string(scorer->level(given[word], text, language));
  throw std::runtime_error("an entry that this host does not know");
}

bool passes(const std::optional<Scorer> &scorer, const Case &given) {
  thuocdo_status found_status = THUOCDO_OK;
  std::string found;
  try {
    found = asked(scorer, given);
  } catch (const thuocdo::Error &error) {
    found_status = error.status();
    found = error.json();
  }
  const bool passed = std::to_string(found_status) == given[status] && found == given[expected];
  if (!passed) {
    std::cerr << given[name] << ", " << given[entry] << ": status " << found_status << '\n' << found << "\nexpected " << given[expected] << '\n';
  }
  return passed;
}

} // namespace

int main(int argc, char **argv) try {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  if (!file) throw std::runtime_error("corpus FILE");
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  std::string_view rest = whole;
  std::optional<Scorer> scorer;
  Case last{};
  unsigned cases = 0, failed = 0;
  for (; !rest.empty(); cases++) {
    Case given;
    for (auto &field : given) field = next(rest);
    const bool is_other = given[framework] != last[framework] || given[overlays] != last[overlays];
    if (!given[framework].empty() && is_other) {
      scorer = scorer_of(given[framework], given[overlays]);
      last = given;
    }
    failed += passes(scorer, given) ? 0 : 1;
  }
  std::cout << cases << " cases\n";
  return failed == 0 ? 0 : 1;
} catch (const std::exception &error) {
  std::cerr << error.what() << '\n';
  return 2;
}
