<?php

// Calls Weiban with the client that openapi-generator makes, as a program in production would.

declare(strict_types=1);

require __DIR__ . '/autoload.php';

use Weiban\Api\SalesProcessApi;
use WeibanExample\ApiError;
use WeibanExample\Client;

const CALLERS = 20;

function setting(string $name): string
{
    return getenv($name) ?: throw new RuntimeException("set the environment variable $name");
}

function client(string $state): Client
{
    return new Client(
        setting('WEIBAN_BASE_URL'),
        setting('WEIBAN_CORP_ID'),
        setting('WEIBAN_SECRET'),
        getenv('WEIBAN_DATA') ?: __DIR__ . '/node_modules/weiban-openapi',
        $state,
    );
}

/** Reads customers and an opportunity that does not exist. */
function tour(string $state): void
{
    $client = client($state);
    $requests = array_sum(manyCallers($state));
    echo "token: $requests request for " . CALLERS . " callers\n";
    $client->transport->renewed = static function (): void {
        echo "renewed after 10001\n";
    };
    $count = iterator_count($client->customers());
    echo "customers: $count\n";
    try {
        $client->api(SalesProcessApi::class)->opportunityOne(id: '1');
        throw new LogicException('an opportunity of the id 1');
    } catch (ApiError $error) {
        if (!$error->is('OpportunityNotFound')) {
            throw $error;
        }
        echo $error->getMessage(), "\n";
    }
}

/**
 * Calls from many processes at once, as the workers of a web server do.
 *
 * @return list<int> how many tokens each requested
 */
function manyCallers(string $state): array
{
    $callers = [];
    for ($index = 0; $index < CALLERS; $index++) {
        $process = proc_open([PHP_BINARY, __FILE__, 'call', $state], [1 => ['pipe', 'w']], $pipes);
        $callers[] = [$process, $pipes[1]];
    }
    return array_map(static function (array $caller): int {
        [$process, $output] = $caller;
        $printed = stream_get_contents($output);
        if (proc_close($process) !== 0) {
            throw new RuntimeException('a caller failed');
        }
        return (int) $printed;
    }, $callers);
}

/** One of the callers: prints how many tokens it requested. */
function call(string $state): void
{
    $client = client($state);
    $client->api(SalesProcessApi::class)->opportunityOne(serial_number: 'SJ20240305');
    echo $client->tokenRequests;
}

/** A web server for trying webhook.php. */
function receive(string $port): void
{
    $server = proc_open([PHP_BINARY, '-S', "127.0.0.1:$port", __DIR__ . '/webhook.php'], [], $pipes);
    if (function_exists('pcntl_signal')) {
        pcntl_async_signals(true);
        pcntl_signal(SIGTERM, static function () use ($server): never {
            proc_terminate($server);
            exit(0);
        });
    }
    while (proc_get_status($server)['running'] && !@fsockopen('127.0.0.1', (int) $port)) {
        usleep(50_000);
    }
    echo "listening on 127.0.0.1:$port\n";
    while (proc_get_status($server)['running']) {
        usleep(200_000);
    }
}

/** A new folder for the state, removed at the end. */
function inNewFolder(callable $task): void
{
    $folder = sys_get_temp_dir() . '/weiban-' . bin2hex(random_bytes(8));
    try {
        $task($folder);
    } finally {
        array_map(unlink(...), glob("$folder/*") ?: []);
        @rmdir($folder);
    }
}

try {
    match ($argv[1] ?? '') {
        'tour' => inNewFolder(tour(...)),
        'call' => call($argv[2]),
        'receive' => receive($argv[2] ?? '8080'),
        'vectors' => require __DIR__ . '/vectors/run.php',
        default => exit("usage: php main.php tour | receive <port> | vectors <folder>\n"),
    };
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
