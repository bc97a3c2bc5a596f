// Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it.
//
//   c++ -std=c++17 score.cpp $(pkg-config --cflags --libs thuocdo) -o score && ./score < school.json
#include <iostream>
#include <iterator>

#include "thuocdo.hpp"

int main() try {
  const std::string school{std::istreambuf_iterator<char>(std::cin), {}};
  const auto scorer = thuocdo::Scorer::shipped("moet-4725-2022");
  std::cout << scorer.score(school) << '\n';
  return 0;
} catch (const thuocdo::Error &error) {
  std::cerr << error.what() << '\n';
  return error.is_refusal() ? 1 : 2;
} catch (const std::exception &error) {
  std::cerr << error.what() << '\n';
  return 2;
}
