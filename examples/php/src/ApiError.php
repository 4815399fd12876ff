<?php

declare(strict_types=1);

namespace WeibanExample;

/**
 * A refusal by Weiban. The same number means different things in different operations, so names come from both:
 * `$error->is('OpportunityNotFound')`.
 */
final class ApiError extends \RuntimeException
{
    /** @param list<array<string, mixed>> $known the errors of error-codes.json that it may be */
    public function __construct(
        public readonly string $operation,
        int $code,
        public readonly string $text,
        public readonly array $known,
    ) {
        $name = $known[0] ?? null;
        parent::__construct(
            $name === null ? "$operation: $code $text" : "$name[name] ($code): $name[zh]。$name[adviceZh]",
            $code,
        );
    }

    public function is(string $name): bool
    {
        return in_array($name, array_column($this->known, 'name'), true);
    }

    /** @return array<string, mixed> */
    public function toArray(): array
    {
        return [$this->operation, $this->code, $this->text, $this->known];
    }

    /** @param array<string, mixed> $fields of toArray */
    public static function fromArray(array $fields): self
    {
        return new self(...$fields);
    }
}
