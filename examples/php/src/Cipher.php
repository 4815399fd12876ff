<?php

declare(strict_types=1);

namespace WeibanExample;

/** The signature and the encryption of pushed messages, as WeCom defines them. */
final class Cipher
{
    private const BLOCK = 32; // WeCom pads to 32 bytes, not to the 16 of AES
    private const METHOD = 'aes-256-cbc';
    private const OPTIONS = OPENSSL_RAW_DATA | OPENSSL_ZERO_PADDING;

    private readonly string $key;

    /** @param string $encodingAesKey of the callback application */
    public function __construct(#[\SensitiveParameter] string $encodingAesKey)
    {
        if (preg_match('/^[A-Za-z0-9]{43}$/D', $encodingAesKey) !== 1) {
            throw new \InvalidArgumentException('encodingAesKey must be the 43 letters and digits of the callback application');
        }
        $this->key = base64_decode("$encodingAesKey=");
    }

    public static function sign(
        #[\SensitiveParameter] string $token,
        string $timestamp,
        string $nonce,
        string $encrypted,
    ): string {
        $parts = [$token, $timestamp, $nonce, $encrypted];
        sort($parts, SORT_STRING);
        return sha1(implode('', $parts));
    }

    /** @param string $random 16 bytes */
    public function encrypt(string $random, string $text, string $receiveId): string
    {
        $frame = $random . pack('N', strlen($text)) . $text . $receiveId;
        $padding = self::BLOCK - strlen($frame) % self::BLOCK;
        $frame .= str_repeat(chr($padding), $padding);
        return base64_encode(openssl_encrypt($frame, self::METHOD, $this->key, self::OPTIONS, $this->iv()));
    }

    /** @return array{string, string}|null text and receive id; null if the key does not open the message */
    public function decrypt(string $encrypted): ?array
    {
        $bytes = base64_decode($encrypted, true);
        if ($bytes === false || base64_encode($bytes) !== $encrypted || $bytes === '' || strlen($bytes) % self::BLOCK !== 0) {
            return null;
        }
        $frame = openssl_decrypt($bytes, self::METHOD, $this->key, self::OPTIONS, $this->iv());
        $padding = ord($frame[-1]);
        if ($padding < 1 || $padding > self::BLOCK || !str_ends_with($frame, str_repeat(chr($padding), $padding))) {
            return null;
        }
        $frame = substr($frame, 0, -$padding);
        if (strlen($frame) < 20) {
            return null;
        }
        $length = unpack('N', $frame, 16)[1];
        return $length > strlen($frame) - 20 ? null : [substr($frame, 20, $length), substr($frame, 20 + $length)];
    }

    private function iv(): string
    {
        return substr($this->key, 0, 16);
    }
}
