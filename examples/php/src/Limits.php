<?php

declare(strict_types=1);

namespace WeibanExample;

/**
 * Keeps one company within its limits, in all processes together: calls in flight at once, and calls to each endpoint within any minute
 * and any hour. A call counts from its start until a full window after its end, because nobody knows when Weiban counts it.
 */
final class Limits
{
    private const IN_FLIGHT = 5;
    private const MINUTE = 60_000;
    private const HOUR = 3_600_000;
    private const LONGEST_CALL = 60_000; // a process that died ends its call then
    private const LOOK_AGAIN = 20;
    private const LONGEST_WAIT = 120_000; // blocks last for up to 30 days

    /**
     * @param array<string, array{minute: int, hour: int}> $quotas by class: read, write, bulk
     * @param int $grain ends of calls are kept in steps of so many milliseconds, which keeps the state small
     */
    public function __construct(
        private readonly FileStore $store,
        private readonly Clock $clock,
        private readonly array $quotas,
        private readonly int $grain = 1000,
    ) {
    }

    /**
     * Waits until a call may start, at most two minutes. Returns what leave() takes.
     *
     * @throws \RuntimeException if it may not start by then
     */
    public function enter(string $endpoint, string $class): string
    {
        $latest = $this->clock->now() + self::LONGEST_WAIT;
        while (!is_string($turn = $this->tryEnter($endpoint, $class))) {
            $next = $turn ?? $this->clock->now() + self::LOOK_AGAIN;
            if ($next > $latest) {
                throw new \RuntimeException("$endpoint may be called again at " . date(DATE_ATOM, intdiv($next, 1000)));
            }
            $this->clock->sleep(max(1, $next - $this->clock->now()));
        }
        return $turn;
    }

    /** Starts a call; or says when it may start, or null if that depends on the end of another one. */
    public function tryEnter(string $endpoint, string $class): string|int|null
    {
        return $this->store->change(function (array &$state) use ($endpoint, $class): string|int|null {
            $now = $this->clock->now();
            $this->forget($state, $now);
            $at = $this->next($state, $now, $endpoint, $class);
            if ($at === null || $at > $now) {
                return $at;
            }
            $call = bin2hex(random_bytes(8));
            $state['running'][$call] = [$endpoint, $class, $now];
            return $call;
        });
    }

    /** Ends a call, with its error code. */
    public function leave(string $call, int $code = 0): void
    {
        $this->store->change(function (array &$state) use ($call, $code): void {
            if (!isset($state['running'][$call])) {
                return; // it took too long, and was ended already
            }
            [, $class, $begun] = $state['running'][$call];
            $now = $this->clock->now();
            $pause = $state['pauses'][$class] ?? null;
            if ($code === Pauses::TOO_MANY_IN_FLIGHT || $code === Pauses::TOO_MANY_CALLS) {
                $state['pauses'][$class] = Pauses::refuse($pause, $code, $begun, $now);
            } elseif ($pause !== null && $begun >= $pause['until']) {
                unset($state['pauses'][$class]);
            }
            $this->end($state, $call, $now);
        });
    }

    private function next(array $state, int $now, string $endpoint, string $class): ?int
    {
        $running = $state['running'] ?? [];
        if (count($running) >= self::IN_FLIGHT) {
            return null;
        }
        $inFlight = count(array_filter($running, static fn (array $call): bool => $call[0] === $endpoint));
        $ended = $state['ended'][$endpoint] ?? [];
        $at = max($now, $state['pauses'][$class]['until'] ?? 0);
        foreach ([self::MINUTE => 'minute', self::HOUR => 'hour'] as $window => $name) {
            $ends = array_filter($ended, static fn (int $end): bool => $end + $window > $now, ARRAY_FILTER_USE_KEY);
            $tooMany = $inFlight + array_sum($ends) - $this->quotas[$class][$name] + 1;
            $free = $tooMany <= 0 ? $now : self::freeAt($ends, $tooMany, $window);
            if ($free === null) {
                return null;
            }
            $at = max($at, $free);
        }
        return $at;
    }

    /** When so many calls have left a window; null if fewer have ended. */
    private static function freeAt(array $ends, int $calls, int $window): ?int
    {
        foreach ($ends as $end => $count) {
            $calls -= $count;
            if ($calls <= 0) {
                return $end + $window;
            }
        }
        return null;
    }

    private function end(array &$state, string $call, int $time): void
    {
        [$endpoint] = $state['running'][$call];
        unset($state['running'][$call]);
        $end = intdiv($time + $this->grain - 1, $this->grain) * $this->grain;
        $state['ended'][$endpoint][$end] = ($state['ended'][$endpoint][$end] ?? 0) + 1;
        ksort($state['ended'][$endpoint]);
    }

    /** Ends the calls of processes that died, and drops calls that no window counts any more. */
    private function forget(array &$state, int $now): void
    {
        foreach ($state['running'] ?? [] as $call => [, , $begun]) {
            if ($begun + self::LONGEST_CALL <= $now) {
                $this->end($state, (string) $call, $begun + self::LONGEST_CALL);
            }
        }
        foreach ($state['ended'] ?? [] as $endpoint => $ends) {
            $state['ended'][$endpoint] = array_filter(
                $ends,
                static fn (int $end): bool => $end + self::HOUR > $now,
                ARRAY_FILTER_USE_KEY,
            );
        }
    }
}
