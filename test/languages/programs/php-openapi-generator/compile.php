<?php

// Compiles and loads every class of the generated client, and makes one of each model.

declare(strict_types=1);

error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $text) => throw new ErrorException($text, 0, $level));
require __DIR__ . '/autoload.php';

use Weiban\Model\ModelInterface;
use Weiban\ObjectSerializer;

$folder = __DIR__ . '/client/lib/';
$count = 0;
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
    $name = substr($file->getPathname(), strlen($folder), -strlen('.php'));
    $class = new ReflectionClass('Weiban\\' . strtr($name, '/', '\\'));
    if ($class->implementsInterface(ModelInterface::class) && $class->isInstantiable()) {
        json_encode(ObjectSerializer::sanitizeForSerialization($class->newInstance()), JSON_THROW_ON_ERROR);
    }
    $count++;
}
if ($count < 300) {
    throw new RuntimeException("the client has $count classes only");
}
echo "$count classes\n";
