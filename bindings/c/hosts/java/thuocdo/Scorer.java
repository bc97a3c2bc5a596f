package thuocdo;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;

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
    PANICKED
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

    /** Frees the collector, when the calls of other threads have ended. It may be closed again; every other use is an {@link IllegalStateException}. */
    @Override
    public void close() {
      cleanable.clean();
    }
  }

  /** For each line its scorecard, or {@code {"line":…,"violations":[…]}}. */
  public String scoreNdjson(byte[] lines, Lang lang) {
    return text((ptr, out, error) -> Lib.thuocdo_score_ndjson(ptr, lines, lines.length, lang.ordinal(), out, error));
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

  /** Frees the scorer, when the calls of other threads have ended. It may be closed again; every other use is an {@link IllegalStateException}. */
  @Override
  public void close() {
    cleanable.clean();
  }

  /** A thing of the library. Calls read it, freeing writes it; so neither comes in the middle of the other, be it the garbage collector's. */
  private static final class Handle implements Runnable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final String name;
    private final LongConsumer free;
    private long ptr;

    Handle(String name, long ptr, LongConsumer free) {
      this.name = name;
      this.ptr = ptr;
      this.free = free;
    }

    <T> T use(Use<T> use) {
      Lock reading = lock.readLock();
      reading.lock();
      try {
        if (ptr == 0) throw new IllegalStateException("the " + name + " is closed");
        return use.of(ptr);
      } finally {
        reading.unlock();
      }
    }

    @Override
    public void run() {
      Lock writing = lock.writeLock();
      writing.lock();
      try {
        free.accept(ptr);
        ptr = 0;
      } finally {
        writing.unlock();
      }
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
      Native.register(Lib.class, "libthuocdo.so." + ABI_VERSION);
      if (thuocdo_abi_version() != ABI_VERSION) {
        throw new UnsatisfiedLinkError("this file is for ABI " + ABI_VERSION + " of thuocdo; the library has " + thuocdo_abi_version());
      }
    }

    static native int thuocdo_abi_version();

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
