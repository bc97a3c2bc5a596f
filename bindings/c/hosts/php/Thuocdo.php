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

/** What stands at a place in a row of numbers, or in its results. */
enum Kind: int
{
    case Group = 0;
    case Condition = 1;
    case Points = 2;
    case Met = 3;
    case Count = 4;
    case Share = 5;
}

/** Why a row of numbers is refused: bits, by the codes of violations. */
final class Faults
{
    public const POINTS_OUT_OF_RANGE = 1;
    public const WRONG_TYPE = 2;
    public const COUNT_OUT_OF_RANGE = 4;
    public const SHARE_OUT_OF_RANGE = 8;
    public const MISSING_FIELD = 16;
}

/** Why the level of a group cannot be recognised: bits. */
final class Blockers
{
    public const CONDITION_UNMET = 1;
    public const CONDITION_UNKNOWN = 2;
    public const LEVEL_UNDETERMINED = 4;
    public const EVIDENCE_MISSING = 8;
    public const EVIDENCE_UNKNOWN = 16;
}

/** How many numbers a row has. */
final class Shape
{
    public function __construct(public readonly int $answers, public readonly int $conditions, public readonly int $groups)
    {
    }
}

/** Where a code stands: its cell, and its maximum in hundredths. A share has its whole in the next cell. */
final class Place
{
    public function __construct(
        public readonly int $cell,
        public readonly Kind $kind,
        public readonly int $max,
        public readonly bool $asksEvidence,
    ) {
    }
}

/** The results of a row in a group; scores in hundredths. */
final class RowGroup
{
    public function __construct(
        public readonly int $scoreLow,
        public readonly int $scoreHigh,
        public readonly int $levelLow,
        public readonly int $levelHigh,
        public readonly int $blockers,
    ) {
    }
}

/** The results of a row. Of a refused one, which has faults, all else is 0. */
final class Row
{
    /** @param list<RowGroup> $groups */
    public function __construct(
        public readonly int $faults,
        public readonly bool $eligible,
        public readonly int $overallLow,
        public readonly int $overallHigh,
        public readonly array $groups,
    ) {
    }
}

/** Frees a thing of the library with the last reference to itself: that of the thing's object, or of a call that then is under way. */
final class Owner
{
    public function __construct(private FFI $library, private string $free, private CData $handle)
    {
    }

    public function __destruct()
    {
        $this->library->{$this->free}($this->handle);
    }

    private function __clone()
    {
    }
}

/** A thing of the library, freed with the last reference to it. */
abstract class Handle
{
    private const ABI = 1;

    private const DECLARATIONS = <<<'C'
        typedef struct thuocdo_scorer thuocdo_scorer;
        typedef struct thuocdo_collector thuocdo_collector;
        typedef struct thuocdo_error thuocdo_error;
        typedef int32_t (*thuocdo_take)(size_t context, char *line, size_t len);
        typedef struct { thuocdo_take take; } thuocdo_taker;
        typedef struct thuocdo_buffer { char *ptr; size_t len; } thuocdo_buffer;
        typedef struct { size_t size, answers, conditions, groups; } thuocdo_shape;
        typedef struct { size_t size, cell; int32_t kind, max, asks_evidence; } thuocdo_place;
        typedef struct { int32_t score_low, score_high; uint8_t level_low, level_high; uint16_t blockers; } thuocdo_row_group;
        typedef struct {
            size_t size; uint32_t faults; uint8_t overall_low, overall_high, eligible, group_count; thuocdo_row_group groups[16];
        } thuocdo_row;
        typedef struct {
            size_t size, count;
            const int32_t *answers; size_t answers_len, answers_row, answers_cell;
            const int8_t *conditions; size_t conditions_len, conditions_row, conditions_cell;
            size_t groups, group_stride;
            int32_t *score_low; int32_t *score_high; uint8_t *level_low; uint8_t *level_high; uint16_t *blockers;
            uint8_t *overall_low; uint8_t *overall_high; uint8_t *eligible; uint32_t *faults;
        } thuocdo_rows;
        uint32_t thuocdo_abi_version(void);
        int32_t thuocdo_about(thuocdo_buffer *, thuocdo_error **);
        int32_t thuocdo_shape_of(const thuocdo_scorer *, thuocdo_shape *);
        int32_t thuocdo_place_of(const thuocdo_scorer *, const char *, size_t, int32_t, thuocdo_place *, thuocdo_error **);
        int32_t thuocdo_judge_row(const thuocdo_scorer *, const int32_t *, size_t, const int8_t *, size_t, thuocdo_row *);
        int32_t thuocdo_judge_rows(const thuocdo_scorer *, const thuocdo_rows *, size_t *);
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
        int32_t thuocdo_stream_ndjson(
            const thuocdo_scorer *, const char *, size_t, uint64_t, int32_t, thuocdo_take, size_t, thuocdo_error **);
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

