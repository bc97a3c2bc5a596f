// thuocdo from C++17: one file over thuocdo.h. Texts are std::string_view in and std::string out; what is refused is an exception.
//
//   const auto scorer = thuocdo::Scorer::shipped("moet-4725-2022");
//   std::cout << scorer.score(R"({ "conditions": {}, "answers": { "1.3.1": 6 } })") << '\n';
//
// A Scorer may be shared between threads by reference: nothing is ever written to it. So may a Collector: they wait for each other.
#ifndef THUOCDO_HPP
#define THUOCDO_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <thuocdo.h>

namespace thuocdo {

// The language of messages and explanations.
enum class Lang : std::int32_t { vi = THUOCDO_VI, en = THUOCDO_EN };

// How Scorer::score_arrow gives points.
enum class PointsAs : std::int32_t { decimal = THUOCDO_DECIMAL, hundredths = THUOCDO_HUNDREDTHS };

// Why a call was not carried out. what() is for people, in the language of the call.
class Error : public std::runtime_error {
public:
  // Takes the handle over and frees it.
  explicit Error(thuocdo_error *handle) : Error(Handle(handle)) {}

  // Which of the THUOCDO_ numbers.
  thuocdo_status status() const noexcept { return status_; }
  // Whether the data is at fault, and not the program.
  bool is_refusal() const noexcept { return status_ == THUOCDO_REFUSED; }
  // The code of the first violation, such as points_out_of_range.
  const std::string &code() const noexcept { return code_; }
  // {"violations":[...]}.
  const std::string &json() const noexcept { return json_; }

private:
  struct Free {
    void operator()(thuocdo_error *error) const noexcept { thuocdo_error_free(error); }
  };
  using Handle = std::unique_ptr<thuocdo_error, Free>;

  explicit Error(const Handle &handle)
      : std::runtime_error(text(handle, thuocdo_error_message)),
        status_(thuocdo_error_status(handle.get())),
        code_(text(handle, thuocdo_error_code)),
        json_(text(handle, thuocdo_error_json)) {}

  static std::string text(const Handle &handle, const char *(*of)(const thuocdo_error *, std::size_t *)) {
    std::size_t len = 0;
    const char *ptr = of(handle.get(), &len);
    return {ptr, len};
  }

  thuocdo_status status_;
  std::string code_;
  std::string json_;
};

// The language as its number.
inline std::int32_t number(Lang lang) noexcept { return static_cast<std::int32_t>(lang); }

// What the classes share.
namespace detail {

template <typename Call>
void call(Call entry) {
  thuocdo_error *error = nullptr;
  if (entry(&error) != THUOCDO_OK) {
    throw Error(error);
  }
}

// The calls on numbers tell no more than their status.
inline void numbers(thuocdo_status status) {
  if (status != THUOCDO_OK) {
    throw std::invalid_argument("thuocdo: status " + std::to_string(status) + " of a call on numbers");
  }
}

struct Free {
  void operator()(thuocdo_scorer *scorer) const noexcept { thuocdo_scorer_free(scorer); }
  void operator()(thuocdo_collector *collector) const noexcept { thuocdo_collector_free(collector); }
  void operator()(thuocdo_buffer *buffer) const noexcept { thuocdo_buffer_free(buffer); }
};

template <typename Call>
std::string text(Call entry) {
  thuocdo_buffer buffer{};
  call([&](auto error) { return entry(&buffer, error); });
  // Freed also where the string finds no memory.
  const std::unique_ptr<thuocdo_buffer, Free> owner(&buffer);
  return {buffer.ptr, buffer.len};
}

} // namespace detail

// What the library is and holds, as JSON.
inline std::string about() {
  return detail::text([](auto out, auto error) { return thuocdo_about(out, error); });
}

// Where a code stands in rows of numbers: `kind` is a THUOCDO_KIND_ number.
struct Place {
  std::size_t cell;
  std::int32_t kind;
  std::int32_t max;
  bool asks_evidence;
};

// The results of a row in a group: hundredths, levels, and THUOCDO_BLOCKED_ bits.
using RowGroup = thuocdo_row_group;

// The results of a row. Of a refused one all but the faults is 0.
struct Row {
  // THUOCDO_FAULT_ bits.
  std::uint32_t faults = 0;
  bool eligible = false;
  std::uint8_t overall_low = 0;
  std::uint8_t overall_high = 0;
  std::vector<RowGroup> groups;

