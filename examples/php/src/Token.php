<?php

declare(strict_types=1);

namespace WeibanExample;

/** An access token with the time from which it counts, and how long it lives, in milliseconds. */
final class Token
{
    private const AHEAD = 300_000;

    public function __construct(
        #[\SensitiveParameter] public readonly string $value,
        public readonly int $issuedAt,
        public readonly int $lifetime,
    ) {
    }

    /** What to do with it now: use it, use it and request another one (renew-ahead), or renew it first. */
    public function age(int $now): string
    {
        $left = $this->issuedAt + $this->lifetime - $now;
        return match (true) {
            $left <= 0 => 'renew',
            $left <= min(self::AHEAD, intdiv($this->lifetime, 10)) => 'renew-ahead',
            default => 'use',
        };
    }
}
