<?php

declare(strict_types=1);

namespace WeibanExample;

/**
 * Keeps calls of one class back after Weiban refused one. Weiban blocks a company for a minute, an hour, the rest of the day in China,
 * or 30 days, and does not say for how long: the shortest block is assumed, and the next one if a call is refused after it.
 */
final class Pauses
{
    public const TOO_MANY_IN_FLIGHT = 10052;
    public const TOO_MANY_CALLS = 10053;

    /**
     * The pause after a refused call. One that began before the last pause ended says nothing new.
     *
     * @param array{until: int, code: int, step: int}|null $pause
     * @return array{until: int, code: int, step: int}
     */
    public static function refuse(?array $pause, int $code, int $begun, int $now): array
    {
        if ($pause !== null && $begun < $pause['until']) {
            return $pause;
        }
        $step = $pause !== null && $pause['code'] === $code ? $pause['step'] + 1 : 0;
        return ['until' => self::end($code, $step, $now), 'code' => $code, 'step' => $step];
    }

    private static function end(int $code, int $step, int $now): int
    {
        if ($code === self::TOO_MANY_IN_FLIGHT) {
            return $now + (1000 << min($step, 20));
        }
        return match ($step) {
            0 => $now + 60_000,
            1 => $now + 3_600_000,
            2 => (new \DateTimeImmutable('@' . intdiv($now, 1000)))
                ->setTimezone(new \DateTimeZone('Asia/Shanghai'))
                ->modify('tomorrow')
                ->getTimestamp() * 1000,
            default => $now + 30 * 86_400_000,
        };
    }
}
