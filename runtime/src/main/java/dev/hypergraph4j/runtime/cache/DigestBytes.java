package dev.hypergraph4j.runtime.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Feeds a SHA-256 digest through a buffer. Every text is preceded by its length, so that different ones never feed the same bytes. */
final class DigestBytes {
    private final MessageDigest digest;
    private final byte[] buffer = new byte[1024];
    private int size;

    DigestBytes() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    void put(byte[] bytes) {
        flush();
        digest.update(bytes);
    }

    void put(int one) {
        if (size == buffer.length) {
            flush();
        }
        buffer[size++] = (byte) one;
    }

    void putNumber(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (number >>> shift));
        }
    }

    /** Character by character: an encoding would put the same replacement for different halves of broken pairs. */
    void putText(String text) {
        putNumber(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            put(character >>> Byte.SIZE);
            put(character);
        }
    }

    byte[] digest() {
        flush();
        return digest.digest();
    }

    private void flush() {
        digest.update(buffer, 0, size);
        size = 0;
    }
}
