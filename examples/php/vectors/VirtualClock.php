<?php

declare(strict_types=1);

use WeibanExample\Clock;

/** A clock that passes without waiting. */
final class VirtualClock extends Clock
{
    public function __construct(public int $time = 0)
    {
    }

    public function now(): int
    {
        return $this->time;
    }

    public function sleep(int $milliseconds): void
    {
        $this->time += $milliseconds;
    }
}
