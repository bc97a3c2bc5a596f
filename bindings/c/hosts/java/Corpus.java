import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thuocdo.Scorer;
import thuocdo.Scorer.Lang;

/**
 * Runs the corpus for hosts (../README.md describes the file) and compares every byte; or measures a call.
 *
 * <pre>
 *   java -cp /usr/share/java/jna.jar:. Corpus corpus.netstrings
 *   java -cp /usr/share/java/jna.jar:. Corpus bench school.json TIMES
 * </pre>
 */
final class Corpus {
  record Case(byte[] name, byte[] entry, byte[] lang, byte[] framework, byte[] overlays, byte[] word, byte[] input, byte[] status, byte[] expected) {
    static final int FIELDS = 9;

    static Case of(List<byte[]> fields) {
      return new Case(
          fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5), fields.get(6), fields.get(7), fields.get(8));
    }

    boolean hasScorerOf(Case other) {
      return other != null && Arrays.equals(framework, other.framework) && Arrays.equals(overlays, other.overlays);
    }
  }

  public static void main(String[] args) throws IOException {
    if (args[0].equals("bench")) {
      bench(Path.of(args[1]), Integer.parseInt(args[2]));
    } else {
      System.exit(corpus(Path.of(args[0])));
    }
  }

  private static int corpus(Path path) throws IOException {
    List<byte[]> fields = netstrings(Files.readAllBytes(path));
    int cases = 0;
    int failed = 0;
    Case last = null;
    Scorer scorer = null;
    for (; cases * Case.FIELDS < fields.size(); cases++) {
      Case given = Case.of(fields.subList(cases * Case.FIELDS, (cases + 1) * Case.FIELDS));
      if (given.framework.length > 0 && !given.hasScorerOf(last)) {
        if (scorer != null) scorer.close();
        scorer = scorerOf(given.framework, given.overlays);
        last = given;
      }
      failed += passes(scorer, given) ? 0 : 1;
    }
    if (scorer != null) scorer.close();
    System.out.println(cases + " cases");
    return failed == 0 ? 0 : 1;
  }

  private static boolean passes(Scorer scorer, Case given) {
    int status = 0;
    String found;
    try {
      found = asked(scorer, given);
    } catch (Scorer.ThuocdoException error) {
      status = error.status().ordinal();
      found = error.json();
    }
    boolean passed = text(given.status).equals(Integer.toString(status)) && Arrays.equals(given.expected, found.getBytes(StandardCharsets.UTF_8));
    if (!passed) {
      System.err.printf("%s, %s: status %d%n%s%nexpected %s%n", text(given.name), text(given.entry), status, found, text(given.expected));
    }
    return passed;
  }

  private static String asked(Scorer scorer, Case given) {
    Lang lang = text(given.lang).equals("en") ? Lang.EN : Lang.VI;
    String entry = text(given.entry);
    switch (entry) {
      case "load":
      case "shipped":
        try (var loaded = entry.equals("load") ? Scorer.load(given.input, lang) : Scorer.shipped(text(given.input), lang)) {
          return loaded.framework();
        }
      case "score":
        return scorer.score(given.input, lang);
      case "check":
        return scorer.check(given.input, lang);
      case "explain":
        return scorer.explain(given.input, lang);
      case "ndjson":
        return scorer.scoreNdjson(given.input, lang);
      case "stream":
        return streamed(scorer, given.input, lang);
      case "schema":
        return scorer.schema(text(given.input), lang);
      case "ask":
        return scorer.ask(text(given.word), given.input, lang);
      case "collect":
        return collected(scorer, given, lang);
      case "rows":
        return judged(scorer, text(given.input).split("\n", -1), lang);
      case "level":
        return Integer.toString(scorer.level(text(given.word), text(given.input), lang));
      default:
        throw new IllegalArgumentException("an entry that this host does not know: " + entry);
    }
  }

  /** What is asked of many documents: the request, then the list and the text of each. */
  private static String collected(Scorer scorer, Case given, Lang lang) {
    List<byte[]> input = netstrings(given.input);
    try (var collector = scorer.collect(text(given.word), input.get(0), lang)) {
      for (int n = 1; n < input.size(); n += 2) {
        collector.add(text(input.get(n)), input.get(n + 1), lang);
      }
      return collector.answer(lang);
    }
  }

  /** What a stream hands over, as the lines that they were. */
  private static String streamed(Scorer scorer, byte[] input, Lang lang) {
    var lines = new StringBuilder();
    boolean isWhole = scorer.streamNdjson(input, line -> lines.append(line).append('\n').length() > 0, lang);
    if (!isWhole) throw new IllegalStateException("a stream does not go to its end");
    return lines.toString();
  }

  /** A number of a row, or "-". */
  private static int number(String text) {
    return text.equals("-") ? Scorer.MISSING : Integer.parseInt(text);
  }

  /** Puts "1.1=1 1.3.1=525 2.1.1=24/32" into the cells of a row. */
  private static void fill(Scorer scorer, String line, int row, Scorer.Table table, Lang lang) {
    if (line.isEmpty()) return;
    for (String word : line.split(" ")) {
      String[] value = word.split("[=/]");
      Scorer.Place place = scorer.place(value[0], lang);
      int cell = place.cell * table.count + row;
      if (place.kind == Scorer.Kind.CONDITION) {
        table.conditions[cell] = Byte.parseByte(value[1]);
      } else {
        table.answers[cell] = number(value[1]);
      }
      if (value.length > 2) table.answers[cell + table.count] = number(value[2]);
    }
  }

  /** Rows of numbers, a line each: judged in columns and one by one, which must come to the same. */
  private static String judged(Scorer scorer, String[] lines, Lang lang) {
    Scorer.Table table = scorer.table(lines.length);
    for (int row = 0; row < lines.length; row++) fill(scorer, lines[row], row, table, lang);
    Scorer.Shape shape = scorer.shape();
    Scorer.Judged columns = scorer.judge(table);
    int refused = 0;
    for (int row = 0; row < lines.length; row++) {
      int[] answers = new int[shape.answers];
      byte[] conditions = new byte[shape.conditions];
      for (int n = 0; n < answers.length; n++) answers[n] = table.answers[n * table.count + row];
      for (int n = 0; n < conditions.length; n++) conditions[n] = table.conditions[n * table.count + row];
      Scorer.Row alone = scorer.judge(answers, conditions);
      refused += alone.isRefused() ? 1 : 0;
      var own = new StringBuilder(line(alone.faults, alone.eligible ? 1 : 0, alone.overallLow, alone.overallHigh));
      var same = new StringBuilder(line(columns.faults[row], columns.eligible[row], columns.overallLow[row], columns.overallHigh[row]));
      for (int n = 0; n < alone.groups.size(); n++) {
        Scorer.RowGroup of = alone.groups.get(n);
        int at = n * table.count + row;
        own.append(' ').append(line(of.scoreLow, of.scoreHigh, of.levelLow, of.levelHigh, of.blockers));
        same.append(' ');
        same.append(line(columns.scoreLow[at], columns.scoreHigh[at], columns.levelLow[at], columns.levelHigh[at], columns.blockers[at]));
      }
      if (!own.toString().equals(same.toString())) throw new IllegalStateException("a row comes to something else in columns: " + same);
      lines[row] = own.toString();
    }
    if (refused != columns.refused) throw new IllegalStateException("the refused rows are not as many");
    return String.join("\n", lines);
  }

  private static String line(int... numbers) {
    return IntStream.of(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private static Scorer scorerOf(byte[] framework, byte[] overlays) {
    Scorer scorer = framework[0] == '{' ? Scorer.load(framework, Lang.VI) : Scorer.shipped(text(framework), Lang.VI);
    for (byte[] overlay : netstrings(overlays)) {
      try (var below = scorer) {
        scorer = below.overlay(overlay, Lang.VI);
      }
    }
    return scorer;
  }

  private static List<byte[]> netstrings(byte[] file) {
    List<byte[]> found = new ArrayList<>();
    int start = 0;
    while (start < file.length) {
      int length = 0;
      for (; file[start] != ':'; start++) {
        length = length * 10 + Character.digit(file[start], 10);
      }
      int end = start + 1 + length;
      if (file[end] != ',') throw new IllegalArgumentException("not a netstring");
      found.add(Arrays.copyOfRange(file, start + 1, end));
      start = end + 1;
    }
    return found;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Prints the nanoseconds of a call, once the machine has compiled what it runs often. */
  private static void bench(Path path, int times) throws IOException {
    byte[] school = Files.readAllBytes(path);
    try (var scorer = Scorer.shipped("moet-4725-2022", Lang.VI)) {
      repeat(scorer, school, times);
      long start = System.nanoTime();
      repeat(scorer, school, times);
      System.out.println((System.nanoTime() - start) / times);
    }
  }

  private static void repeat(Scorer scorer, byte[] school, int times) {
    for (int n = 0; n < times; n++) {
      scorer.score(school, Lang.VI);
    }
  }
}
