<?php

declare(strict_types=1);

// Composer's autoloader; without Composer: the libraries of Debian, and the generated client.
if (is_file(__DIR__ . '/vendor/autoload.php')) {
    require __DIR__ . '/vendor/autoload.php';
    return;
}
require 'GuzzleHttp/autoload.php';
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Weiban\\')) {
        require __DIR__ . '/client/lib/' . strtr(substr($class, strlen('Weiban\\')), '\\', '/') . '.php';
    }
});
