<?php

declare(strict_types=1);

use WeibanExample\Answers;
use WeibanExample\ApiError;
use WeibanExample\Unreadable;

return static function (stdClass $case, array $file): array {
    $data = getenv('WEIBAN_DATA') ?: __DIR__ . '/../node_modules/weiban-openapi';
    static $errors = null;
    $errors ??= json_decode(file_get_contents("$data/error-codes.json"), true, 512, JSON_THROW_ON_ERROR)['errors'];
    $given = $case->given;
    try {
        $answers = new Answers($errors, $file['envelopes']);
        return ['result' => $answers->read($given->operation, $given->status ?? 200, $given->body)];
    } catch (ApiError $error) {
        $names = array_column($error->known, 'name');
        sort($names);
        return ['code' => $error->getCode(), 'names' => $names];
    } catch (Unreadable $error) {
        return ['unreadable' => $error->reason];
    }
};
