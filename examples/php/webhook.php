<?php

// The page that Weiban pushes messages to: behind nginx and PHP-FPM, or `php main.php receive 8080`.

declare(strict_types=1);

require __DIR__ . '/autoload.php';

use WeibanExample\Cipher;
use WeibanExample\Clock;
use WeibanExample\FileStore;
use WeibanExample\Receiver;

$receiver = new Receiver(
    getenv('WEIBAN_WEBHOOK_TOKEN') ?: throw new RuntimeException('WEIBAN_WEBHOOK_TOKEN is not set'),
    new Cipher((string) getenv('WEIBAN_WEBHOOK_AES_KEY')),
    explode(',', (string) getenv('WEIBAN_WEBHOOK_RECEIVE_ID')),
    new FileStore(getenv('WEIBAN_STATE') ?: __DIR__ . '/state', 'webhooks'),
    new Clock(),
);
$body = file_get_contents('php://input', length: $receiver->maxBody + 1);
$reply = $receiver->answer($_SERVER['REQUEST_METHOD'], $_SERVER['QUERY_STRING'] ?? '', (string) $body);
$log = fopen('php://stdout', 'w'); // in production: a log for refusals, and a queue for messages
if ($reply->refused !== '') {
    fwrite($log, "refused: $reply->refused\n");
}
if ($reply->text !== '') {
    fwrite($log, strtr($reply->text, "\r\n", '  ') . "\n");
}
http_response_code($reply->status);
header('Content-Type: text/plain; charset=utf-8');
echo $reply->answer;
