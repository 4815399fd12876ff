<?php

declare(strict_types=1);

namespace WeibanExample;

/** Keeps the token of one company. However many processes wait for it, one of them requests it. */
final class TokenSource
{
    private const RETRY_AFTER = 30_000;

    /** @param \Closure(): array{string, int} $issue requests a token, and how many seconds it lives */
    public function __construct(
        private readonly FileStore $store,
        private readonly Clock $clock,
        private readonly \Closure $issue,
    ) {
    }

    /** A token that is not expired. */
    public function get(): string
    {
        $begun = $this->clock->now();
        return $this->usable() ?? $this->store->alone(function () use ($begun): string {
            $token = $this->usable();
            if ($token !== null) {
                return $token; // another process was first
            }
            $failed = $this->store->read()['failed'] ?? null;
            if ($failed !== null && $failed['at'] > $begun) {
                throw ApiError::fromArray($failed['error']); // another process tried while this one waited
            }
            return $this->renew();
        });
    }

    /** Renews a token that ends soon. To be called after a call, because PHP cannot do it beside one. */
    public function renewAhead(): void
    {
        if (!$this->isDue()) {
            return;
        }
        $this->store->alone(function (): void {
            try {
                if ($this->isDue()) {
                    $this->renew();
                }
            } catch (\Exception) {
                // The token still serves, so nobody has to know; the next attempt is made later.
                $notBefore = $this->clock->now() + self::RETRY_AFTER;
                $this->store->change(static function (array &$state) use ($notBefore): void {
                    $state['notBefore'] = $notBefore;
                });
            }
        }, waits: false);
    }

    /** Forgets a token that the server refuses, unless it was replaced in the meantime. */
    public function refused(#[\SensitiveParameter] string $value): void
    {
        $this->store->change(static function (array &$state) use ($value): void {
            if (($state['token']['value'] ?? null) === $value) {
                unset($state['token']);
            }
        });
    }

    private function usable(): ?string
    {
        $token = self::tokenOf($this->store->read());
        return $token === null || $token->age($this->clock->now()) === 'renew' ? null : $token->value;
    }

    private function isDue(): bool
    {
        $state = $this->store->read();
        $now = $this->clock->now();
        return self::tokenOf($state)?->age($now) === 'renew-ahead' && $now >= ($state['notBefore'] ?? 0);
    }

    private function renew(): string
    {
        $begun = $this->clock->now();
        try {
            [$value, $seconds] = ($this->issue)();
        } catch (ApiError $error) {
            $failed = ['at' => $this->clock->now(), 'error' => $error->toArray()];
            $this->store->change(static function (array &$state) use ($failed): void {
                $state['failed'] = $failed;
            });
            throw $error;
        }
        $token = ['value' => $value, 'issuedAt' => $begun, 'lifetime' => $seconds * 1000];
        $this->store->change(static function (array &$state) use ($token): void {
            $state = ['token' => $token];
        });
        return $value;
    }

    /** @param array<string, mixed> $state */
    private static function tokenOf(array $state): ?Token
    {
        return isset($state['token']) ? new Token(...$state['token']) : null;
    }
}
