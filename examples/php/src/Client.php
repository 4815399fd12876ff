<?php

declare(strict_types=1);

namespace WeibanExample;

use GuzzleHttp\Client as Http;
use GuzzleHttp\Middleware;
use GuzzleHttp\Utils;
use Weiban\Api\AccessTokenApi;
use Weiban\Api\CustomersApi;
use Weiban\Configuration;
use Weiban\Model\AccessTokenGetBody;

/** The generated client of one company. Its calls go through Transport, so use the methods without Async in their names. */
final class Client
{
    private const PAGE = 50;

    public readonly Transport $transport;
    private readonly Http $http;
    private readonly Configuration $config;
    private readonly Clock $clock;

    /** How many tokens this process requested. */
    public int $tokenRequests = 0;

    /**
     * @param string $data the folder of the npm package's data: error-codes.json, vectors/
     * @param string $state a folder for what all processes share; readable by this user alone
     */
    public function __construct(
        string $baseUrl,
        private readonly string $corpId,
        #[\SensitiveParameter] private readonly string $secret,
        string $data,
        string $state,
    ) {
        $this->clock = new Clock();
        $company = hash('sha256', "$baseUrl $corpId");
        $limits = self::json("$data/vectors/limits.json");
        $this->transport = new Transport(
            Middleware::prepareBody()(Utils::chooseHandler()),
            new TokenSource(new FileStore($state, "$company-token"), $this->clock, $this->issue(...)),
            new Limits(new FileStore($state, "$company-limits"), $this->clock, $limits['classes']),
            $limits['operations'],
            new Answers(
                self::json("$data/error-codes.json")['errors'],
                self::json("$data/vectors/answers.json")['envelopes'],
            ),
        );
        $this->http = new Http(['handler' => $this->transport, 'timeout' => 30, 'connect_timeout' => 10]);
        $this->config = (new Configuration())->setHost($baseUrl);
    }

    /**
     * A class of the generated client: `$client->api(CustomersApi::class)->externalUserList()`.
     *
     * @template Api of object
     * @param class-string<Api> $class
     * @return Api
     */
    public function api(string $class): object
    {
        return new $class($this->http, $this->config);
    }

    /** @return \Generator<int, \Weiban\Model\Customer> all customers, page by page */
    public function customers(): \Generator
    {
        $api = $this->api(CustomersApi::class);
        return (new Paging('offset-total', $this->clock))->walk(static function (int $offset) use ($api): Page {
            $answer = $api->externalUserList(limit: self::PAGE, offset: $offset);
            return new Page($answer->getExternalUserList(), $answer->getTotal());
        });
    }

    /** @return array{string, int} */
    private function issue(): array
    {
        $this->tokenRequests++;
        $body = new AccessTokenGetBody(['corp_id' => $this->corpId, 'secret' => $this->secret]);
        $answer = $this->api(AccessTokenApi::class)->accessTokenGet($body);
        return [$answer->getAccessToken(), $answer->getExpiresIn()];
    }

    private static function json(string $path): array
    {
        $text = @file_get_contents($path);
        if ($text === false) {
            throw new \RuntimeException("cannot read $path; is WEIBAN_DATA the folder of the npm package?");
        }
        return json_decode($text, true, 512, JSON_THROW_ON_ERROR);
    }
}
