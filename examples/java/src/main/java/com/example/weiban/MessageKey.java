package com.example.weiban;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Token and EncodingAESKey of the callback application: signs, encrypts and decrypts messages, the WeCom way. */
final class MessageKey {
    /** A decrypted message, and for whom it is. */
    static final class Frame {
        final byte[] message;
        final byte[] receiveId;

        Frame(byte[] message, byte[] receiveId) {
            this.message = message;
            this.receiveId = receiveId;
        }
    }

    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;
    /** Twice the block of the cipher itself, which is why Java's own padding does not fit. */
    private static final int BLOCK = 32;

    private final String token;
    private final SecretKeySpec aes;
    private final IvParameterSpec iv;

    /** @throws IllegalArgumentException if the EncodingAESKey is not 43 letters and digits */
    MessageKey(String token, String encodingAesKey) {
        if (token == null || token.isEmpty()) throw new IllegalArgumentException("缺少 token");
        if (encodingAesKey == null || !encodingAesKey.matches("[A-Za-z0-9+/]{43}"))
            throw new IllegalArgumentException("EncodingAESKey 应为 43 位字母和数字，末尾没有 =");
        byte[] bytes = Base64.getDecoder().decode(encodingAesKey + "=");
        this.token = token;
        aes = new SecretKeySpec(bytes, "AES");
        iv = new IvParameterSpec(bytes, 0, RANDOM);
    }

    /** SHA-1, in lower-case hex, of token, timestamp, nonce and ciphertext, sorted and joined. */
    String sign(String timestamp, String nonce, String encrypt) {
        String[] parts = {token, timestamp, nonce, encrypt};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte value : digest) hex.append(String.format("%02x", value));
            return hex.toString();
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Compares in constant time. */
    boolean isSignature(String signature, String timestamp, String nonce, String encrypt) {
        byte[] expected = sign(timestamp, nonce, encrypt).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts: 16 random bytes, length of the message, message, receive id, padding. */
    String encrypt(byte[] message, byte[] receiveId, byte[] random) {
        int content = HEAD + message.length + receiveId.length;
        int padding = BLOCK - content % BLOCK;
        ByteBuffer frame = ByteBuffer.allocate(content + padding);
        frame.put(random).putInt(message.length).put(message).put(receiveId);
        Arrays.fill(frame.array(), content, content + padding, (byte) padding);
        try {
            return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(frame.array()));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Decrypts; null if this key does not open the ciphertext. White space in its Base64 does not matter. */
    Frame decrypt(String encrypt) {
        String base64 = encrypt.replaceAll("[\\t\\n\\f\\r ]+", "");
        if (base64.length() % 4 != 0) return null;
        try {
            return unpack(cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException error) {
            // Nobody may learn what the cipher rejected.
            return null;
        }
    }

    private static Frame unpack(byte[] frame) {
        int padding = frame.length == 0 ? 0 : frame[frame.length - 1];
        if (frame.length % BLOCK != 0 || padding < 1 || padding > BLOCK) return null;
        int end = frame.length - padding;
        for (int at = end; at < frame.length; at++) if (frame[at] != padding) return null;
        if (end < HEAD) return null;
        int length = ByteBuffer.wrap(frame).getInt(RANDOM);
        if (length < 0 || length > end - HEAD) return null;
        return new Frame(Arrays.copyOfRange(frame, HEAD, HEAD + length), Arrays.copyOfRange(frame, HEAD + length, end));
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, aes, iv);
        return cipher;
    }
}
