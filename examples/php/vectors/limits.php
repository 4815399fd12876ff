<?php

declare(strict_types=1);

require_once __DIR__ . '/VirtualClock.php';

use WeibanExample\FileStore;
use WeibanExample\Limits;
use WeibanExample\Pauses;

/**
 * Lets calls through the limits, each as soon as it may start.
 *
 * @param list<array{endpoint: string, at: int, takes: int, code: int}> $calls
 * @return array<int, int> how many calls start at each time
 */
function schedule(Limits $limits, VirtualClock $clock, array $calls, string $class): array
{
    $starts = [];
    $running = []; // the time of the end, the call, its code
    while ($calls !== [] || $running !== []) {
        $next = PHP_INT_MAX;
        foreach ($running as $key => [$end, $call, $code]) {
            if ($end <= $clock->time) {
                $limits->leave($call, $code);
                unset($running[$key]);
            }
            $next = min($next, $end > $clock->time ? $end : PHP_INT_MAX);
        }
        foreach ($calls as $key => $given) {
            $turn = $given['at'] > $clock->time ? $given['at'] : $limits->tryEnter($given['endpoint'], $class);
            if (!is_string($turn)) {
                $next = min($next, $turn ?? PHP_INT_MAX);
                continue;
            }
            $starts[$clock->time] = ($starts[$clock->time] ?? 0) + 1;
            unset($calls[$key]);
            $running[] = [$clock->time + $given['takes'], $turn, $given['code']];
            continue 2; // a call that takes no time ends before the next one starts
        }
        if ($next === PHP_INT_MAX && ($calls !== [] || $running !== [])) {
            throw new RuntimeException('the calls never start');
        }
        $clock->time = $next === PHP_INT_MAX ? $clock->time : $next;
    }
    return $starts;
}

return static function (stdClass $case, array $file): array {
    $given = $case->given;
    if ($case->kind === 'pauses') {
        $pause = null;
        $until = [];
        foreach ($given->at as $now) {
            $pause = Pauses::refuse($pause, $given->code, $now, $now);
            $until[] = $pause['until'];
        }
        return ['until' => $until];
    }
    $clock = new VirtualClock();
    $quotas = [$given->class => [...$file['classes'][$given->class], ...(array) ($given->limits ?? [])]];
    $calls = [];
    foreach ($given->calls as $call) {
        $one = ['code' => $call->code ?? 0, 'endpoint' => $call->endpoint, 'at' => $call->at, 'takes' => $call->takes];
        array_push($calls, ...array_fill(0, $call->count ?? 1, $one));
    }
    $limits = new Limits(new FileStore(stateFolder(), 'limits'), $clock, $quotas, grain: 1);
    $starts = schedule($limits, $clock, $calls, $given->class);
    return ['starts' => array_map(null, array_keys($starts), array_values($starts))];
};