    protected ?Owner $owner;

    protected function __construct(protected ?CData $handle)
    {
        $this->owner = new Owner(self::library(), static::FREE, $handle);
    }

    public function __destruct()
    {
        $this->handle = $this->owner = null;
    }

    /** Two objects would free one thing. */
    private function __clone()
    {
    }

    protected static function library(): FFI
    {
        if (self::$library === null) {
            $library = FFI::cdef(self::DECLARATIONS, self::path());
            $found = $library->thuocdo_abi_version();
            if ($found !== self::ABI) {
                throw new \LogicException(sprintf('this program is for ABI %d of thuocdo; the library has %d', self::ABI, $found));
            }
            self::$library = $library;
        }
        return self::$library;
    }

    /** Where the library is: the path in `THUOCDO_LIBRARY`, else the name that the loader of the system looks for. */
    private static function path(): string
    {
        return getenv('THUOCDO_LIBRARY') ?: match (PHP_OS_FAMILY) {
            'Windows' => 'thuocdo.dll',
            'Darwin' => 'libthuocdo.' . self::ABI . '.dylib',
            default => 'libthuocdo.so.' . self::ABI,
        };
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

    /** A number of thuocdo.h: the function that takes lines ended the call. */
    private const STOPPED = 7;

    /** @var array<int, callable(string): int> the functions of the calls under way, by their contexts */
    private static array $takers = [];

    private static ?CData $taker = null;

    /**
     * As scoreNdjson(), but hands each line to a function as soon as it is there. The function ends it by false, and by an exception, which is thrown
     * here. Whether it went to the end.
     *
     * @param callable(string): mixed $take
     * @param int $first the number of the first line
     */
    public function streamNdjson(string $lines, callable $take, Lang $lang = Lang::Vi, int $first = 1): bool
    {
        // The function may close the scorer, which is freed when nobody has its owner any more.
        [$owner, $thrown] = [$this->owner, null];
        // No exception goes through C.
        self::$takers[] = static function (string $line) use ($take, &$thrown): int {
            try {
                return $take($line) === false ? 1 : 0;
            } catch (\Throwable $error) {
                $thrown = $error;
                return 1;
            }
        };
        $context = array_key_last(self::$takers);
        try {
            $given = [$this->handle, $lines, strlen($lines), $first, $lang->value, self::taker(), $context];
            self::call('thuocdo_stream_ndjson', ...$given);
            return true;
        } catch (ThuocdoException $error) {
            if ($error->status !== self::STOPPED) {
                throw $error;
            }
            return $thrown === null ? false : throw $thrown;
        } finally {
            unset(self::$takers[$context], $owner);
        }
    }

    /** The one function that C calls: PHP keeps each until the program ends. */
    private static function taker(): CData
    {
        if (self::$taker === null) {
            self::$taker = self::library()->new('thuocdo_taker');
            self::$taker->take = static fn (int $context, CData $line, int $length): int => self::$takers[$context](FFI::string($line, $length));
        }
        return self::$taker->take;
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

    /** A cell of answers without an answer. */
    public const MISSING = -2147483648;

    /** A condition of which it is unknown whether it is met; 1 is met, 0 is unmet. */
    public const UNKNOWN = -1;

    /** What the library is and holds, as JSON. */
    public static function about(): string
    {
        $buffer = self::library()->new('thuocdo_buffer');
        try {
            self::call('thuocdo_about', FFI::addr($buffer));
            return FFI::string($buffer->ptr, $buffer->len);
        } finally {
            self::library()->thuocdo_buffer_free(FFI::addr($buffer));
        }
    }

    /** How many numbers a row has. */
    public function shape(): Shape
    {
        $shape = self::sized('thuocdo_shape');
        self::numbers(self::library()->thuocdo_shape_of($this->handle, FFI::addr($shape)));
        return new Shape($shape->answers, $shape->conditions, $shape->groups);
    }

    /** Where the code of an indicator, a condition or a group stands. */
    public function place(string $code, Lang $lang = Lang::Vi): Place
    {
        $place = self::sized('thuocdo_place');
        self::call('thuocdo_place_of', $this->handle, $code, strlen($code), $lang->value, FFI::addr($place));
        return new Place($place->cell, Kind::from($place->kind), $place->max, $place->asks_evidence !== 0);
    }

    /**
     * The results of one row, of as many numbers as the shape says. What is at fault in it is told by the row, not thrown.
     *
     * @param list<int> $answers hundredths, states, counts, or MISSING
     * @param list<int> $conditions 1, 0 or UNKNOWN
     */
    public function judge(array $answers, array $conditions): Row
    {
        [$row, $cells, $states] = [self::sized('thuocdo_row'), self::cells('int32_t', $answers), self::cells('int8_t', $conditions)];
        $given = [$cells, count($answers), $states, count($conditions)];
        $status = self::library()->thuocdo_judge_row($this->handle, ...[...$given, FFI::addr($row)]);
        self::numbers($status === 1 ? 0 : $status);
        return new Row($row->faults, $row->eligible === 1, $row->overall_low, $row->overall_high, self::groups($row));
    }

    /**
     * The results of rows, as judge() has each. One call of the library serves all, but most of the time goes into PHP's own lists.
     *
     * @param list<array{list<int>, list<int>}> $rows answers and conditions of each
     * @return list<Row>
     */
    public function judgeRows(array $rows): array
    {
        [$library, $shape, $count] = [self::library(), $this->shape(), count($rows)];
        foreach ($rows as [$answers, $conditions]) {
            self::numbers([count($answers), count($conditions)] === [$shape->answers, $shape->conditions] ? 0 : 3);
        }
        $answers = self::cells('int32_t', array_merge(...array_column($rows, 0)));
        $conditions = self::cells('int8_t', array_merge(...array_column($rows, 1)));
        $given = self::sized('thuocdo_rows');
        [$given->count, $given->groups, $given->group_stride] = [$count, $shape->groups, $count];
        [$given->answers, $given->answers_len] = [$library->cast('int32_t *', FFI::addr($answers)), count($rows) * $shape->answers];
        [$given->answers_row, $given->answers_cell] = [max($shape->answers, 1), 1];
        [$given->conditions, $given->conditions_len] = [$library->cast('int8_t *', FFI::addr($conditions)), count($rows) * $shape->conditions];
        [$given->conditions_row, $given->conditions_cell] = [max($shape->conditions, 1), 1];
        $columns = [];
        foreach (['score_low' => 'int32_t', 'score_high' => 'int32_t', 'level_low' => 'uint8_t', 'level_high' => 'uint8_t', 'blockers' => 'uint16_t',
            'overall_low' => 'uint8_t', 'overall_high' => 'uint8_t', 'eligible' => 'uint8_t', 'faults' => 'uint32_t'] as $name => $type) {
            $columns[$name] = $library->new("{$type}[" . max($count * $shape->groups, 1) . ']');
            $given->$name = $library->cast("$type *", FFI::addr($columns[$name]));
        }
        self::numbers($library->thuocdo_judge_rows($this->handle, FFI::addr($given), null));
        $judged = [];
        for ($row = 0; $row < $count; $row++) {
            $groups = [];
            for ($at = $row; $at < $count * $shape->groups; $at += $count) {
                $groups[] = new RowGroup(
                    $columns['score_low'][$at],
                    $columns['score_high'][$at],
                    $columns['level_low'][$at],
                    $columns['level_high'][$at],
                    $columns['blockers'][$at],
                );
            }
            $ends = [$columns['overall_low'][$row], $columns['overall_high'][$row]];
            $judged[] = new Row($columns['faults'][$row], $columns['eligible'][$row] === 1, ...[...$ends, $groups]);
        }
        return $judged;
    }

    /** @return list<RowGroup> */
    private static function groups(CData $row): array
    {
        $groups = [];
        for ($n = 0; $n < $row->group_count; $n++) {
            $of = $row->groups[$n];
            $groups[] = new RowGroup($of->score_low, $of->score_high, $of->level_low, $of->level_high, $of->blockers);
        }
        return $groups;
    }

    /** A struct of the library that begins with its size. */
    private static function sized(string $type): CData
    {
        $struct = self::library()->new($type);
        $struct->size = FFI::sizeof($struct);
        return $struct;
    }

    /** @param list<int> $numbers */
    private static function cells(string $type, array $numbers): CData
    {
        $cells = self::library()->new("{$type}[" . max(count($numbers), 1) . ']');
        foreach ($numbers as $n => $number) {
            $cells[$n] = $number;
        }
        return $cells;
    }

    /** The calls on numbers tell no more than their status. */
    private static function numbers(int $status): void
    {
        if ($status !== 0) {
            throw new \ValueError("status $status of a call on numbers");
        }
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
