<?php

declare(strict_types=1);

use Weiban\ObjectSerializer;
use WeibanExample\Answers;

return static function (stdClass $case): array {
    if ($case->kind === 'send') {
        $arguments = [$case->given->name => (int) $case->given->digits];
        return ['json' => json_encode($arguments), 'query' => ObjectSerializer::buildQuery($arguments)];
    }
    $found = [];
    foreach (array_keys((array) $case->want) as $pointer) {
        $value = Answers::parse(200, $case->given);
        foreach (array_slice(explode('/', $pointer), 1) as $step) {
            $value = is_array($value) ? $value[(int) $step] : $value->$step;
        }
        $found[$pointer] = (string) $value;
    }
    return $found;
};
