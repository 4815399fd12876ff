<?php

declare(strict_types=1);

require_once __DIR__ . '/VirtualClock.php';

use WeibanExample\Cipher;
use WeibanExample\FileStore;
use WeibanExample\Receiver;

function encrypted(stdClass $given): array
{
    $text = (new Cipher($given->encodingAesKey))->encrypt(hex2bin($given->random), $given->text, $given->receiveId);
    return ['encrypt' => $text, 'signature' => Cipher::sign($given->token, $given->timestamp, $given->nonce, $text)];
}

function isUsable(string $key): bool
{
    try {
        new Cipher($key);
        return true;
    } catch (InvalidArgumentException) {
        return false;
    }
}

function receiver(stdClass $given): Receiver
{
    return new Receiver(
        $given->token ?? 't',
        new Cipher($given->encodingAesKey ?? str_repeat('a', 43)),
        $given->receiveIds ?? [],
        new FileStore(stateFolder(), 'webhooks'),
        new VirtualClock($given->now ?? 0),
        $given->window ?? 300_000,
        $given->maxBodyBytes ?? PHP_INT_MAX,
    );
}

return static function (stdClass $case, array $file): array {
    $given = (object) [...$file['defaults'][$case->kind] ?? [], ...(array) $case->given];
    if ($case->kind === 'request') {
        $reply = receiver($given)->answer($given->method, $given->query, $given->body ?? '');
        return array_filter((array) $reply, static fn (mixed $value): bool => $value !== '');
    }
    return match ($case->kind) {
        'key' => ['usable' => isUsable($given->encodingAesKey)],
        'encrypt' => encrypted($given),
        'deliveries' => (static function () use ($given): array {
            $receiver = receiver($given);
            return ['handled' => array_map(static fn (string $text) => $receiver->isNew(json_decode($text)), $given->texts)];
        })(),
    };
};
