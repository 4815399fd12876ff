<?php

// Holds this program against the vectors of the npm package: php main.php vectors <folder>

declare(strict_types=1);

/** A text that is the same for equal values, whatever the order of their keys. */
function canonical(mixed $value): string
{
    if (is_array($value) && array_is_list($value)) {
        return '[' . implode(',', array_map(canonical(...), $value)) . ']';
    }
    if (!is_array($value) && !$value instanceof stdClass) {
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
    $fields = (array) $value;
    ksort($fields, SORT_STRING);
    $texts = array_map(static fn ($name) => json_encode((string) $name) . ':' . canonical($fields[$name]), array_keys($fields));
    return '{' . implode(',', $texts) . '}';
}

/** A folder for the state of one case. */
function stateFolder(): string
{
    static $root = null;
    static $count = 0;
    if ($root === null) {
        $root = sys_get_temp_dir() . '/weiban-vectors-' . bin2hex(random_bytes(8));
        register_shutdown_function(static function () use (&$root): void {
            array_map(unlink(...), glob("$root/*/*") ?: []);
            array_map(rmdir(...), glob("$root/*") ?: []);
            @rmdir($root);
        });
    }
    $count++;
    return "$root/$count";
}

$folder = $argv[2] ?? __DIR__ . '/../node_modules/weiban-openapi/vectors';
foreach (['answers', 'integers', 'limits', 'paging', 'token', 'webhooks'] as $name) {
    $outcome = require __DIR__ . "/$name.php";
    $text = file_get_contents("$folder/$name.json");
    $file = json_decode($text, true, 512, JSON_THROW_ON_ERROR);
    $cases = json_decode($text, false, 512, JSON_THROW_ON_ERROR)->cases;
    foreach ($cases as $case) {
        $found = canonical($outcome($case, $file));
        $want = canonical($case->want);
        if ($found !== $want) {
            fwrite(STDERR, "$name: $case->name\n  found $found\n  want  $want\n");
            exit(1);
        }
    }
    $count = count($cases);
    echo "$name $count of $count\n";
}