  bool is_refused() const noexcept { return faults != 0; }
};

// Rows of numbers in columns: cell c of row r is answers[c * count + r]. Made by Scorer::table, with every cell missing.
struct Table {
  std::size_t count;
  std::vector<std::int32_t> answers;
  std::vector<std::int8_t> conditions;
};

// The results of a table in columns: of group g in row r at [g * count + r], of the whole row at [r].
struct Judged {
  std::size_t refused = 0;
  std::vector<std::int32_t> score_low, score_high;
  std::vector<std::uint8_t> level_low, level_high;
  std::vector<std::uint16_t> blockers;
  std::vector<std::uint8_t> overall_low, overall_high, eligible;
  std::vector<std::uint32_t> faults;
};

// A question of many documents, which are added one by one; made by Scorer::collect.
class Collector {
public:
  // Adds a document to a list of the request, such as scorecards. One that is refused is left out; the others stay.
  void add(std::string_view list, std::string_view document, Lang lang = Lang::vi) {
    detail::call([&](auto error) {
      return thuocdo_collector_add(handle_.get(), list.data(), list.size(), document.data(), document.size(), number(lang), error);
    });
  }

  // The answer of the documents that were taken so far.
  std::string answer(Lang lang = Lang::vi) const {
    return detail::text([&](auto out, auto error) { return thuocdo_collector_answer(handle_.get(), number(lang), out, error); });
  }

private:
  friend class Scorer;

  explicit Collector(thuocdo_collector *handle) : handle_(handle) {}

  std::unique_ptr<thuocdo_collector, detail::Free> handle_;
};

// A framework with its overlays, compiled.
class Scorer {
public:
  // A framework that comes with the library.
  static Scorer shipped(std::string_view id, Lang lang = Lang::vi) {
    return made([&](auto out, auto error) { return thuocdo_scorer_shipped(id.data(), id.size(), number(lang), out, error); });
  }

  // A framework file.
  static Scorer load(std::string_view json, Lang lang = Lang::vi) {
    return made([&](auto out, auto error) { return thuocdo_scorer_load(json.data(), json.size(), number(lang), out, error); });
  }

  // The same with one more overlay on top; this one stays as it is.
  Scorer overlay(std::string_view json, Lang lang = Lang::vi) const {
    return made([&](auto out, auto error) { return thuocdo_scorer_overlay(get(), json.data(), json.size(), number(lang), out, error); });
  }

  // The scorecard as canonical JSON.
  std::string score(std::string_view assessment, Lang lang = Lang::vi) const { return text(thuocdo_score, assessment, lang); }
  // {"violations":[...]}, the list empty where nothing is wrong.
  std::string check(std::string_view assessment, Lang lang = Lang::vi) const { return text(thuocdo_check, assessment, lang); }
  // Why, in words, as JSON.
  std::string explain(std::string_view assessment, Lang lang = Lang::vi) const { return text(thuocdo_explain, assessment, lang); }
  // A line out for each line in.
  std::string score_ndjson(std::string_view lines, Lang lang = Lang::vi) const { return text(thuocdo_score_ndjson, lines, lang); }
  // The same, but hands each line to `take` as soon as it is there, as a std::string_view that is valid until `take` returns. `take` returns true to go
  // on. Whether it went to the end. What `take` throws ends the call and is thrown on. `first` is the number of the first line.
  template <typename Take>
  bool stream_ndjson(std::string_view lines, Take take, Lang lang = Lang::vi, std::uint64_t first = 1) const {
    struct Taking {
      Take &take;
      std::exception_ptr thrown;
    } taking{take, nullptr};
    // No exception goes through C.
    const thuocdo_take hand_over = [](void *context, const char *line, std::size_t len) noexcept -> std::int32_t {
      auto &to = *static_cast<Taking *>(context);
      try {
        return to.take(std::string_view(line, len)) ? 0 : 1;
      } catch (...) {
        to.thrown = std::current_exception();
        return 1;
      }
    };
    try {
      detail::call([&](auto error) {
        return thuocdo_stream_ndjson(get(), lines.data(), lines.size(), first, number(lang), hand_over, &taking, error);
      });
    } catch (const Error &error) {
      if (error.status() != THUOCDO_STOPPED) throw;
      if (taking.thrown) std::rethrow_exception(taking.thrown);
      return false;
    }
    return true;
  }

  // A JSON Schema by name.
  std::string schema(std::string_view name, Lang lang = Lang::vi) const { return text(thuocdo_schema, name, lang); }

  // The level of a total in a group; points as in JSON, such as "75.01".
  std::uint8_t level(std::string_view group, std::string_view points, Lang lang = Lang::vi) const {
    std::uint8_t level = 0;
    detail::call([&](auto error) {
      return thuocdo_level(get(), group.data(), group.size(), points.data(), points.size(), number(lang), &level, error);
    });
    return level;
  }

  // How many numbers a row has.
  thuocdo_shape shape() const {
    thuocdo_shape shape{sizeof shape, 0, 0, 0};
    detail::numbers(thuocdo_shape_of(get(), &shape));
    return shape;
  }

