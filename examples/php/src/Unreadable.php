<?php

declare(strict_types=1);

namespace WeibanExample;

/** An answer that is none of Weiban's, with the reason. */
final class Unreadable extends \RuntimeException
{
    public function __construct(public readonly string $reason, int $status)
    {
        parent::__construct("no answer of Weiban: $reason (HTTP status $status)", $status);
    }
}
