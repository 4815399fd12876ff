<?php

declare(strict_types=1);

namespace WeibanExample;

use GuzzleHttp\Exception\GuzzleException;
use GuzzleHttp\Promise\Create;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Psr7\Uri;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

/** A Guzzle handler that sends the calls of one company: within its limits, with its token, and with errors by name. */
final class Transport
{
    private const TOKEN_REFUSED = 10001;

    /** Called after a refused token was renewed. */
    public ?\Closure $renewed = null;

    /**
     * @param callable $handler the handler of Guzzle that sends
     * @param array<string, list<string>> $classes the operations that are no reads, by class
     */
    public function __construct(
        private $handler,
        private readonly TokenSource $tokens,
        private readonly Limits $limits,
        private readonly array $classes,
        private readonly Answers $answers,
    ) {
    }

    public function __invoke(RequestInterface $request, array $options): PromiseInterface
    {
        $operation = self::operationOf($request->getUri()->getPath());
        if ($operation === 'accessTokenGet') {
            return Create::promiseFor($this->send($operation, $request, $options));
        }
        $token = $this->tokens->get();
        try {
            $response = $this->send($operation, self::withToken($request, $token), $options);
        } catch (ApiError $error) {
            if ($error->getCode() !== self::TOKEN_REFUSED) {
                throw $error;
            }
            $this->tokens->refused($token);
            $token = $this->tokens->get();
            if ($this->renewed !== null) {
                ($this->renewed)();
            }
            $response = $this->send($operation, self::withToken($request, $token), $options);
        }
        $this->tokens->renewAhead();
        return Create::promiseFor($response);
    }

    private function send(string $operation, RequestInterface $request, array $options): ResponseInterface
    {
        $call = $this->limits->enter($operation, $this->classOf($operation));
        $code = 0;
        try {
            $response = ($this->handler)($request, $options)->wait();
            $this->answers->read($operation, $response->getStatusCode(), (string) $response->getBody());
            $response->getBody()->rewind();
            return $response;
        } catch (ApiError $error) {
            $code = $error->getCode();
            throw $error;
        } catch (GuzzleException $error) {
            // Without the address, in which the token travels, and without the request.
            throw new \RuntimeException("$operation: " . explode('?', $error->getMessage())[0]);
        } finally {
            $this->limits->leave($call, $code);
        }
    }

    private static function withToken(RequestInterface $request, #[\SensitiveParameter] string $token): RequestInterface
    {
        $request->getBody()->rewind();
        return $request->withUri(Uri::withQueryValue($request->getUri(), 'access_token', $token));
    }

    /** The operation of a path, whose names follow from each other: /open-api/external_user/list is externalUserList. */
    private static function operationOf(string $path): string
    {
        $words = preg_split('~[/_]~', explode('/open-api/', $path, 2)[1] ?? $path, -1, PREG_SPLIT_NO_EMPTY);
        return lcfirst(implode('', array_map(ucfirst(...), $words)));
    }

    private function classOf(string $operation): string
    {
        foreach ($this->classes as $class => $operations) {
            if (in_array($operation, $operations, true)) {
                return $class;
            }
        }
        return 'read';
    }
}
