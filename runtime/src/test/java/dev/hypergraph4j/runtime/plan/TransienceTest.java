package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.RetryAfter;
import dev.hypergraph4j.runtime.plan.RetryDecision.Verdict;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each failure where a policy names none: the whole table, through the one function that decides. */
class TransienceTest {
    private static final RetryPolicy POLICY = new RetryPolicy(3, List.of(), 100, 1, 100, 0, RetryPolicy.ANY_TIME);

    static Stream<Throwable> passing() {
        return Stream.of(
                new TimeoutException(),
                new IOException(),
                new EOFException(),
                new ConnectException(),
                new SocketException("Connection reset"),
                new SocketTimeoutException(),
                new UnknownHostException(),
                new ClosedChannelException(),
                new FileSystemException("a", null, "Resource temporarily unavailable"),
                new UncheckedIOException(new IOException()),
                new SQLTransientException(),
                new SQLTransientConnectionException(),
                new SQLTimeoutException(),
                new SQLRecoverableException(),
                new SQLNonTransientConnectionException("", "08001"),
                new BatchUpdateException("", "40P01", new int[0]),
                new RetryAfter(Duration.ZERO),
                new RetryAfter(Duration.ZERO, new FileNotFoundException()),
                new IllegalStateException(new RetryAfter(Duration.ZERO)),
                new CompletionException(new IOException()),
                new ExecutionException(new TimeoutException()),
                new IllegalStateException(new RuntimeException(new SQLException("", "40001"))));
    }

    static Stream<Throwable> staying() {
        return Stream.of(
                new FileNotFoundException(),
                new NoSuchFileException("a"),
                new AccessDeniedException("a"),
                new FileAlreadyExistsException("a"),
                new NotDirectoryException("a"),
                new DirectoryNotEmptyException("a"),
                new FileSystemLoopException("a"),
                new NotLinkException("a"),
                new AtomicMoveNotSupportedException("a", "b", ""),
                new MalformedURLException(),
                new MalformedInputException(1),
                new UnsupportedEncodingException(),
                new UTFDataFormatException(),
                new InvalidClassException(""),
                new ZipException(),
                new UncheckedIOException(new NoSuchFileException("a")),
                new IOException(new FileNotFoundException()),
                new CompletionException(new AccessDeniedException("a")),
                new SQLIntegrityConstraintViolationException("", "23505"),
                new SQLException(),
                new IOException(new SQLException("", "42601")),
                new Exception(),
                new RuntimeException(),
                new IllegalStateException(),
                new IllegalArgumentException(new IllegalStateException()),
                new NullPointerException(),
                new CancellationException(),
                new AssertionError(),
                new AssertionError(new IOException()),
                new NoClassDefFoundError(),
                new ExceptionInInitializerError(new IOException()),
                new IOException(new LinkageError()));
    }

    static Stream<Throwable> tellingOfInterrupts() {
        return Stream.of(
                new InterruptedException(),
                new IOException(new InterruptedException()),
                new ClosedByInterruptException(),
                new AssertionError(new InterruptedException()),
                new RetryAfter(Duration.ZERO, new InterruptedException()));
    }

