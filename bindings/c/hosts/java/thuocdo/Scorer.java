package thuocdo;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * thuocdo from Java by JNA: one file over libthuocdo, to take as it is. A framework with its overlays, compiled: made once, used for any number of
 * assessments.
 *
 * <pre>{@code
 * try (var scorer = Scorer.shipped("moet-4725-2022", Lang.VI)) {
 *   System.out.println(scorer.score("{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }", Lang.VI));
 * }
 * }</pre>
 *
 * Any number of threads may use a scorer or a collector at once, and one may close it: the others' calls come to their end first. What is forgotten is
 * freed when it is garbage. What cannot be done is a {@link Scorer.ThuocdoException}. Texts may be given as bytes of UTF-8 too.
 */
public final class Scorer implements AutoCloseable {
  /** The language of messages and explanations. */
  public enum Lang {
    VI,
    EN
  }

  /** Why a call was not carried out, by the numbers of the library. */
  public enum Status {
    OK,
    REFUSED,
    NULL_ARGUMENT,
    BAD_LENGTH,
    BAD_OPTION,
    BAD_STREAM,
    PANICKED,
    STOPPED
  }

  /** What was asked cannot be done. The message is for people, in the language of the call. */
  public static final class ThuocdoException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Status status;
    private final String code;
    private final String json;

    private ThuocdoException(Status status, String code, String message, String json) {
      super(message);
      this.status = status;
      this.code = code;
      this.json = json;
    }

    /** Whether the data is at fault ({@link Status#REFUSED}) or the program. */
    public Status status() {
      return status;
    }

    /** The code of the first violation, such as {@code points_out_of_range}. */
    public String code() {
      return code;
    }

