<?php

declare(strict_types=1);

namespace WeibanExample;

/** Walks a list page by page, and loses no rows: rather fails. */
final class Paging
{
    private const PAUSES = [500, 1000]; // before an empty page that must have rows is asked for again

    /**
     * @param string $kind of vectors/paging.json: offset, offset-more, offset-total, page-total, cursor-next and so on
     * @param int $first the first position
     * @param int|null $start the caller's position
     */
    public function __construct(
        private readonly string $kind,
        private readonly Clock $clock,
        private readonly int $first = 0,
        private readonly ?int $start = null,
    ) {
    }

    /**
     * @param callable(int|string|null): Page $ask asks for a page; the position is null in the first request of a cursor
     * @return \Generator<int, mixed> the rows
     */
    public function walk(callable $ask): \Generator
    {
        $isCursor = $this->kind === 'cursor-next';
        $at = $this->start ?? $this->first;
        $position = $isCursor ? null : $at;
        $received = 0;
        $before = null;
        while (true) {
            $page = $this->askAgain($ask, $position, $at);
            $rows = $page->rows ?? [];
            if ($rows === []) {
                return;
            }
            $text = serialize($rows);
            if ($text === $before) {
                // A list that ignores its offset gave everything at once.
                return $this->kind === 'offset' ? null : throw self::lostRows();
            }
            $before = $text;
            foreach ($rows as $row) {
                yield $row;
            }
            $received += count($rows);
            $at += $this->counts('page') ? 1 : count($rows);
            $position = $isCursor ? $page->next : $at;
            if ($isCursor ? $position === null : $this->hasEnded($page, $at, $received)) {
                return;
            }
        }
    }

    private function askAgain(callable $ask, int|string|null $position, int $at): Page
    {
        foreach ([...self::PAUSES, null] as $pause) {
            $page = $ask($position);
            if (($page->rows ?? []) !== [] || !$this->owesRows($page, $at)) {
                return $page;
            }
            if ($pause !== null) {
                $this->clock->sleep($pause);
            }
        }
        throw self::lostRows();
    }

    /** Whether an empty page cannot be the end. */
    private function owesRows(Page $page, int $at): bool
    {
        return $page->more ?? ($page->total !== null && $this->counts('offset') && $at < $page->total);
    }

    /** Whether a page with rows was the last one. A total below the rows received is not believed. */
    private function hasEnded(Page $page, int $at, int $received): bool
    {
        return match (true) {
            $page->more !== null => !$page->more,
            $page->total === null => false,
            $this->counts('offset') => $at === $page->total,
            default => $this->start === null && $received === $page->total,
        };
    }

    private function counts(string $what): bool
    {
        return str_starts_with($this->kind, $what);
    }

    private static function lostRows(): \RuntimeException
    {
        return new \RuntimeException('the list gives no further rows though it has not ended');
    }
}
