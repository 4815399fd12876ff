<?php

declare(strict_types=1);

namespace WeibanExample;

/** What the receiver answers, and for its own log: the message, or why it was refused. */
final class Reply
{
    public function __construct(
        public readonly int $status,
        public readonly string $answer = '',
        public readonly string $text = '',
        public readonly string $receiveId = '',
        public readonly string $refused = '',
    ) {
    }
}
