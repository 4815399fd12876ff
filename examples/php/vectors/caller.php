<?php

// One of several processes that call at the same time; prints how the call ends.

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use Weiban\Api\StaffApi;
use WeibanExample\ApiError;
use WeibanExample\Client;

$data = getenv('WEIBAN_DATA') ?: __DIR__ . '/../node_modules/weiban-openapi';
$api = (new Client($argv[1], 'c', 's', $data, $argv[2]))->api(StaffApi::class);
echo "ready\n";
fgets(STDIN);
try {
    $api->staffList();
    echo "0\n";
} catch (ApiError $error) {
    echo $error->getCode(), "\n";
}
