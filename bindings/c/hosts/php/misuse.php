<?php

/** What a program may do wrong. All of it is an exception, and none the end of the process. */

declare(strict_types=1);

require __DIR__ . '/Thuocdo.php';

use Thuocdo\Lang;
use Thuocdo\Scorer;
use Thuocdo\ThuocdoException;

function holds(bool $isSo, string $what): void
{
    if (!$isSo) {
        fwrite(STDERR, "$what\n");
        exit(1);
    }
}

/** @return Throwable what a call throws */
function thrown(callable $call): ?Throwable
{
    try {
        $call();
        return null;
    } catch (Throwable $error) {
        return $error;
    }
}

function refused(callable $call, string $word): void
{
    $error = thrown($call);
    holds($error instanceof ThuocdoException && $error->isRefusal() && $error->word === $word, "$word is told");
    holds($error->getMessage() !== '' && str_starts_with($error->json, '{"violations":[{'), "$word carries its violations");
}

$scorer = Scorer::shipped('moet-4725-2022');
refused(fn () => $scorer->score('{'), 'not_json');
refused(fn () => $scorer->explain(''), 'not_json');
refused(fn () => $scorer->score("\"\xc3\x28\""), 'not_json');
refused(fn () => $scorer->ask('plan', "\xe1\xbb"), 'not_json');
refused(fn () => $scorer->ask("\xff", '{}'), 'unknown_value');
refused(fn () => $scorer->schema('no such schema'), 'unknown_value');
refused(fn () => $scorer->level('9', '75'), 'unknown_group');
refused(fn () => $scorer->level('1', "7\x00"), 'not_json');
refused(fn () => $scorer->overlay('{'), 'not_json');
refused(fn () => Scorer::load("\xff"), 'not_json');
refused(fn () => Scorer::shipped('Tiểu học'), 'unknown_framework');
refused(fn () => $scorer->score(str_repeat('[', 64 << 20)), 'too_large');
refused(fn () => $scorer->place('1.3.99'), 'unknown_indicator');
$shape = $scorer->shape();
[$row, $states] = [array_fill(0, $shape->answers, 0), array_fill(0, $shape->conditions, 1)];
holds($scorer->judge($row, $states)->faults === 0, 'a row of numbers');
holds(thrown(fn () => $scorer->judge(array_slice($row, 1), $states)) instanceof ValueError, 'a row that is too short');
holds(thrown(fn () => $scorer->judge($row, [])) instanceof ValueError, 'a row without conditions');
holds(thrown(fn () => $scorer->judgeRows([[$row, $states], [[], $states]])) instanceof ValueError, 'a row of none');
holds($scorer->judgeRows([]) === [], 'no rows');
holds(thrown(fn () => $scorer->score(null)) instanceof TypeError, 'null is no text');
holds(thrown(fn () => clone $scorer) instanceof Error, 'a scorer is not cloned');
holds(thrown(fn () => serialize($scorer)) instanceof Exception, 'a scorer is not serialised');

holds($scorer->level('1', '75') === 2 && $scorer->level('1', '"75.01"') === 3, 'the sides of 75');

// A stream ends where its function returns false or throws, and goes on with whatever else that returns.
const SCHOOL = '{"conditions":{"1.1":true},"answers":{"1.3.1":6,"1.6.1":5.25}}';
const LINES = SCHOOL . "\n{\n" . SCHOOL;
$taken = [];
$take = function (string $line, mixed $answer = null) use (&$taken): mixed {
    $taken[] = $line;
    return $answer;
};
holds($scorer->streamNdjson(LINES, fn (string $line) => $take($line, 0), Lang::En), 'a stream goes to its end');
holds(implode("\n", $taken) . "\n" === $scorer->scoreNdjson(LINES, Lang::En), 'a stream has the lines of the whole answer');
holds(!$scorer->streamNdjson(LINES, fn (string $line) => $take($line, false)) && count($taken) === 4, 'it ends after the first line');
holds(!$scorer->streamNdjson('{', fn (string $line) => $take($line, false), first: 101), 'it ends after the only line');
holds(str_starts_with($taken[4], '{"line":101,'), 'the number of the first line');
$enough = new DomainException('enough');
$error = thrown(fn () => $scorer->streamNdjson(LINES, fn (string $line) => $take($line) ?? throw $enough));
holds($error === $enough && count($taken) === 6, 'an exception ends it, and comes out as it is');
refused(fn () => $scorer->streamNdjson(LINES, fn () => $scorer->score('{')), 'not_json');
$inner = fn (string $line) => $scorer->streamNdjson(LINES, $take);
holds($scorer->streamNdjson(LINES, $inner) && count($taken) === 15, 'a stream within a stream');
$closed = Scorer::shipped('moet-4725-2022');
$isWhole = $closed->streamNdjson(LINES, fn (string $line) => [$closed->__destruct(), $take($line)]);
holds($isWhole && count($taken) === 18, 'one that is closed in the midst of its call is freed behind it');
holds(thrown(fn () => $closed->streamNdjson(LINES, $take))->word === 'null_argument', 'a scorer that is closed');

// What is refused is left out, and told at its place; the others stay, also once the scorer is gone.
refused(fn () => $scorer->collect('plan'), 'unknown_value');
refused(fn () => $scorer->collect('cohort', '{'), 'not_json');
$collector = $scorer->collect('cohort');
$scorer->__destruct();
$scorer->__destruct();
refused(fn () => $collector->add('submissions', '{}'), 'unknown_value');
$collector->add('scorecards', '{"conditions":{},"answers":{}}');
refused(fn () => $collector->add('scorecards', '{'), 'not_json');
$error = thrown(fn () => $collector->add('scorecards', "\xff"));
holds(str_contains($error->json, '"at":"/scorecards/2"'), 'the place of what is refused');
holds(json_decode($collector->answer())->count === 1, 'the others stay');
holds(thrown(fn () => clone $collector) instanceof Error, 'a collector is not cloned');
$collector->__destruct();
$collector->__destruct();
$error = thrown(fn () => $collector->answer());
holds($error instanceof ThuocdoException && $error->word === 'null_argument', 'a collector that is gone');
$error = thrown(fn () => $scorer->score('{}'));
holds($error instanceof ThuocdoException && !$error->isRefusal() && $error->word === 'null_argument', 'a scorer that is gone');

// One that is forgotten is freed with its last reference; the tests count.
for ($n = 0; $n < 20; $n++) {
    holds(Scorer::shipped('moet-4725-2022')->level('1', '75.01') === 3, 'a scorer for one call');
}