    /** Everything that is wrong: {@code {"violations":[…]}}; the list is empty where the program is at fault. */
    public String json() {
      return json;
    }
  }

  private static final Cleaner CLEANER = Cleaner.create();

  private final Handle handle;
  private final Cleaner.Cleanable cleanable;

  private Scorer(Handle handle) {
    this.handle = handle;
    this.cleanable = CLEANER.register(this, handle);
  }

  /** The scorer of a framework that comes with the library: {@code moet-4725-2022} is Decision 4725/QĐ-BGDĐT. */
  public static Scorer shipped(String id, Lang lang) {
    byte[] text = bytes(id);
    return made((out, error) -> Lib.thuocdo_scorer_shipped(text, text.length, lang.ordinal(), out, error));
  }

  /** The scorer of a framework file. */
  public static Scorer load(byte[] framework, Lang lang) {
    return made((out, error) -> Lib.thuocdo_scorer_load(framework, framework.length, lang.ordinal(), out, error));
  }

  /** A further scorer: this one with an overlay on top. Either may be closed first. */
  public Scorer overlay(byte[] overlay, Lang lang) {
    return handle.use(ptr -> made((out, error) -> Lib.thuocdo_scorer_overlay(ptr, overlay, overlay.length, lang.ordinal(), out, error)));
  }

  /** The scorecard as canonical JSON. */
  public String score(byte[] assessment, Lang lang) {
    return text((ptr, out, error) -> Lib.thuocdo_score(ptr, assessment, assessment.length, lang.ordinal(), out, error));
  }

  /** {@link #score(byte[], Lang)} of a string. */
  public String score(String assessment, Lang lang) {
    return score(bytes(assessment), lang);
  }

  /** What is wrong with an assessment: {@code {"violations":[…]}}, the list empty where nothing is. */
  public String check(byte[] assessment, Lang lang) {
    return text((ptr, out, error) -> Lib.thuocdo_check(ptr, assessment, assessment.length, lang.ordinal(), out, error));
  }

  /** Why the scorecard says what it says, in words, as JSON. */
  public String explain(byte[] assessment, Lang lang) {
    return text((ptr, out, error) -> Lib.thuocdo_explain(ptr, assessment, assessment.length, lang.ordinal(), out, error));
  }

  /** The level that a total gives in a group. Points are written as in JSON, such as {@code 75.01}, so that no float comes in between. */
  public int level(String group, String points, Lang lang) {
    byte[] of = bytes(group);
    byte[] total = bytes(points);
    byte[] level = new byte[1];
    handle.use(ptr -> call(error -> Lib.thuocdo_level(ptr, of, of.length, total, total.length, lang.ordinal(), level, error)));
    return Byte.toUnsignedInt(level[0]);
  }

  /** What is done with scores: the answer to a question of docs/PRACTICE.md, such as {@code plan}, {@code review}, {@code cohort}. */
  public String ask(String question, byte[] request, Lang lang) {
    byte[] word = bytes(question);
    return text((ptr, out, error) -> Lib.thuocdo_ask(ptr, word, word.length, request, request.length, lang.ordinal(), out, error));
  }

  /**
   * Begins a question of many documents: {@code agreement}, {@code cohort}, {@code publication}, {@code quality_batch}. The request is that of {@link
   * #ask} without its lists, such as {@code {}}. The scorer may be closed before the collector.
   */
  public Collector collect(String question, byte[] request, Lang lang) {
    byte[] word = bytes(question);
    return handle.use(
        ptr -> {
          long[] out = new long[1];
          call(error -> Lib.thuocdo_collect(ptr, word, word.length, request, request.length, lang.ordinal(), out, error));
          return new Collector(new Handle("collector", out[0], Lib::thuocdo_collector_free));
        });
  }

  /** A question of many documents, which are added one by one: what {@link Scorer#collect} begins. */
  public static final class Collector implements AutoCloseable {
    private final Handle handle;
    private final Cleaner.Cleanable cleanable;

    private Collector(Handle handle) {
      this.handle = handle;
      this.cleanable = CLEANER.register(this, handle);
    }

    /** Adds a document to a list of the request, such as {@code scorecards}. One that is refused is left out; the others stay. */
    public void add(String list, byte[] document, Lang lang) {
      byte[] to = bytes(list);
      handle.use(
          ptr -> call(error -> Lib.thuocdo_collector_add(ptr, to, to.length, document, document.length, lang.ordinal(), error)));
    }

    /** The answer of the documents that were taken so far. */
    public String answer(Lang lang) {
      return text(handle, (ptr, out, error) -> Lib.thuocdo_collector_answer(ptr, lang.ordinal(), out, error));
    }

    /** Frees the collector, when the calls under way have ended. It may be closed again; every other use is an {@link IllegalStateException}. */
    @Override
    public void close() {
      cleanable.clean();
    }
  }

  /** For each line its scorecard, or {@code {"line":…,"violations":[…]}}. */
  public String scoreNdjson(byte[] lines, Lang lang) {
    return text((ptr, out, error) -> Lib.thuocdo_score_ndjson(ptr, lines, lines.length, lang.ordinal(), out, error));
  }

  /** {@link #streamNdjson(byte[], Predicate, Lang, long)} from line 1. */
  public boolean streamNdjson(byte[] lines, Predicate<String> take, Lang lang) {
    return streamNdjson(lines, take, lang, 1);
  }

  /**
   * As {@link #scoreNdjson}, but hands each line to {@code take} as soon as it is there, which says whether to go on. What it throws ends the call and
   * is thrown here. {@code first} is the number of the first line. Returns whether it went to the end.
   */
  public boolean streamNdjson(byte[] lines, Predicate<String> take, Lang lang, long first) {
    Throwable[] thrown = new Throwable[1];
    // No exception goes through C.
    Take handOver =
        (context, line, length) -> {
          try {
            return take.test(string(line, length)) ? 0 : 1;
          } catch (Throwable error) {
            thrown[0] = error;
            return 1;
          }
        };
    try {
      handle.use(ptr -> call(error -> Lib.thuocdo_stream_ndjson(ptr, lines, lines.length, first, lang.ordinal(), handOver, 0, error)));
      return true;
    } catch (ThuocdoException error) {
      if (error.status() != Status.STOPPED) throw error;
      if (thrown[0] != null) throw Scorer.<RuntimeException>unchecked(thrown[0]);
      return false;
    }
  }

  /** A function that takes a line of a stream, as C calls it. */
  interface Take extends Callback {
    int invoke(long context, long line, long length);
  }

  /** Throws what a predicate threw, whatever it is. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** A cell of answers without an answer. */
  public static final int MISSING = Integer.MIN_VALUE;

  /** A condition of which it is unknown whether it is met; 1 is met, 0 is unmet. */
  public static final byte UNKNOWN = -1;

  /** What stands at a place in a row of numbers, or in its results. */
  public enum Kind {
    GROUP,
    CONDITION,
    POINTS,
    MET,
    COUNT,
    SHARE
  }

  /** Why a row of numbers is refused: bits, by the codes of violations. */
  public static final int POINTS_OUT_OF_RANGE = 1;

  public static final int WRONG_TYPE = 2;
  public static final int COUNT_OUT_OF_RANGE = 4;
  public static final int SHARE_OUT_OF_RANGE = 8;
  public static final int MISSING_FIELD = 16;

  /** Why the level of a group cannot be recognised: bits. */
  public static final int CONDITION_UNMET = 1;

  public static final int CONDITION_UNKNOWN = 2;
  public static final int LEVEL_UNDETERMINED = 4;
  public static final int EVIDENCE_MISSING = 8;
  public static final int EVIDENCE_UNKNOWN = 16;

  /** How many numbers a row has. */
  public static final class Shape {
    public final int answers;
    public final int conditions;
    public final int groups;

    private Shape(long[] shape) {
      this.answers = Math.toIntExact(shape[1]);
      this.conditions = Math.toIntExact(shape[2]);
      this.groups = Math.toIntExact(shape[3]);
    }
  }

  /** Where a code stands: its cell, and its maximum in hundredths. A share has its whole in the next cell. */
  public static final class Place {
    public final int cell;
    public final Kind kind;
    public final int max;
    public final boolean asksEvidence;

    private Place(ByteBuffer place) {
      this.cell = Math.toIntExact(place.getLong(8));
      this.kind = Kind.values()[place.getInt(16)];
      this.max = place.getInt(20);
      this.asksEvidence = place.getInt(24) != 0;
    }
  }

  /** The results of a row in a group; scores in hundredths. */
  public static final class RowGroup {
    public final int scoreLow;
    public final int scoreHigh;
    public final int levelLow;
    public final int levelHigh;
    public final int blockers;

    private RowGroup(ByteBuffer row, int at) {
      this.scoreLow = row.getInt(at);
      this.scoreHigh = row.getInt(at + 4);
      this.levelLow = Byte.toUnsignedInt(row.get(at + 8));
      this.levelHigh = Byte.toUnsignedInt(row.get(at + 9));
      this.blockers = Short.toUnsignedInt(row.getShort(at + 10));
    }
  }

  /** The results of a row. Of a refused one all but the faults is 0. */
  public static final class Row {
    public final int faults;
    public final boolean eligible;
    public final int overallLow;
    public final int overallHigh;
    public final List<RowGroup> groups;

    private Row(ByteBuffer row) {
      this.faults = row.getInt(8);
      this.overallLow = Byte.toUnsignedInt(row.get(12));
      this.overallHigh = Byte.toUnsignedInt(row.get(13));
      this.eligible = row.get(14) != 0;
      List<RowGroup> groups = new ArrayList<>();
      for (int n = 0; n < Byte.toUnsignedInt(row.get(15)); n++) {
        groups.add(new RowGroup(row, 16 + 12 * n));
      }
      this.groups = Collections.unmodifiableList(groups);
    }

    /** Whether the row has faults, and so no results. */
    public boolean isRefused() {
      return faults != 0;
    }
  }

  /** Rows of numbers in columns: cell c of row r is {@code answers[c * count + r]}. {@link Scorer#table} makes one with every cell missing. */
  public static final class Table {
    public final int count;
    public final int[] answers;
    public final byte[] conditions;

    private Table(int count, Shape shape) {
      this.count = count;
      this.answers = new int[Math.multiplyExact(shape.answers, count)];
      this.conditions = new byte[Math.multiplyExact(shape.conditions, count)];
      Arrays.fill(answers, MISSING);
      Arrays.fill(conditions, UNKNOWN);
    }
  }

  /** The results of a table in columns: of group g in row r at {@code [g * count + r]}, of the whole row at {@code [r]}. */
  public static final class Judged {
    public final int refused;
    public final int[] scoreLow;
    public final int[] scoreHigh;
    public final byte[] levelLow;
    public final byte[] levelHigh;
    public final short[] blockers;
    public final byte[] overallLow;
    public final byte[] overallHigh;
    public final byte[] eligible;
    public final int[] faults;

    private Judged(int refused, Memory results, int count, int ofGroups) {
      this.refused = refused;
      this.scoreLow = results.getIntArray(0, ofGroups);
      this.scoreHigh = results.getIntArray(4L * ofGroups, ofGroups);
      this.faults = results.getIntArray(8L * ofGroups, count);
      long at = 8L * ofGroups + 4L * count;
      this.blockers = results.getShortArray(at, ofGroups);
      at += 2L * ofGroups;
      this.levelLow = results.getByteArray(at, ofGroups);
      this.levelHigh = results.getByteArray(at + ofGroups, ofGroups);
      at += 2L * ofGroups;
      this.overallLow = results.getByteArray(at, count);
      this.overallHigh = results.getByteArray(at + count, count);
      this.eligible = results.getByteArray(at + 2L * count, count);
    }
  }

  /** What the library is and holds, as JSON. */
  public static String about() {
    long[] buffer = new long[2];
    call(error -> Lib.thuocdo_about(buffer, error));
    try {
      return string(buffer[0], buffer[1]);
    } finally {
      Lib.thuocdo_buffer_free(buffer);
    }
  }

  /** How many numbers a row has. */
  public Shape shape() {
    // A `thuocdo_shape`: its size, then three numbers.
    long[] shape = {4 * Long.BYTES, 0, 0, 0};
    handle.use(ptr -> numbers(Lib.thuocdo_shape_of(ptr, shape)));
    return new Shape(shape);
  }

  /** Where the code of an indicator, a condition or a group stands. */
  public Place place(String code, Lang lang) {
    byte[] word = bytes(code);
    ByteBuffer place = sized(32);
    handle.use(ptr -> call(error -> Lib.thuocdo_place_of(ptr, word, word.length, lang.ordinal(), place.array(), error)));
    return new Place(place);
  }

  /** The results of one row, of as many numbers as the shape says. What is at fault in it is told by the row, not thrown. */
  public Row judge(int[] answers, byte[] conditions) {
    ByteBuffer row = sized(208);
    handle.use(
        ptr -> {
          int status = Lib.thuocdo_judge_row(ptr, answers, answers.length, conditions, conditions.length, row.array());
          return numbers(status == Status.REFUSED.ordinal() ? 0 : status);
        });
    return new Row(row);
  }

  /** Room for rows, in which every cell is missing. */
  public Table table(int count) {
    return new Table(count, shape());
  }

  /** The results of all rows of a table, in columns. */
  public Judged judge(Table table) {
    int groups = shape().groups;
    int count = table.count;
    int ofGroups = Math.multiplyExact(groups, count);
    // What a struct points to is no array of Java's; so the numbers are copied. One byte more, since there may be none.
    Memory answers = new Memory(4L * table.answers.length + 1);
    Memory conditions = new Memory(table.conditions.length + 1L);
    Memory results = new Memory(12L * ofGroups + 7L * count + 1);
    answers.write(0, table.answers, 0, table.answers.length);
    conditions.write(0, table.conditions, 0, table.conditions.length);
    long at = Pointer.nativeValue(results);
    long ofRows = at + 8L * ofGroups + 4L * count;
    long levels = ofRows + 2L * ofGroups;
    long whole = levels + 2L * ofGroups;
    long[] rows = {
      21 * Long.BYTES,
      count,
      Pointer.nativeValue(answers),
      table.answers.length,
      1,
      count,
      Pointer.nativeValue(conditions),
      table.conditions.length,
      1,
      count,
      groups,
      count,
      at,
      at + 4L * ofGroups,
      levels,
      levels + ofGroups,
      ofRows,
      whole,
      whole + count,
      whole + 2L * count,
      at + 8L * ofGroups
    };
    long[] refused = new long[1];
    handle.use(ptr -> numbers(Lib.thuocdo_judge_rows(ptr, rows, refused)));
    Judged judged = new Judged(Math.toIntExact(refused[0]), results, count, ofGroups);
    Reference.reachabilityFence(answers);
    Reference.reachabilityFence(conditions);
    return judged;
  }

  /** A struct of the library that begins with its size. */
  private static ByteBuffer sized(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder()).putLong(0, size);
  }

  /** The calls on numbers tell no more than their status. */
  private static Void numbers(int status) {
    if (status != 0) throw new IllegalArgumentException(Status.values()[status] + " of a call on numbers");
    return null;
  }

  /** A JSON Schema by name. */
  public String schema(String name, Lang lang) {
    byte[] word = bytes(name);
    return text((ptr, out, error) -> Lib.thuocdo_schema(ptr, word, word.length, lang.ordinal(), out, error));
  }

  /** The framework with its overlays as canonical JSON. */
  public String framework() {
    return text(Lib::thuocdo_framework);
  }

  /** The digest of that: {@code sha256:} and 64 hexadecimal digits. */
  public String digest() {
    return text(Lib::thuocdo_digest);
  }

  /** Frees the scorer, when the calls under way have ended. It may be closed again; every other use is an {@link IllegalStateException}. */
  @Override
  public void close() {
    cleanable.clean();
  }

  /**
   * A thing of the library, freed by its last user: whoever closes it, be it the garbage collector, or a call that then was under way. Nobody waits for
   * anybody, so a call may also close what it is a call of.
   */
  private static final class Handle implements Runnable {
    private final String name;
    private final LongConsumer free;
    private final long ptr;
    private boolean isClosed;
    private int users = 1;

    Handle(String name, long ptr, LongConsumer free) {
      this.name = name;
      this.ptr = ptr;
      this.free = free;
    }

    <T> T use(Use<T> use) {
      begin();
      try {
        return use.of(ptr);
      } finally {
        end();
      }
    }

    private synchronized void begin() {
      if (isClosed) throw new IllegalStateException("the " + name + " is closed");
      users++;
    }

    private synchronized void end() {
      users--;
      if (users == 0) free.accept(ptr);
    }

    /** Closes it. A cleaner does this once. */
    @Override
    public synchronized void run() {
      isClosed = true;
      end();
    }
  }

  private interface Use<T> {
    T of(long scorer);
  }

  private interface Call {
    int with(long[] error);
  }

  private interface Make {
    int with(long[] out, long[] error);
  }

  private interface Entry {
    int with(long scorer, long[] out, long[] error);
  }

  /** Not by {@code getBytes}, which would make a question mark of half a pair. */
  private static byte[] bytes(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException error) {
      throw new IllegalArgumentException("half of a surrogate pair is no text", error);
    }
  }

  private static Void call(Call entry) {
    long[] error = new long[1];
    if (entry.with(error) != 0) throw told(error[0]);
    return null;
  }

  private static Scorer made(Make make) {
    long[] out = new long[1];
    call(error -> make.with(out, error));
    return new Scorer(new Handle("scorer", out[0], Lib::thuocdo_scorer_free));
  }

  private String text(Entry entry) {
    return text(handle, entry);
  }

  private static String text(Handle handle, Entry entry) {
    return handle.use(
        ptr -> {
          // A `thuocdo_buffer`: pointer and length.
          long[] buffer = new long[2];
          call(error -> entry.with(ptr, buffer, error));
          try {
            return string(buffer[0], buffer[1]);
          } finally {
            Lib.thuocdo_buffer_free(buffer);
          }
        });
  }

  /** The exception of an error, which is freed. */
  private static ThuocdoException told(long error) {
    try {
      long[] length = new long[1];
      String code = string(Lib.thuocdo_error_code(error, length), length[0]);
      String message = string(Lib.thuocdo_error_message(error, length), length[0]);
      String json = string(Lib.thuocdo_error_json(error, length), length[0]);
      return new ThuocdoException(Status.values()[Lib.thuocdo_error_status(error)], code, message, json);
    } finally {
      Lib.thuocdo_error_free(error);
    }
  }

  private static String string(long ptr, long length) {
    return new String(new Pointer(ptr).getByteArray(0, Math.toIntExact(length)), StandardCharsets.UTF_8);
  }

  /** The functions of the header. Pointers and lengths are longs, as on every machine of 64 bits; arrays are lent for the call. */
  private static final class Lib {
    /** The ABI that this file is written for. The library's name bears the same number. */
    private static final int ABI_VERSION = 1;

    static {
      if (Native.POINTER_SIZE != Long.BYTES) throw new UnsatisfiedLinkError("this file is for machines of 64 bits");
      Native.register(Lib.class, library());
      if (thuocdo_abi_version() != ABI_VERSION) {
        throw new UnsatisfiedLinkError("this file is for ABI " + ABI_VERSION + " of thuocdo; the library has " + thuocdo_abi_version());
      }
    }

    /** Where the library is: the path in `THUOCDO_LIBRARY`, else the name that the loader of the system looks for. */
    private static String library() {
      String path = System.getenv("THUOCDO_LIBRARY");
      if (path != null && !path.isEmpty()) return path;
      if (Platform.isWindows()) return "thuocdo.dll";
      return Platform.isMac() ? "libthuocdo." + ABI_VERSION + ".dylib" : "libthuocdo.so." + ABI_VERSION;
    }

    static native int thuocdo_abi_version();

    static native int thuocdo_about(long[] out, long[] error);

    static native int thuocdo_shape_of(long scorer, long[] out);

    static native int thuocdo_place_of(long scorer, byte[] code, long codeLen, int lang, byte[] out, long[] error);

    static native int thuocdo_judge_row(long scorer, int[] answers, long answersLen, byte[] conditions, long conditionsLen, byte[] out);

    static native int thuocdo_judge_rows(long scorer, long[] rows, long[] refused);

    static native int thuocdo_scorer_shipped(byte[] id, long idLen, int lang, long[] out, long[] error);

    static native int thuocdo_scorer_load(byte[] json, long jsonLen, int lang, long[] out, long[] error);

    static native int thuocdo_scorer_overlay(long scorer, byte[] json, long jsonLen, int lang, long[] out, long[] error);

    static native void thuocdo_scorer_free(long scorer);

    static native int thuocdo_score(long scorer, byte[] assessment, long len, int lang, long[] out, long[] error);

    static native int thuocdo_check(long scorer, byte[] assessment, long len, int lang, long[] out, long[] error);

    static native int thuocdo_explain(long scorer, byte[] assessment, long len, int lang, long[] out, long[] error);

    static native int thuocdo_level(
        long scorer, byte[] group, long groupLen, byte[] points, long pointsLen, int lang, byte[] out, long[] error);

    static native int thuocdo_ask(
        long scorer, byte[] question, long questionLen, byte[] request, long requestLen, int lang, long[] out, long[] error);

    static native int thuocdo_collect(
        long scorer, byte[] question, long questionLen, byte[] request, long requestLen, int lang, long[] out, long[] error);

    static native int thuocdo_collector_add(
        long collector, byte[] list, long listLen, byte[] document, long documentLen, int lang, long[] error);

    static native int thuocdo_collector_answer(long collector, int lang, long[] out, long[] error);

    static native void thuocdo_collector_free(long collector);

    static native int thuocdo_score_ndjson(long scorer, byte[] lines, long len, int lang, long[] out, long[] error);

    static native int thuocdo_stream_ndjson(
        long scorer, byte[] lines, long len, long first, int lang, Take take, long context, long[] error);

    static native int thuocdo_schema(long scorer, byte[] name, long len, int lang, long[] out, long[] error);

    static native int thuocdo_framework(long scorer, long[] out, long[] error);

    static native int thuocdo_digest(long scorer, long[] out, long[] error);

    static native void thuocdo_buffer_free(long[] buffer);

    static native int thuocdo_error_status(long error);

    static native long thuocdo_error_code(long error, long[] len);

    static native long thuocdo_error_message(long error, long[] len);

    static native long thuocdo_error_json(long error, long[] len);

    static native void thuocdo_error_free(long error);
  }
}
