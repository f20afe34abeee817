package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as one column has them: how many, then each as nothing, as its bytes, or as the hash of a {@link Blob}. Begins with the version of
 * this form.
 */
final class Frame {
    /** Larger values become blobs. */
    static final int LARGEST = 65_536;

    private static final int VERSION = 1;
    private static final int ABSENT = 0;
    private static final int INLINE = 1;
    private static final int BLOB = 2;
    private static final int HASH_BYTES = 32;

    /** Where blobs are put. */
    @FunctionalInterface
    interface BlobSink {
        void put(Blob blob);
    }

    /** Where blobs are had from. */
    @FunctionalInterface
    interface BlobSource {
        Payload get(String hash) throws SQLException;
    }

    private Frame() {}

    static byte[] of(Payload value, BlobSink blobs) {
        return of(List.of(value), blobs);
    }

    static byte[] of(List<? extends @Nullable Payload> values, BlobSink blobs) {
        return of(values, LARGEST, blobs);
    }

    /** Values that are all in the frame, whatever their size. */
    static byte[] whole(List<? extends @Nullable Payload> values) {
        return of(values, Integer.MAX_VALUE, blob -> {});
    }

    private static byte[] of(List<? extends @Nullable Payload> values, int largest, BlobSink blobs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(values.size());
            for (Payload value : values) {
                write(value, out, largest, blobs);
            }
        } catch (IOException impossible) {
            throw new AssertionError("memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    static List<@Nullable Payload> read(byte[] frame, BlobSource blobs) throws SQLException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw StoreException.failedTo("read values in form " + version + ", which it does not know", null);
            }
            int count = in.readInt();
            List<@Nullable Payload> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(read(in, blobs));
            }
            return values;
        } catch (IOException damaged) {
            throw StoreException.failedTo("read values: they are damaged", damaged);
        }
    }

    static Payload readOne(byte[] frame, BlobSource blobs) throws SQLException {
        List<@Nullable Payload> values = read(frame, blobs);
        Payload value = values.size() == 1 ? values.get(0) : null;
        if (value == null) {
            throw StoreException.failedTo("read a value: nothing is there", null);
        }
        return value;
    }

    private static void write(@Nullable Payload value, DataOutputStream out, int largest, BlobSink blobs)
            throws IOException {
        if (value == null) {
            out.writeByte(ABSENT);
            return;
        }
        byte[] bytes = bytes(value);
        if (bytes.length <= largest) {
            out.writeByte(INLINE);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else {
            Blob blob = Blob.of(bytes);
            blobs.put(blob);
            out.writeByte(BLOB);
            out.write(HexFormat.of().parseHex(blob.hash()));
        }
    }

    private static @Nullable Payload read(DataInputStream in, BlobSource blobs) throws IOException, SQLException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ABSENT -> null;
            case INLINE -> Payload.of(exactly(in.readInt(), in));
            case BLOB -> blobs.get(HexFormat.of().formatHex(exactly(HASH_BYTES, in)));
            default -> throw new IOException("a value of kind " + kind);
        };
    }

    private static byte[] exactly(int length, DataInputStream in) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("a value of " + length + " bytes where " + in.available() + " are left");
        }
        return in.readNBytes(length);
    }

    private static byte[] bytes(Payload value) {
        if (value instanceof Payload.Bytes written) {
            return written.bytes();
        }
        throw new UnpersistableValueException(
                value.getClass().getSimpleName(), "it was not written down by the codec of this store", null);
    }
}
