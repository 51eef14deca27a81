package io.larmor.kernel.display;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Printed bytes that wait to be sent; a character cut at the end waits for its rest. */
final class StreamBuffer {

    private static final int LIMIT = 48 * 1024;
    private byte[] bytes = new byte[1024];
    private int size;

    /** Adds bytes and says whether there is now enough to be worth a message. */
    synchronized boolean add(byte[] more, int offset, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(more, offset, bytes, size, length);
        size += length;
        return size >= LIMIT;
    }

    synchronized String take() {
        int whole = wholeCharacters();
        if (whole == 0) {
            return "";
        }
        String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        System.arraycopy(bytes, whole, bytes, 0, size - whole);
        size -= whole;
        return text;
    }

    private int wholeCharacters() {
        int start = size;
        // a character has at most four bytes, of which all but the first look like 10xxxxxx
        while (start > 0 && size - start < 4 && (bytes[start - 1] & 0xC0) == 0x80) {
            start--;
        }
        if (start == 0) {
            return size;
        }
        int lead = bytes[start - 1] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return size - (start - 1) < length ? start - 1 : size;
    }
}
