import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import thuocdo.Scorer;
import thuocdo.Scorer.Lang;

/** Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it. */
final class Score {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  public static void main(String[] args) throws IOException {
    try (var scorer = Scorer.shipped("moet-4725-2022", Lang.VI)) {
      OUT.println(scorer.score(System.in.readAllBytes(), Lang.VI));
    } catch (Scorer.ThuocdoException error) {
      ERR.println(error.getMessage());
      System.exit(1);
    }
  }
}
