<?php

declare(strict_types=1);

namespace WeibanExample;

/** What the end of a list is told from. */
final class Page
{
    /** @param list<mixed>|null $rows */
    public function __construct(
        public readonly ?array $rows = null,
        public readonly ?int $total = null,
        public readonly ?bool $more = null,
        public readonly string|int|null $next = null,
    ) {
    }
}
