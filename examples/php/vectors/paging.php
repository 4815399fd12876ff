<?php

declare(strict_types=1);

require_once __DIR__ . '/VirtualClock.php';

use WeibanExample\Page;
use WeibanExample\Paging;

return static function (stdClass $case, array $file): array {
    $given = $case->given;
    $names = $file['kinds'][$case->kind]['arguments'];
    $position = $names['position'];
    $paging = new Paging($case->kind, new VirtualClock(), $names['first'] ?? 0, $given->arguments->$position ?? null);
    $answers = $given->answers;
    $found = ['requests' => [], 'rows' => []];
    $ask = static function (int|string|null $at) use (&$found, &$answers, $given, $position): Page {
        $found['requests'][] = (object) [...(array) $given->arguments, ...($at === null ? [] : [$position => $at])];
        return new Page(...(array) array_shift($answers));
    };
    try {
        foreach ($paging->walk($ask) as $row) {
            $found['rows'][] = $row;
        }
    } catch (RuntimeException) {
        $found['error'] = true;
    }
    return $found;
};
