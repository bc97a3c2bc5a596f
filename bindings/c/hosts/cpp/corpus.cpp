// Runs the corpus for hosts (../README.md describes the file) and compares every byte.
//
//   ./corpus corpus.netstrings
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

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

std::string asked(const std::optional<Scorer> &scorer, const Case &given) {
  const auto of = given[entry], text = given[input];
  const auto language = given[lang] == "en" ? Lang::en : Lang::vi;
  if (of == "load") return Scorer::load(text, language).framework();
  if (of == "shipped") return Scorer::shipped(text, language).framework();
  if (of == "score") return scorer->score(text, language);
  if (of == "check") return scorer->check(text, language);
  if (of == "explain") return scorer->explain(text, language);
  if (of == "ndjson") return scorer->score_ndjson(text, language);
  if (of == "schema") return scorer->schema(text, language);
  if (of == "ask") return scorer->ask(given[word], text, language);
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
