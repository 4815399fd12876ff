<?php

// Calls the sandbox with the client that openapi-generator makes, and prints a line of JSON for each step.

declare(strict_types=1);

require __DIR__ . '/autoload.php';

use GuzzleHttp\Client;
use Weiban\Api\AccessTokenApi;
use Weiban\Api\CustomersApi;
use Weiban\Api\SalesProcessApi;
use Weiban\Api\TagLibraryApi;
use Weiban\Configuration;
use Weiban\Model\AccessTokenGetBody;
use Weiban\Model\TagCreateBody;

const LIMIT = 50;

function main(): void
{
    $http = new Client(['timeout' => 30]);
    $config = (new Configuration())->setHost(getenv('WEIBAN_BASE_URL'));
    $config->setApiKey('access_token', token($http, $config));
    read(new SalesProcessApi($http, $config));
    listAll(new CustomersApi($http, $config));
    write(new TagLibraryApi($http, $config));
    fail(new SalesProcessApi($http, $config));
}

function token(Client $http, Configuration $config): string
{
    $body = new AccessTokenGetBody(['corp_id' => getenv('WEIBAN_CORP_ID'), 'secret' => getenv('WEIBAN_SECRET')]);
    $answer = (new AccessTokenApi($http, $config))->accessTokenGet($body);
    show('token', ['expires_in' => $answer->getExpiresIn()]);
    return $answer->getAccessToken();
}

function read(SalesProcessApi $sales): void
{
    $found = $sales->opportunityOne(serial_number: 'SJ20240305')->getOpportunity();
    show('read', ['organization' => $found->getOrganization()->getName(), 'stage' => $found->getStage()->getName()]);
}

function listAll(CustomersApi $api): void
{
    $customers = [];
    $offset = 0;
    do {
        $page = $api->externalUserList(limit: LIMIT, offset: $offset);
        foreach ($page->getExternalUserList() as $customer) {
            $customers[] = $customer->getId();
        }
        $offset += LIMIT;
    } while ($offset < $page->getTotal());
    show('list', ['customers' => $customers]);
}

function write(TagLibraryApi $tags): void
{
    $body = new TagCreateBody(['tag_group_id' => getenv('WEIBAN_TAG_GROUP'), 'tag_name_list' => ['新语言 "tag" 1']]);
    show('write', ['errcode' => $tags->tagCreate($body)->getErrcode()]);
}

function fail(SalesProcessApi $sales): void
{
    show('error', ['errcode' => $sales->opportunityOne(id: '1')->getErrcode()]);
}

function show(string $step, array $fields): void
{
    echo json_encode(['step' => $step, ...$fields], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
}

main();
