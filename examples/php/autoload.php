<?php

declare(strict_types=1);

// Composer's autoloader; without Composer: the libraries of Debian (php-guzzlehttp-guzzle), and the classes of this folder.
if (is_file(__DIR__ . '/vendor/autoload.php')) {
    require __DIR__ . '/vendor/autoload.php';
    return;
}
require 'GuzzleHttp/autoload.php';
spl_autoload_register(static function (string $class): void {
    foreach (['Weiban\\' => 'client/lib/', 'WeibanExample\\' => 'src/'] as $namespace => $folder) {
        if (str_starts_with($class, $namespace)) {
            require __DIR__ . '/' . $folder . strtr(substr($class, strlen($namespace)), '\\', '/') . '.php';
        }
    }
});
