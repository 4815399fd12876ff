<?php

declare(strict_types=1);

namespace WeibanExample;

/** Verifies and decrypts pushed messages. It tells the sender nothing about a refusal. */
final class Receiver
{
    private const DAY = 86_400_000;

    /**
     * @param list<string> $receiveIds
     * @param FileStore $seen the messages of a day, because Weiban repeats what was not acknowledged in time
     * @param int $window how far clocks may differ, in milliseconds
     * @param int $maxBody in bytes
     */
    public function __construct(
        #[\SensitiveParameter] private readonly string $token,
        private readonly Cipher $cipher,
        private readonly array $receiveIds,
        private readonly FileStore $seen,
        private readonly Clock $clock,
        private readonly int $window = 300_000,
        public readonly int $maxBody = 1 << 20,
    ) {
    }

    /** What to answer to a request, from its raw query and raw body. */
    public function answer(string $method, string $query, string $body): Reply
    {
        if ($method !== 'GET' && $method !== 'POST') {
            return new Reply(405);
        }
        if (strlen($body) > $this->maxBody) {
            return new Reply(413, refused: 'size');
        }
        $opened = $this->open($method, self::parametersOf($query), $body);
        if (is_string($opened)) {
            return new Reply(401, refused: $opened);
        }
        [$text, $receiveId] = $opened;
        if ($method === 'GET') {
            return new Reply(200, $text);
        }
        $message = json_decode($text);
        if (!$message instanceof \stdClass) {
            return new Reply(401, refused: 'message');
        }
        return new Reply(200, '{"errcode":0}', $this->isNew($message) ? $text : '', $receiveId);
    }

    /** Whether a message did not come before. */
    public function isNew(\stdClass $message): bool
    {
        if (!isset($message->id)) {
            return true;
        }
        $key = json_encode([$message->id, $message->event ?? null, $message->status ?? null], JSON_THROW_ON_ERROR);
        return $this->seen->change(function (array &$state) use ($key): bool {
            $now = $this->clock->now();
            $state = array_filter($state, static fn (int $at): bool => $now - $at <= self::DAY);
            $isNew = !isset($state[$key]);
            $state[$key] ??= $now;
            return $isNew;
        });
    }

    /**
     * @param array<string, list<string>> $query
     * @return array{string, string}|string text and receive id, or why the request is refused
     */
    private function open(string $method, array $query, string $body): array|string
    {
        foreach (['msg_signature', 'timestamp', 'nonce', ...($method === 'GET' ? ['echostr'] : [])] as $name) {
            if (count($query[$name] ?? []) !== 1) {
                return 'query';
            }
        }
        [[$signature], [$timestamp], [$nonce]] = [$query['msg_signature'], $query['timestamp'], $query['nonce']];
        if (preg_match('/^\d{1,15}$/D', $timestamp) !== 1) {
            return 'query';
        }
        $encrypted = $method === 'GET' ? strtr($query['echostr'][0], ' ', '+') : json_decode($body)?->encrypt ?? null;
        if (!is_string($encrypted)) {
            return 'body';
        }
        $opened = $this->cipher->decrypt($encrypted);
        return match (true) {
            !hash_equals(Cipher::sign($this->token, $timestamp, $nonce, $encrypted), $signature)
                => $opened === null ? 'signature' : 'token',
            abs($this->clock->now() - self::milliseconds((int) $timestamp)) > $this->window => 'clock',
            $opened === null => 'key',
            !in_array($opened[1], $this->receiveIds, true) => 'receiveId',
            default => $opened,
        };
    }

    /** A timestamp is in seconds, or in milliseconds. */
    private static function milliseconds(int $timestamp): int
    {
        return $timestamp < 100_000_000_000 ? $timestamp * 1000 : $timestamp;
    }

    /** @return array<string, list<string>> $_GET keeps one of several values, and renames some parameters */
    private static function parametersOf(string $query): array
    {
        $parameters = [];
        foreach (explode('&', $query) as $pair) {
            [$name, $value] = [...explode('=', $pair, 2), ''];
            $parameters[urldecode($name)][] = urldecode($value);
        }
        return $parameters;
    }
}
