<?php

/**
 * Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it.
 *
 *     php score.php < school.json
 */

declare(strict_types=1);

require __DIR__ . '/Thuocdo.php';

try {
    $scorer = Thuocdo\Scorer::shipped('moet-4725-2022');
    echo $scorer->score(stream_get_contents(STDIN)), "\n";
} catch (Thuocdo\ThuocdoException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit($error->isRefusal() ? 1 : 2);
}
