import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thuocdo.Scorer;
import thuocdo.Scorer.Lang;
import thuocdo.Scorer.Status;
import thuocdo.Scorer.ThuocdoException;

/** What a program may do wrong, and ten threads on one scorer. All of it is an exception, and none the end of the process. */
final class Misuse {
  private static final String FRAMEWORK = "moet-4725-2022";
  private static final String SCHOOL = "{\"conditions\":{\"1.1\":true},\"answers\":{\"1.3.1\":6,\"1.6.1\":5.25}}";

  public static void main(String[] args) throws InterruptedException {
    Scorer scorer = Scorer.shipped(FRAMEWORK, Lang.VI);
    whatIsRefusedIsAnException(scorer);
    whatIsNoTextIsAnException(scorer);
    streamsEndWhereTheyAreTold(scorer);
    Scorer.Collector collector = scorer.collect("cohort", bytes('{', '}'), Lang.VI);
    closingIsNotBeforeTheLastCall(scorer);
    whatIsRefusedIsLeftOut(collector);
    forgottenScorersAreFreed();
  }

  private static void whatIsRefusedIsAnException(Scorer scorer) {
    refused(() -> scorer.score("{", Lang.VI), "not_json");
    refused(() -> scorer.explain(new byte[0], Lang.VI), "not_json");
    refused(() -> scorer.score(bytes(0x22, 0xc3, 0x28, 0x22), Lang.VI), "not_json");
    refused(() -> scorer.ask("plan", bytes(0xe1, 0xbb), Lang.VI), "not_json");
    refused(() -> scorer.ask("no such question", bytes('{', '}'), Lang.VI), "unknown_value");
    refused(() -> scorer.schema("no such schema", Lang.VI), "unknown_value");
    refused(() -> scorer.collect("plan", bytes('{', '}'), Lang.VI), "unknown_value");
    refused(() -> scorer.collect("cohort", bytes('{'), Lang.VI), "not_json");
    refused(() -> scorer.level("9", "75", Lang.VI), "unknown_group");
    refused(() -> scorer.level("1", "7\0", Lang.VI), "not_json");
    refused(() -> scorer.overlay(bytes('{'), Lang.VI), "not_json");
    refused(() -> Scorer.load(bytes(0xff), Lang.VI), "not_json");
    refused(() -> Scorer.shipped("Tiểu học", Lang.VI), "unknown_framework");
    byte[] huge = new byte[64 << 20];
    Arrays.fill(huge, (byte) '[');
    refused(() -> scorer.score(huge, Lang.VI), "too_large");
    refused(() -> scorer.place("1.3.99", Lang.VI), "unknown_indicator");
    Scorer.Shape shape = scorer.shape();
    int[] row = new int[shape.answers];
    byte[] states = new byte[shape.conditions];
    holds(!scorer.judge(row, states).isRefused(), "a row of numbers");
    thrown(IllegalArgumentException.class, () -> scorer.judge(new int[shape.answers - 1], states));
    thrown(IllegalArgumentException.class, () -> scorer.judge(row, new byte[0]));
    thrown(NullPointerException.class, () -> scorer.judge(null, states));
    holds(scorer.judge(scorer.table(0)).refused == 0, "no rows");
    holds(scorer.level("1", "75", Lang.VI) == 2 && scorer.level("1", "\"75.01\"", Lang.VI) == 3, "the sides of 75");
  }

  private static void whatIsNoTextIsAnException(Scorer scorer) {
    thrown(NullPointerException.class, () -> scorer.score((String) null, Lang.VI));
    thrown(NullPointerException.class, () -> scorer.score((byte[]) null, Lang.VI));
    thrown(NullPointerException.class, () -> scorer.score(SCHOOL, null));
    thrown(IllegalArgumentException.class, () -> scorer.score("\"\ud83d\"", Lang.VI));
  }

