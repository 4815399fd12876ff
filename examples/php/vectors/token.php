<?php

declare(strict_types=1);

require_once __DIR__ . '/VirtualClock.php';
require_once __DIR__ . '/together.php';

use WeibanExample\ApiError;
use WeibanExample\FileStore;
use WeibanExample\Token;
use WeibanExample\TokenSource;

function later(stdClass $given): array
{
    $clock = new VirtualClock();
    $requests = 0;
    $issued = 0;
    $issue = static function () use ($given, &$requests, &$issued): array {
        $code = $given->token[min($requests++, count($given->token) - 1)];
        if ($code !== 0) {
            throw new ApiError('accessTokenGet', $code, '', []);
        }
        return [(string) ++$issued, $given->expires_in];
    };
    $source = new TokenSource(new FileStore(stateFolder(), 'token'), $clock, $issue);
    $tokens = [];
    foreach ($given->calls as $clock->time) {
        try {
            $tokens[] = (int) $source->get();
            $source->renewAhead();
        } catch (ApiError) {
            $tokens[] = null;
        }
    }
    return ['tokenRequests' => $requests, 'tokens' => $tokens];
}

return static function (stdClass $case): array|string {
    $given = $case->given;
    return match ($case->kind) {
        'age' => (new Token('t', $given->issuedAt, $given->expires_in * 1000))->age($given->now),
        'later' => later($given),
        'together' => together($given),
    };
};