    static Stream<Throwable> crashing() {
        return Stream.of(
                new OutOfMemoryError(),
                new StackOverflowError(),
                new InternalError(),
                new UnknownError(),
                new CompletionException(new OutOfMemoryError()),
                new IOException(new StackOverflowError()),
                new ExceptionInInitializerError(new OutOfMemoryError()),
                new RetryAfter(Duration.ZERO, new OutOfMemoryError()));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsTriedAgain(Throwable failure) {
        assertThat(decide(POLICY, failure)).isEqualTo(Verdict.RETRY);
    }

    @ParameterizedTest
    @MethodSource("staying")
    void whatStaysOrIsUnknownIsNot(Throwable failure) {
        assertThat(decide(POLICY, failure)).isEqualTo(Verdict.NOT_WORTH_IT);
    }

    @ParameterizedTest
    @MethodSource("tellingOfInterrupts")
    void whatTellsOfAnInterruptIsNot(Throwable failure) {
        assertThat(decide(POLICY, failure)).isEqualTo(Verdict.INTERRUPTED);
    }

    @ParameterizedTest
    @MethodSource("crashing")
    void brokenJvmIsACrashWhateverThePolicy(Throwable failure) {
        RetryPolicy all = new RetryPolicy(3, List.of(Throwable.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME);

        for (RetryPolicy policy : List.of(POLICY, all, RetryPolicy.NEVER)) {
            RetryDecision decision = policy.decide(failure, 1, 0, 0);
            assertThat(decision).isEqualTo(new RetryDecision(Verdict.CRASH, 0));
            assertThat(decision.isRetry()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08000, RETRY",
        "08003, RETRY",
        "08006, RETRY",
        "40001, RETRY",
        "40P01, RETRY",
        "53000, RETRY",
        "53300, RETRY",
        "55P03, RETRY",
        "57P01, RETRY",
        "57P02, RETRY",
        "57P03, RETRY",
        "55006, NOT_WORTH_IT",
        "57014, NOT_WORTH_IT",
        "57P04, NOT_WORTH_IT",
        "22001, NOT_WORTH_IT",
        "23505, NOT_WORTH_IT",
        "42601, NOT_WORTH_IT",
        "28000, NOT_WORTH_IT",
        "'', NOT_WORTH_IT"
    })
    void databaseTellsByItsState(String state, Verdict verdict) {
        assertThat(decide(POLICY, new SQLException("", state))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "408, RETRY",
        "425, RETRY",
        "429, RETRY",
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "504, RETRY",
        "400, NOT_WORTH_IT",
        "401, NOT_WORTH_IT",
        "403, NOT_WORTH_IT",
        "404, NOT_WORTH_IT",
        "409, NOT_WORTH_IT",
        "422, NOT_WORTH_IT",
        "499, NOT_WORTH_IT",
        "501, NOT_WORTH_IT",
        "505, NOT_WORTH_IT",
        "200, NOT_WORTH_IT",
        "0, NOT_WORTH_IT"
    })
    void httpClientTellsByItsStatus(int status, Verdict verdict) {
        Stream.of(
                        new StatusCode(status),
                        new GetStatusCode(status),
                        new Status(status),
                        new Code(status),
                        new StatusObject(status),
                        new RawStatus(status),
                        new WithResponse(status))
                .forEach(failure -> {
                    assertThat(decide(POLICY, failure)).isEqualTo(verdict);
                    assertThat(decide(POLICY, new IllegalStateException(failure)))
                            .isEqualTo(verdict);
                });
    }

    @ParameterizedTest
    @CsvSource({"503, RETRY", "404, NOT_WORTH_IT", "501, RETRY", "0, RETRY"})
    void statusTellsMoreThanTheClass(int status, Verdict verdict) {
        assertThat(decide(POLICY, new IoStatus(status))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TextStatus.class,
                BrokenStatus.class,
                HiddenStatus.class,
                StatusOfSomething.class,
                NoResponse.class
            })
    void methodThatTellsNoStatusTellsNothing(Class<? extends Exception> type) throws Exception {
        Exception failure = type.getDeclaredConstructor().newInstance();

        assertThat(decide(POLICY, failure)).isEqualTo(Verdict.NOT_WORTH_IT);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void policyThatNamesWhatIsWorthItKnowsNoOthers(Throwable failure) {
        RetryPolicy onlyStates =
                new RetryPolicy(3, List.of(IllegalMonitorStateException.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME);
        boolean isAskedFor = CauseChain.of(failure).first(RetryAfter.class).isPresent();

        assertThat(decide(onlyStates, failure)).isEqualTo(isAskedFor ? Verdict.RETRY : Verdict.NOT_WORTH_IT);
    }

    @ParameterizedTest
    @ValueSource(classes = {FileNotFoundException.class, IllegalStateException.class, NullPointerException.class})
    void policyThatNamesWhatStaysTriesItAgain(Class<? extends Exception> type) throws Exception {
        RetryPolicy named = new RetryPolicy(3, List.of(type), 0, 1, 0, 0, RetryPolicy.ANY_TIME);

        assertThat(decide(named, type.getDeclaredConstructor().newInstance())).isEqualTo(Verdict.RETRY);
    }

    private static Verdict decide(RetryPolicy policy, Throwable failure) {
        return policy.decide(failure, 1, 0, 0).verdict();
    }

    // Exceptions of HTTP clients, whose methods are found by their names

    static class StatusCode extends RuntimeException {
        private final int status;

        StatusCode(int status) {
            this.status = status;
        }

        public int statusCode() {
            return status;
        }
    }

    static class GetStatusCode extends RuntimeException {
        private final int status;

        GetStatusCode(int status) {
            this.status = status;
        }

        public int getStatusCode() {
            return status;
        }
    }

    static class Status extends RuntimeException {
        private final int status;

        Status(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    static class Code extends RuntimeException {
        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int code() {
            return status;
        }
    }

    /** As in Spring: what is declared can be asked, what it is can't be seen. */
    public interface Telling {
        int value();
    }

    static class StatusObject extends RuntimeException {
        private final int status;

        StatusObject(int status) {
            this.status = status;
        }

        public Telling getStatusCode() {
            return () -> status;
        }
    }

    static class RawStatus extends RuntimeException {
        private final int status;

        RawStatus(int status) {
            this.status = status;
        }

        public int getRawStatusCode() {
            return status;
        }
    }

    /** As in JAX-RS. */
    public abstract static class Response {
        public abstract int getStatus();
    }

    static class WithResponse extends RuntimeException {
        private final int status;

        WithResponse(int status) {
            this.status = status;
        }

        public Response getResponse() {
            return new Response() {
                @Override
                public int getStatus() {
                    return status;
                }
            };
        }
    }

    static class NoResponse extends RuntimeException {
        public @Nullable Response getResponse() {
            return null;
        }
    }

    static class IoStatus extends IOException {
        private final int status;

        IoStatus(int status) {
            this.status = status;
        }

        public int statusCode() {
            return status;
        }
    }

    static class TextStatus extends RuntimeException {
        public String statusCode() {
            return "503";
        }
    }

    static class BrokenStatus extends RuntimeException {
        public int statusCode() {
            throw new IllegalStateException("no response");
        }
    }

    static class HiddenStatus extends RuntimeException {
        int statusCode() {
            return 503;
        }
    }

    static class StatusOfSomething extends RuntimeException {
        public int statusCode(int of) {
            return 503 + of;
        }
    }
}
