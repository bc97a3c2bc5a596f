<?php

/**
 * Runs the corpus for hosts (../README.md describes the file) and compares every byte; or measures a call.
 *
 *     php corpus.php corpus.netstrings
 *     php corpus.php bench school.json TIMES
 */

declare(strict_types=1);

require __DIR__ . '/Thuocdo.php';

use Thuocdo\Kind;
use Thuocdo\Lang;
use Thuocdo\Scorer;
use Thuocdo\ThuocdoException;

const FIELDS = ['name', 'entry', 'lang', 'framework', 'overlays', 'word', 'input', 'status', 'expected'];

/** @return list<string> */
function netstrings(string $bytes): array
{
    $found = [];
    for ($at = 0; $at < strlen($bytes); $at++) {
        $colon = strpos($bytes, ':', $at);
        $length = (int) substr($bytes, $at, $colon - $at);
        $at = $colon + 1 + $length;
        if (($bytes[$at] ?? '') !== ',') {
            throw new UnexpectedValueException('not a netstring');
        }
        $found[] = substr($bytes, $colon + 1, $length);
    }
    return $found;
}

function scorerOf(string $framework, string $overlays): Scorer
{
    $scorer = $framework[0] === '{' ? Scorer::load($framework) : Scorer::shipped($framework);
    foreach (netstrings($overlays) as $overlay) {
        $scorer = $scorer->overlay($overlay);
    }
    return $scorer;
}

/**
 * What is asked of many documents: the request, then the list and the text of each.
 *
 * @param array<string, string> $given
 */
function collected(Scorer $scorer, array $given, Lang $lang): string
{
    $input = netstrings($given['input']);
    $collector = $scorer->collect($given['word'], array_shift($input), $lang);
    foreach (array_chunk($input, 2) as [$list, $document]) {
        $collector->add($list, $document, $lang);
    }
    return $collector->answer($lang);
}

/** What a stream hands over, as the lines that they were. */
function streamed(Scorer $scorer, string $input, Lang $lang): string
{
    $lines = '';
    $isWhole = $scorer->streamNdjson($input, function (string $line) use (&$lines): void {
        $lines .= "$line\n";
    }, $lang);
    return $isWhole ? $lines : throw new UnexpectedValueException('a stream does not go to its end');
}

/**
 * The answers and conditions of `1.1=1 1.3.1=525 2.1.1=24/32`.
 *
 * @return array{list<int>, list<int>}
 */
function cells(Scorer $scorer, string $line, Lang $lang): array
{
    $shape = $scorer->shape();
    $answers = array_fill(0, $shape->answers, Scorer::MISSING);
    $conditions = array_fill(0, $shape->conditions, Scorer::UNKNOWN);
    $number = fn (string $text): int => $text === '-' ? Scorer::MISSING : (int) $text;
    foreach (array_filter(explode(' ', $line)) as $word) {
        $value = preg_split('~[=/]~', $word);
        $place = $scorer->place($value[0], $lang);
        if ($place->kind === Kind::Condition) {
            $conditions[$place->cell] = (int) $value[1];
        } else {
            $answers[$place->cell] = $number($value[1]);
        }
        if (isset($value[2])) {
            $answers[$place->cell + 1] = $number($value[2]);
        }
    }
    return [$answers, $conditions];
}

/**
 * Rows of numbers, a line each: judged together and one by one, which must come to the same.
 *
 * @param list<string> $lines
 */
function judged(Scorer $scorer, array $lines, Lang $lang): string
{
    $rows = array_map(fn (string $line): array => cells($scorer, $line, $lang), $lines);
    $together = $scorer->judgeRows($rows);
    $found = [];
    foreach ($rows as $n => $row) {
        $alone = $scorer->judge(...$row);
        if ($alone != $together[$n]) {
            throw new UnexpectedValueException('a row comes to something else in columns');
        }
        $numbers = [$alone->faults, (int) $alone->eligible, $alone->overallLow, $alone->overallHigh];
        foreach ($alone->groups as $group) {
            array_push($numbers, $group->scoreLow, $group->scoreHigh, $group->levelLow, $group->levelHigh, $group->blockers);
        }
        $found[] = implode(' ', $numbers);
    }
    return implode("\n", $found);
}

/** @param array<string, string> $given */
function asked(?Scorer $scorer, array $given): string
{
    $lang = $given['lang'] === 'en' ? Lang::En : Lang::Vi;
    $input = $given['input'];
    return match ($given['entry']) {
        'load' => Scorer::load($input, $lang)->framework(),
        'shipped' => Scorer::shipped($input, $lang)->framework(),
        'score' => $scorer->score($input, $lang),
        'check' => $scorer->check($input, $lang),
        'explain' => $scorer->explain($input, $lang),
        'ndjson' => $scorer->scoreNdjson($input, $lang),
        'stream' => streamed($scorer, $input, $lang),
        'schema' => $scorer->schema($input, $lang),
        'ask' => $scorer->ask($given['word'], $input, $lang),
        'collect' => collected($scorer, $given, $lang),
        'rows' => judged($scorer, explode("\n", $input), $lang),
        'level' => (string) $scorer->level($given['word'], $input, $lang),
    };
}

/** @param array<string, string> $given */
function passes(?Scorer $scorer, array $given): bool
{
    try {
        $status = 0;
        $found = asked($scorer, $given);
    } catch (ThuocdoException $error) {
        $status = $error->status;
        $found = $error->json;
    }
    $passed = (string) $status === $given['status'] && $found === $given['expected'];
    if (!$passed) {
        fwrite(STDERR, "{$given['name']}, {$given['entry']}: status $status\n$found\nexpected {$given['expected']}\n");
    }
    return $passed;
}

/** How many cases do not answer as they must. */
function run(string $corpus): int
{
    $scorer = null;
    $last = null;
    $failed = 0;
    $cases = array_chunk(netstrings($corpus), count(FIELDS));
    foreach ($cases as $fields) {
        $given = array_combine(FIELDS, $fields);
        $of = [$given['framework'], $given['overlays']];
        if ($given['framework'] !== '' && $of !== $last) {
            $scorer = scorerOf(...$of);
            $last = $of;
        }
        $failed += passes($scorer, $given) ? 0 : 1;
    }
    echo count($cases), " cases\n";
    return $failed;
}

/** Prints the nanoseconds of a call. */
function bench(string $school, int $times): void
{
    $scorer = Scorer::shipped('moet-4725-2022');
    $start = hrtime(true);
    for ($n = 0; $n < $times; $n++) {
        $scorer->score($school);
    }
    echo intdiv(hrtime(true) - $start, $times), "\n";
}

if ($argv[1] === 'bench') {
    bench(file_get_contents($argv[2]), (int) $argv[3]);
} elseif (run(file_get_contents($argv[1])) > 0) {
    exit(1);
}
