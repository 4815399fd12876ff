<?php

declare(strict_types=1);

/** A server on this machine that answers requests with the codes of a case. */
final class CodeServer
{
    private const TOKEN_TAKES = 1.0; // long enough for every process to wait for the same token

    /** @var array<string, int> how many requests came, by name */
    public array $sent = ['access_token' => 0, 'staff' => 0];
    public readonly string $url;
    /** @var resource */
    private $socket;
    /** @var array<int, array{socket: resource, name: string, since: float}> */
    private array $waiting = [];

    /** @param array<string, list<int>> $codes */
    public function __construct(private readonly array $codes, private readonly int $calls)
    {
        $this->socket = stream_socket_server('tcp://127.0.0.1:0');
        $this->url = 'http://' . stream_socket_get_name($this->socket, false);
    }

    /** Takes what has come, and answers what is due. */
    public function turn(): void
    {
        $read = [$this->socket];
        $none = null;
        while (stream_select($read, $none, $none, 0, 10_000) > 0) {
            $socket = stream_socket_accept($this->socket);
            $path = explode(' ', (string) fgets($socket))[1] ?? '';
            $length = 0;
            while (($line = trim((string) fgets($socket))) !== '') {
                $length = stripos($line, 'content-length:') === 0 ? (int) substr($line, 15) : $length;
            }
            if ($length > 0) {
                stream_get_contents($socket, $length);
            }
            $name = str_contains($path, 'access_token/get') ? 'access_token' : 'staff';
            $this->waiting[] = ['socket' => $socket, 'name' => $name, 'since' => microtime(true)];
            $read = [$this->socket];
        }
        foreach ($this->waiting as $key => $request) {
            if ($this->isDue($request)) {
                $this->answer($request);
                unset($this->waiting[$key]);
            }
        }
    }

    /** The first calls are answered together, where they are refused. */
    private function isDue(array $request): bool
    {
        if ($request['name'] === 'access_token') {
            return $this->calls === 1 || microtime(true) - $request['since'] > self::TOKEN_TAKES;
        }
        $isRefused = $this->codes['staff'][0] !== 0;
        return !$isRefused || $this->sent['staff'] > 0 || count($this->waiting) === $this->calls;
    }

    private function answer(array $request): void
    {
        $codes = $this->codes[$request['name']];
        $code = $codes[min($this->sent[$request['name']]++, count($codes) - 1)];
        $body = json_encode(['errcode' => $code, 'errmsg' => 'x', 'access_token' => 't', 'expires_in' => 7200]);
        $head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " . strlen($body);
        fwrite($request['socket'], "$head\r\n\r\n$body");
        fclose($request['socket']);
    }
}

/** Lets several processes call at the same time. */
function together(stdClass $given): array
{
    $server = new CodeServer(['access_token' => $given->token, 'staff' => $given->answers], $given->calls);
    $state = stateFolder();
    $callers = [];
    for ($index = 0; $index < $given->calls; $index++) {
        $command = [PHP_BINARY, __DIR__ . '/caller.php', $server->url, $state];
        $callers[] = ['process' => proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes), 'pipes' => $pipes];
    }
    foreach ($callers as ['pipes' => [, $output]]) {
        fgets($output); // ready
    }
    foreach ($callers as ['pipes' => [$input]]) {
        fwrite($input, "go\n");
    }
    $ends = [];
    while (count($ends) < count($callers)) {
        $server->turn();
        foreach ($callers as $key => ['process' => $process, 'pipes' => [, $output]]) {
            if (!isset($ends[$key]) && !proc_get_status($process)['running']) {
                $ends[$key] = trim(stream_get_contents($output));
            }
        }
    }
    $codes = array_values(array_unique($ends));
    $call = count($codes) === 1 && is_numeric($codes[0]) ? (int) $codes[0] : $codes;
    return ['tokenRequests' => $server->sent['access_token'], 'sent' => $server->sent['staff'], 'call' => $call];
}
