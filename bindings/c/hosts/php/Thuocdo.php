<?php

/**
 * thuocdo from PHP 8.1 and later: one file over thuocdo.h, by PHP's own FFI.
 *
 *     $scorer = Thuocdo\Scorer::shipped('moet-4725-2022');
 *     echo $scorer->score('{ "conditions": {}, "answers": { "1.3.1": 6 } }');
 *
 * Texts are UTF-8. What is refused is a ThuocdoException. Under a web server PHP allows FFI to files that are preloaded (`opcache.preload`), or to
 * all with `ffi.enable=true`.
 */

declare(strict_types=1);

namespace Thuocdo;

use FFI;
use FFI\CData;

/** The language of messages and explanations. */
enum Lang: int
{
    case Vi = 0;
    case En = 1;
}

/** Why a call was not carried out. The message is for people, in the language of the call. */
final class ThuocdoException extends \RuntimeException
{
    /**
     * @param int $status how the call ended: a number of thuocdo.h; getCode() gives it too
     * @param string $word the code of the first violation, such as points_out_of_range
     * @param string $json all violations: {"violations":[...]}
     */
    public function __construct(public readonly int $status, public readonly string $word, string $message, public readonly string $json)
    {
        parent::__construct($message, $status);
    }

    /** Whether the data is at fault, and not the program. */
    public function isRefusal(): bool
    {
        return $this->status === 1;
    }
}

/** A thing of the library, freed with the last reference to it. */
abstract class Handle
{
    private const ABI = 1;

    /** Where the loader of the system looks for it. */
    private const LIBRARY = 'libthuocdo.so.1';