  // Where the code of an indicator, a condition or a group stands.
  Place place(std::string_view code, Lang lang = Lang::vi) const {
    thuocdo_place place{sizeof place, 0, 0, 0, 0};
    detail::call([&](auto error) { return thuocdo_place_of(get(), code.data(), code.size(), number(lang), &place, error); });
    return {place.cell, place.kind, place.max, place.asks_evidence != 0};
  }

  // The results of one row, of as many numbers as the shape says. What is at fault in it is told by the row, not thrown.
  Row judge(const std::vector<std::int32_t> &answers, const std::vector<std::int8_t> &conditions) const {
    thuocdo_row row{};
    row.size = sizeof row;
    const auto status = thuocdo_judge_row(get(), answers.data(), answers.size(), conditions.data(), conditions.size(), &row);
    detail::numbers(status == THUOCDO_REFUSED ? THUOCDO_OK : status);
    return {row.faults, row.eligible != 0, row.overall_low, row.overall_high, {row.groups, row.groups + row.group_count}};
  }

  // Room for rows, in which every cell is missing.
  Table table(std::size_t count) const {
    const auto of = shape();
    return {count, std::vector(of.answers * count, THUOCDO_MISSING), std::vector(of.conditions * count, std::int8_t{THUOCDO_STATE_UNKNOWN})};
  }

  // The results of all rows of a table, in columns.
  Judged judge(const Table &table) const {
    const auto groups = shape().groups;
    const auto count = table.count, of_groups = groups * count;
    Judged judged;
    for (auto *column : {&judged.score_low, &judged.score_high}) column->resize(of_groups);
    for (auto *column : {&judged.level_low, &judged.level_high}) column->resize(of_groups);
    judged.blockers.resize(of_groups);
    for (auto *column : {&judged.overall_low, &judged.overall_high, &judged.eligible}) column->resize(count);
    judged.faults.resize(count);
    const thuocdo_rows rows{sizeof rows,
                            count,
                            table.answers.data(),
                            table.answers.size(),
                            1,
                            count,
                            table.conditions.data(),
                            table.conditions.size(),
                            1,
                            count,
                            groups,
                            count,
                            judged.score_low.data(),
                            judged.score_high.data(),
                            judged.level_low.data(),
                            judged.level_high.data(),
                            judged.blockers.data(),
                            judged.overall_low.data(),
                            judged.overall_high.data(),
                            judged.eligible.data(),
                            judged.faults.data()};
    detail::numbers(thuocdo_judge_rows(get(), &rows, &judged.refused));
    return judged;
  }

  // What is done with scores: a question of docs/PRACTICE.md.
  std::string ask(std::string_view question, std::string_view request, Lang lang = Lang::vi) const {
    return detail::text([&](auto out, auto error) {
      return thuocdo_ask(get(), question.data(), question.size(), request.data(), request.size(), number(lang), out, error);
    });
  }

  // A question of many documents: agreement, cohort, publication or quality_batch, its request without the lists.
  Collector collect(std::string_view question, std::string_view request = "{}", Lang lang = Lang::vi) const {
    thuocdo_collector *collector = nullptr;
    detail::call([&](auto error) {
      return thuocdo_collect(get(), question.data(), question.size(), request.data(), request.size(), number(lang), &collector, error);
    });
    return Collector(collector);
  }

  // Scores a stream of record batches, which is moved away; out comes another, to be released by its own release function.
  void score_arrow(ArrowArrayStream *input, ArrowArrayStream *out, PointsAs points = PointsAs::decimal, Lang lang = Lang::vi) const {
    detail::call([&](auto error) { return thuocdo_score_arrow(get(), input, static_cast<std::int32_t>(points), number(lang), out, error); });
  }

  // The framework with its overlays as canonical JSON.
  std::string framework() const {
    return detail::text([&](auto out, auto error) { return thuocdo_framework(get(), out, error); });
  }

  // The digest of that.
  std::string digest() const {
    return detail::text([&](auto out, auto error) { return thuocdo_digest(get(), out, error); });
  }

private:
  using Entry = thuocdo_status (*)(const thuocdo_scorer *, const char *, std::size_t, std::int32_t, thuocdo_buffer *, thuocdo_error **);

  explicit Scorer(thuocdo_scorer *handle) : handle_(handle) {}

  const thuocdo_scorer *get() const noexcept { return handle_.get(); }

  template <typename Make>
  static Scorer made(Make make) {
    if (!THUOCDO_ABI_MATCHES()) {
      throw std::runtime_error("the thuocdo library that was loaded is of another ABI than its header");
    }
    thuocdo_scorer *scorer = nullptr;
    detail::call([&](auto error) { return make(&scorer, error); });
    return Scorer(scorer);
  }

  std::string text(Entry entry, std::string_view input, Lang lang) const {
    return detail::text([&](auto out, auto error) { return entry(get(), input.data(), input.size(), number(lang), out, error); });
  }

  std::unique_ptr<thuocdo_scorer, detail::Free> handle_;
};

} // namespace thuocdo

#endif