  private static void streamsEndWhereTheyAreTold(Scorer scorer) {
    byte[] lines = (SCHOOL + "\n{\n" + SCHOOL).getBytes(StandardCharsets.UTF_8);
    List<String> taken = new ArrayList<>();
    holds(scorer.streamNdjson(lines, taken::add, Lang.EN), "a stream goes to its end");
    holds((String.join("\n", taken) + "\n").equals(scorer.scoreNdjson(lines, Lang.EN)), "a stream has the lines of the whole answer");
    holds(!scorer.streamNdjson(lines, line -> !taken.add(line), Lang.VI) && taken.size() == 4, "it ends after the first line");
    holds(!scorer.streamNdjson(bytes('{'), line -> !taken.add(line), Lang.VI, 101), "it ends after the only line");
    holds(taken.get(4).startsWith("{\"line\":101,"), "the number of the first line");
    var error = new IllegalStateException("enough");
    var found =
        thrown(
            IllegalStateException.class,
            () ->
                scorer.streamNdjson(
                    lines,
                    line -> {
                      taken.add(line);
                      throw error;
                    },
                    Lang.VI));
    holds(found == error && taken.size() == 6, "an exception ends it, and comes out as it is");
    refused(() -> scorer.streamNdjson(lines, line -> scorer.score("{", Lang.VI).isEmpty(), Lang.VI), "not_json");
    Scorer closed = Scorer.shipped(FRAMEWORK, Lang.VI);
    holds(
        closed.streamNdjson(
            lines,
            line -> {
              closed.close();
              return taken.add(line);
            },
            Lang.VI),
        "one that is closed in the midst of its call is freed behind it");
    holds(taken.size() == 9, "all lines of it came");
    thrown(IllegalStateException.class, () -> closed.streamNdjson(lines, taken::add, Lang.VI));
  }

  private static void closingIsNotBeforeTheLastCall(Scorer scorer) throws InterruptedException {
    String card = scorer.score(SCHOOL, Lang.VI);
    var begun = new CountDownLatch(10);
    var ended = new CountDownLatch(10);
    Runnable use =
        () -> {
          begun.countDown();
          thrown(
              IllegalStateException.class,
              () -> {
                while (true) {
                  holds(scorer.score(SCHOOL, Lang.EN).equals(card), "a thread gets the same bytes");
                }
              });
          ended.countDown();
        };
    List<Thread> threads = IntStream.range(0, 10).mapToObj(n -> new Thread(use)).collect(Collectors.toList());
    threads.forEach(Thread::start);
    begun.await();
    scorer.close();
    for (Thread thread : threads) {
      thread.join();
    }
    holds(ended.getCount() == 0, "every thread is told that the scorer is closed");
    scorer.close();
    thrown(IllegalStateException.class, scorer::digest);
  }

  /** Also once the scorer is closed. */
  private static void whatIsRefusedIsLeftOut(Scorer.Collector collector) throws InterruptedException {
    byte[] school = SCHOOL.getBytes(StandardCharsets.UTF_8);
    refused(() -> collector.add("submissions", school, Lang.VI), "unknown_value");
    Runnable use =
        () -> {
          for (int n = 0; n < 10; n++) {
            collector.add("scorecards", school, Lang.VI);
          }
        };
    List<Thread> threads = IntStream.range(0, 10).mapToObj(n -> new Thread(use)).collect(Collectors.toList());
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    ThuocdoException error = thrown(ThuocdoException.class, () -> collector.add("scorecards", bytes('{'), Lang.VI));
    holds(error.json().contains("\"at\":\"/scorecards/100\""), "the place of what is refused: " + error.json());
    holds(collector.answer(Lang.VI).contains("\"count\":100,"), "the others stay");
    collector.close();
    collector.close();
    thrown(IllegalStateException.class, () -> collector.answer(Lang.VI));
  }

  /** The tests count, on the other side. */
  private static void forgottenScorersAreFreed() throws InterruptedException {
    for (int n = 0; n < 20; n++) {
      holds(Scorer.shipped(FRAMEWORK, Lang.VI).level("1", "75.01", Lang.VI) == 3, "a scorer for one call");
    }
    for (int n = 0; n < 10; n++) {
      System.gc();
      Thread.sleep(20);
    }
  }

  private static void refused(Runnable call, String code) {
    ThuocdoException error = thrown(ThuocdoException.class, call);
    boolean isWhole = error.status() == Status.REFUSED && !error.getMessage().isEmpty() && error.json().startsWith("{\"violations\":[{");
    holds(isWhole && error.code().equals(code), code + ": " + error.status() + " " + error.code() + " " + error.json());
  }

  private static <T extends RuntimeException> T thrown(Class<T> kind, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException error) {
      if (kind.isInstance(error)) return kind.cast(error);
      throw error;
    }
    throw new IllegalStateException("no " + kind.getSimpleName());
  }

  private static byte[] bytes(int... bytes) {
    byte[] found = new byte[bytes.length];
    for (int n = 0; n < bytes.length; n++) {
      found[n] = (byte) bytes[n];
    }
    return found;
  }

  private static void holds(boolean isSo, String what) {
    if (!isSo) throw new AssertionError(what);
  }
}
