<?php

declare(strict_types=1);

namespace WeibanExample;

/** Reads what Weiban answers. */
final class Answers
{
    /**
     * @param list<array<string, mixed>> $errors of error-codes.json
     * @param array<string, array<string, mixed>> $envelopes of vectors/answers.json: the fields that tell a success
     */
    public function __construct(private readonly array $errors, private readonly array $envelopes)
    {
    }

    /**
     * The fields of a success without those of its envelope. Integers beyond 64 bits are texts, so that no digit is lost.
     *
     * @throws ApiError|Unreadable
     */
    public function read(string $operation, int $status, string $body): \stdClass
    {
        $fields = self::parse($status, $body);
        [$kind, $envelope] = $this->envelopeOf($operation, $fields);
        if (!isset($fields->{$envelope['code']})) {
            return in_array($kind, ['status', 'bare'], true) ? $fields : throw new Unreadable('no-envelope', $status);
        }
        $code = filter_var($fields->{$envelope['code']}, FILTER_VALIDATE_INT);
        if ($code === false) {
            throw new Unreadable('no-envelope', $status);
        }
        if (!in_array($code, $envelope['ok'], true)) {
            $text = $fields->{$envelope['message']} ?? '';
            throw new ApiError($operation, $code, is_string($text) ? $text : '', $this->errorsOf($operation, $code));
        }
        $flag = $envelope['flag'] ?? '';
        if ($flag !== '' && ($fields->$flag ?? null) === false) {
            throw new Unreadable('contradiction', $status);
        }
        if ($status >= 400) {
            throw new Unreadable('status', $status);
        }
        unset($fields->{$envelope['code']}, $fields->{$envelope['message']}, $fields->$flag);
        return $fields;
    }

    /**
     * The errors that an operation documents for a code, or else those that every call shares.
     *
     * @return list<array<string, mixed>>
     */
    private function errorsOf(string $operation, int $code): array
    {
        $same = array_filter($this->errors, static fn (array $error): bool => $error['code'] === $code);
        $own = array_filter($same, static fn (array $error): bool => in_array($operation, $error['operations'] ?? [], true));
        $shared = array_filter($same, static fn (array $error): bool => isset($error['remedy']));
        return array_values($own ?: $shared);
    }

    /**
     * The envelope of an operation; operations that none lists have the first one. An answer in another envelope is understood too.
     *
     * @return array{string, array<string, mixed>}
     */
    private function envelopeOf(string $operation, \stdClass $fields): array
    {
        $kind = 'errcode';
        foreach ($this->envelopes as $name => $envelope) {
            if (in_array($operation, $envelope['operations'] ?? [], true)) {
                $kind = $name;
            }
        }
        if (!isset($fields->{$this->envelopes[$kind]['code']})) {
            foreach (['errcode', 'status'] as $other) {
                if (isset($fields->{$this->envelopes[$other]['code']})) {
                    return [$other, $this->envelopes[$other]];
                }
            }
        }
        return [$kind, $this->envelopes[$kind]];
    }

    public static function parse(int $status, string $body): \stdClass
    {
        $value = json_decode($body, false, 512, JSON_BIGINT_AS_STRING);
        if ($value instanceof \stdClass) {
            return $value;
        }
        throw new Unreadable(match (true) {
            json_last_error() === JSON_ERROR_NONE => 'no-envelope',
            trim($body) === '' => 'empty',
            trim($body)[0] === '<' => 'html',
            in_array(trim($body)[0], ['{', '['], true) => 'truncated',
            default => 'not-json',
        }, $status);
    }
}
