<?php

declare(strict_types=1);

namespace WeibanExample;

/**
 * A small state that all PHP processes of a machine share: a file of JSON, locked while it is used. With several machines, keep the
 * state in Redis or a database instead.
 */
final class FileStore
{
    /** @param string $folder must be readable by this user alone: the token is kept in it */
    public function __construct(private readonly string $folder, private readonly string $name)
    {
        if (!is_dir($folder) && !@mkdir($folder, 0700, true) && !is_dir($folder)) {
            throw new \RuntimeException("cannot create the folder $folder");
        }
    }

    /** @return array<string, mixed> */
    public function read(): array
    {
        return $this->change(static fn (array $state): array => $state);
    }

    /** Lets a function change the state, which it takes by reference. Returns what the function returns. */
    public function change(callable $change): mixed
    {
        $file = $this->open('json');
        flock($file, LOCK_EX);
        try {
            $before = (string) stream_get_contents($file);
            $state = json_decode($before, true) ?? []; // nothing, or cut off by a crash
            $result = $change($state);
            $after = json_encode($state, JSON_THROW_ON_ERROR);
            if ($after !== $before) {
                ftruncate($file, 0);
                rewind($file);
                fwrite($file, $after);
            }
            return $result;
        } finally {
            fclose($file); // and unlock it
        }
    }

    /** Runs a task while no other process runs one; does nothing if another one does, and $waits is false. */
    public function alone(callable $task, bool $waits = true): mixed
    {
        $lock = $this->open('lock');
        try {
            return flock($lock, $waits ? LOCK_EX : LOCK_EX | LOCK_NB) ? $task() : null;
        } finally {
            fclose($lock);
        }
    }

    /** @return resource */
    private function open(string $suffix)
    {
        $path = "$this->folder/$this->name.$suffix";
        return fopen($path, 'c+') ?: throw new \RuntimeException("cannot write $path");
    }
}
