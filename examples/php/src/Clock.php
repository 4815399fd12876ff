<?php

declare(strict_types=1);

namespace WeibanExample;

/** The time, in milliseconds since 1970. */
class Clock
{
    public function now(): int
    {
        return (int) (microtime(true) * 1000);
    }

    public function sleep(int $milliseconds): void
    {
        usleep($milliseconds * 1000);
    }
}
