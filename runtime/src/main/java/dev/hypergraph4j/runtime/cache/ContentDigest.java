package dev.hypergraph4j.runtime.cache;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The digest of values by their content. Each value begins with a byte that says of what kind it is, and what has any number of parts ends with
 * {@link #END}, so that different values never feed the same bytes. Parts without an order are digested one by one and sorted. Stores keep
 * these digests: who changes what is fed changes the form that {@link CacheKey} feeds first.
 */
final class ContentDigest {
    /** Deeper values may as well contain themselves. */
    private static final int DEEPEST = 200;

    private static final char NULL = '0';
    private static final char LIST = 'L';
    private static final char SET = 'S';
    private static final char MAP = 'M';
    private static final char ENTRY = 'E';
    private static final char OPTIONAL = 'O';
    private static final char ARRAY = 'A';
    private static final char RECORD = 'R';
    private static final char END = ';';

    private final DigestBytes bytes = new DigestBytes();
    private int depth;

    ContentDigest() {
        this(0);
    }

    private ContentDigest(int depth) {
        this.depth = depth;
    }

    void text(String text) {
        bytes.putText(text);
    }

    void value(@Nullable Object value) throws UnstableValueException {
        if (value == null) {
            bytes.put(NULL);
        } else if (!Scalars.put(bytes, value)) {
            if (++depth > DEEPEST) {
                throw new UnstableValueException("is nested deeper than " + DEEPEST + " levels, or contains itself");
            }
            compound(value);
            depth--;
        }
    }

    /** To be called once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(bytes.digest());
    }

    private void compound(Object value) throws UnstableValueException {
        if (value instanceof Record) {
            record(value);
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (value instanceof List<?> list) {
            parts(LIST, list);
        } else if (value instanceof Set<?> set) {
            unordered(SET, set);
        } else if (value instanceof Map<?, ?> map && !(value instanceof IdentityHashMap)) {
            unordered(MAP, map.entrySet());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            parts(ENTRY, Arrays.asList(entry.getKey(), entry.getValue()));
        } else if (value instanceof Optional<?> optional) {
            parts(OPTIONAL, optional.map(List::of).orElse(List.of()));
        } else {
            throw UnstableValueException.holds(
                    value.getClass(), "which is no record, no collection and no value whose content is known");
        }
    }

    private void record(Object value) throws UnstableValueException {
        RecordParts parts = RecordParts.of(value.getClass());
        bytes.put(RECORD);
        bytes.putText(value.getClass().getName());
        for (Method accessor : parts.accessors()) {
            bytes.putText(accessor.getName());
            value(parts.read(accessor, value));
        }
        bytes.put(END);
    }

    private void array(Object array) throws UnstableValueException {
        bytes.put(ARRAY);
        bytes.putText(array.getClass().getName());
        int length = Array.getLength(array);
        if (array instanceof byte[] raw) {
            bytes.putNumber(length);
            bytes.put(raw);
        } else {
            for (int i = 0; i < length; i++) {
                value(Array.get(array, i));
            }
        }
        bytes.put(END);
    }

    private void parts(char kind, Iterable<?> parts) throws UnstableValueException {
        bytes.put(kind);
        for (Object part : parts) {
            value(part);
        }
        bytes.put(END);
    }

    private void unordered(char kind, Iterable<?> parts) throws UnstableValueException {
        List<byte[]> digests = new ArrayList<>();
        for (Object part : parts) {
            ContentDigest own = new ContentDigest(depth);
            own.value(part);
            digests.add(own.bytes.digest());
        }
        digests.sort(Arrays::compareUnsigned);
        bytes.put(kind);
        bytes.putNumber(digests.size());
        digests.forEach(bytes::put);
    }
}
