package dev.hypergraph4j.runtime.plan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.io.UTFDataFormatException;
import java.io.UnsupportedEncodingException;
import java.net.MalformedURLException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;

/**
 * The table of failures that pass, for policies that name none. What is not in it is not tried again: nobody knows then whether another attempt would
 * end better, or do harm.
 *
 * <p>An exception tells the most by its HTTP status, then by its {@code SQLState}, then by its class. Of an exception and its causes, none may be of the kind
 * that stays, and one must be of the kind that passes.
 */
final class Transience {
    /** What a look at one exception tells. */
    enum Kind {
        /** It may be over by itself. */
        PASSES,
        /** Another attempt would end as this one did. */
        STAYS,
        /** It tells nothing. */
        UNKNOWN
    }

    private static final List<Class<? extends Throwable>> STAY = List.of(
            AccessDeniedException.class,
            AtomicMoveNotSupportedException.class,
            CharacterCodingException.class,
            DirectoryNotEmptyException.class,
            FileAlreadyExistsException.class,
            FileNotFoundException.class,
            FileSystemLoopException.class,
            MalformedURLException.class,
            NoSuchFileException.class,
            NotDirectoryException.class,
            NotLinkException.class,
            ObjectStreamException.class,
            UTFDataFormatException.class,
            UnsupportedEncodingException.class,
            ZipException.class);

    /** An {@code UncheckedIOException} is not among them: it always has a cause, which tells more. */
    private static final List<Class<? extends Throwable>> PASS = List.of(IOException.class, TimeoutException.class);

    private Transience() {}

    /** Whether a failure is worth another attempt. */
    static boolean isIn(CauseChain chain) {
        return chain.stream().noneMatch(error -> of(error) == Kind.STAYS)
                && chain.stream().anyMatch(error -> of(error) == Kind.PASSES);
    }

    private static Kind of(Throwable error) {
        Kind byStatus = HttpStatus.kindOf(error);
        if (byStatus != Kind.UNKNOWN) {
            return byStatus;
        }
        Kind bySql = SqlFailure.kindOf(error);
        return bySql != Kind.UNKNOWN ? bySql : byClass(error);
    }

    private static Kind byClass(Throwable error) {
        if (STAY.stream().anyMatch(type -> type.isInstance(error))) {
            return Kind.STAYS;
        }
        return PASS.stream().anyMatch(type -> type.isInstance(error)) ? Kind.PASSES : Kind.UNKNOWN;
    }
}