    private const DECLARATIONS = <<<'C'
        typedef struct thuocdo_scorer thuocdo_scorer;
        typedef struct thuocdo_collector thuocdo_collector;
        typedef struct thuocdo_error thuocdo_error;
        typedef struct thuocdo_buffer { char *ptr; size_t len; } thuocdo_buffer;
        uint32_t thuocdo_abi_version(void);
        int32_t thuocdo_scorer_shipped(const char *, size_t, int32_t, thuocdo_scorer **, thuocdo_error **);
        int32_t thuocdo_scorer_load(const char *, size_t, int32_t, thuocdo_scorer **, thuocdo_error **);
        int32_t thuocdo_scorer_overlay(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_scorer **, thuocdo_error **);
        void thuocdo_scorer_free(thuocdo_scorer *);
        int32_t thuocdo_score(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_check(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_explain(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_level(const thuocdo_scorer *, const char *, size_t, const char *, size_t, int32_t, uint8_t *, thuocdo_error **);
        int32_t thuocdo_ask(const thuocdo_scorer *, const char *, size_t, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_score_ndjson(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_schema(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_framework(const thuocdo_scorer *, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_digest(const thuocdo_scorer *, thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_collect(
            const thuocdo_scorer *, const char *, size_t, const char *, size_t, int32_t, thuocdo_collector **, thuocdo_error **);
        int32_t thuocdo_collector_add(thuocdo_collector *, const char *, size_t, const char *, size_t, int32_t, thuocdo_error **);
        int32_t thuocdo_collector_answer(thuocdo_collector *, int32_t, thuocdo_buffer *, thuocdo_error **);
        void thuocdo_collector_free(thuocdo_collector *);
        void thuocdo_buffer_free(thuocdo_buffer *);
        const char *thuocdo_error_code(const thuocdo_error *, size_t *);
        const char *thuocdo_error_message(const thuocdo_error *, size_t *);
        const char *thuocdo_error_json(const thuocdo_error *, size_t *);
        void thuocdo_error_free(thuocdo_error *);
        C;

    private static ?FFI $library = null;

    /** The function that frees it. */
    protected const FREE = '';

    protected function __construct(protected ?CData $handle)
    {
    }

    public function __destruct()
    {
        self::library()->{static::FREE}($this->handle);
        $this->handle = null;
    }

    /** Two objects would free one thing. */
    private function __clone()
    {
    }

    protected static function library(): FFI
    {
        if (self::$library === null) {
            $library = FFI::cdef(self::DECLARATIONS, self::LIBRARY);
            $found = $library->thuocdo_abi_version();
            if ($found !== self::ABI) {
                throw new \LogicException(sprintf('this program is for ABI %d of thuocdo; the library has %d', self::ABI, $found));
            }
            self::$library = $library;
        }
        return self::$library;
    }

    protected function text(string $entry, mixed ...$given): string
    {
        $buffer = self::library()->new('thuocdo_buffer');
        try {
            self::call($entry, ...[$this->handle, ...$given, FFI::addr($buffer)]);
            return FFI::string($buffer->ptr, $buffer->len);
        } finally {
            self::library()->thuocdo_buffer_free(FFI::addr($buffer));
        }
    }

    /** Makes an exception of what a call tells. PHP makes a string of its own of each `const char *` that comes back. */
    protected static function call(string $entry, mixed ...$given): void
    {
        $library = self::library();
        $error = $library->new('thuocdo_error *');
        try {
            $status = $library->$entry(...[...$given, FFI::addr($error)]);
            if ($status !== 0) {
                throw new ThuocdoException(
                    $status,
                    $library->thuocdo_error_code($error, null),
                    $library->thuocdo_error_message($error, null),
                    $library->thuocdo_error_json($error, null),
                );
            }
        } finally {
            $library->thuocdo_error_free($error);
        }
    }
}

/** A question of many documents, which are added one by one: what Scorer::collect() begins. */
final class Collector extends Handle
{
    protected const FREE = 'thuocdo_collector_free';

    /** Adds a document to a list of the request, such as 'scorecards'. One that is refused is left out; the others stay. */
    public function add(string $list, string $document, Lang $lang = Lang::Vi): void
    {
        self::call('thuocdo_collector_add', $this->handle, $list, strlen($list), $document, strlen($document), $lang->value);
    }

    /** The answer of the documents that were taken so far. */
    public function answer(Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_collector_answer', $lang->value);
    }
}

/** A framework with its overlays, compiled. */
final class Scorer extends Handle
{
    protected const FREE = 'thuocdo_scorer_free';

    /** A framework that comes with the library. */
    public static function shipped(string $id, Lang $lang = Lang::Vi): self
    {
        return self::made('thuocdo_scorer_shipped', $id, strlen($id), $lang->value);
    }

    /** A framework file. */
    public static function load(string $json, Lang $lang = Lang::Vi): self
    {
        return self::made('thuocdo_scorer_load', $json, strlen($json), $lang->value);
    }

    /** The same with one more overlay on top; this one stays as it is. */
    public function overlay(string $json, Lang $lang = Lang::Vi): self
    {
        return self::made('thuocdo_scorer_overlay', $this->handle, $json, strlen($json), $lang->value);
    }

    /** The scorecard as canonical JSON. */
    public function score(string $assessment, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_score', $assessment, strlen($assessment), $lang->value);
    }

    /** {"violations":[...]}, the list empty where nothing is wrong. */
    public function check(string $assessment, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_check', $assessment, strlen($assessment), $lang->value);
    }

    /** Why, in words, as JSON. */
    public function explain(string $assessment, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_explain', $assessment, strlen($assessment), $lang->value);
    }

    /** A line out for each line in. */
    public function scoreNdjson(string $lines, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_score_ndjson', $lines, strlen($lines), $lang->value);
    }

    /** What is done with scores: a question of docs/PRACTICE.md. */
    public function ask(string $question, string $request, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_ask', $question, strlen($question), $request, strlen($request), $lang->value);
    }

    /**
     * Begins a question of many documents: agreement, cohort, publication or quality_batch. The request is that of ask() without its lists. It does
     * not need the scorer any more.
     */
    public function collect(string $question, string $request = '{}', Lang $lang = Lang::Vi): Collector
    {
        $made = self::library()->new('thuocdo_collector *');
        $given = [$this->handle, $question, strlen($question), $request, strlen($request), $lang->value];
        self::call('thuocdo_collect', ...[...$given, FFI::addr($made)]);
        return new Collector($made);
    }

    /** A JSON Schema by name. */
    public function schema(string $name, Lang $lang = Lang::Vi): string
    {
        return $this->text('thuocdo_schema', $name, strlen($name), $lang->value);
    }

    /** The level of a total in a group; points as in JSON, such as '75.01'. */
    public function level(string $group, string $points, Lang $lang = Lang::Vi): int
    {
        $level = self::library()->new('uint8_t');
        self::call('thuocdo_level', $this->handle, $group, strlen($group), $points, strlen($points), $lang->value, FFI::addr($level));
        return $level->cdata;
    }

    /** The framework with its overlays as canonical JSON. */
    public function framework(): string
    {
        return $this->text('thuocdo_framework');
    }

    /** The digest of that. */
    public function digest(): string
    {
        return $this->text('thuocdo_digest');
    }

    private static function made(string $entry, mixed ...$given): self
    {
        $made = self::library()->new('thuocdo_scorer *');
        self::call($entry, ...[...$given, FFI::addr($made)]);
        return new self($made);
    }
}
