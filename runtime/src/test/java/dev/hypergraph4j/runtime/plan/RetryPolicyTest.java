package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.RetryAfter;
import dev.hypergraph4j.runtime.plan.RetryDecision.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
    private static final long FOREVER = RetryPolicy.ANY_TIME;

    @ParameterizedTest
    @CsvSource({
        // attempt, initial, multiplier, max, delay
        "1, 100, 2, 1000, 100",
        "2, 100, 2, 1000, 200",
        "3, 100, 2, 1000, 400",
        "4, 100, 2, 1000, 800",
        "5, 100, 2, 1000, 1000",
        "98, 100, 2, 1000, 1000",
        "3, 100, 1, 1000, 100",
        "2, 100, 1.5, 1000, 150",
        "1, 5000, 2, 1000, 1000",
        "1, 0, 2, 1000, 0",
        "98, 0, 1e300, 1000, 0",
        "1, 100, 2, 0, 0",
        "63, 1, 2, 9223372036854775807, 4611686018427387904",
        "64, 1, 2, 9223372036854775807, 9223372036854775807",
        "65, 1, 2, 9223372036854775807, 9223372036854775807",
        "98, 9223372036854775807, 1e300, 9223372036854775807, 9223372036854775807"
    })
    void waitGrowsUpToItsBound(int attempt, long initial, double multiplier, long max, long delay) {
        RetryPolicy policy = new RetryPolicy(99, List.of(Exception.class), initial, multiplier, max, 0, FOREVER);

        assertThat(policy.decide(new IOException(), attempt, 0, 0.7)).isEqualTo(RetryDecision.retryAfter(delay));
    }

    @ParameterizedTest
    @CsvSource({
        // jitter, random, delay of 1000
        "0, 0.99, 1000",
        "1, 0, 1000",
        "1, 0.25, 750",
        "1, 0.999, 1",
        "0.5, 0, 1000",
        "0.5, 0.5, 750",
        "0.5, 0.999999, 501"
    })
    void jitterLeavesOutARandomPart(double jitter, double random, long delay) {
        RetryPolicy policy = new RetryPolicy(2, List.of(Exception.class), 1000, 2, 5000, jitter, FOREVER);

        assertThat(policy.decide(new IOException(), 1, 0, random).delayNanos()).isEqualTo(delay);
    }

    @Test
    void waitsStayInTheirBoundsWhateverTheNumbers() {
        Random random = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            long initial = random.nextLong() >>> (1 + random.nextInt(62));
            long max = random.nextLong() >>> (1 + random.nextInt(62));
            double multiplier = 1 + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(100));
            int attempt = 1 + random.nextInt(1 << (1 + random.nextInt(29)));
            RetryPolicy policy = new RetryPolicy(
                    Integer.MAX_VALUE,
                    List.of(Exception.class),
                    initial,
                    multiplier,
                    max,
                    random.nextDouble(),
                    FOREVER);

            RetryDecision decision = policy.decide(new IOException(), attempt, random.nextInt(), random.nextDouble());

            assertThat(decision.delayNanos())
                    .as("%s, attempt %d", policy, attempt)
                    .isBetween(0L, max);
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException(), Verdict.RETRY),
                Arguments.of(new FileNotFoundException(), Verdict.RETRY),
                Arguments.of(new SocketTimeoutException(), Verdict.RETRY),
                Arguments.of(new TimeoutException(), Verdict.RETRY),
                Arguments.of(new CompletionException(new IOException()), Verdict.RETRY),
                Arguments.of(new IllegalStateException(new RuntimeException(new IOException())), Verdict.RETRY),
                Arguments.of(new RetryAfter(Duration.ofNanos(7)), Verdict.RETRY),
                Arguments.of(new IllegalStateException(new RetryAfter(Duration.ofNanos(7))), Verdict.RETRY),
                Arguments.of(causingEachOther(), Verdict.NOT_WORTH_IT),
                Arguments.of(new IllegalStateException(), Verdict.NOT_WORTH_IT),
                Arguments.of(new Exception(), Verdict.NOT_WORTH_IT),
                Arguments.of(new OutOfMemoryError(), Verdict.CRASH),
                Arguments.of(new AssertionError(new IOException()), Verdict.NOT_WORTH_IT),
                Arguments.of(new IOException(new StackOverflowError()), Verdict.CRASH),
                Arguments.of(new RetryAfter(Duration.ZERO, new OutOfMemoryError()), Verdict.CRASH),
                Arguments.of(new InterruptedException(), Verdict.INTERRUPTED),
                Arguments.of(new IOException(new InterruptedException()), Verdict.INTERRUPTED),
                Arguments.of(new ClosedByInterruptException(), Verdict.INTERRUPTED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyWhatThePolicyNamesIsWorthAnotherAttempt(Throwable failure, Verdict verdict) {
        RetryPolicy policy = new RetryPolicy(
                2,
                List.of(IOException.class, TimeoutException.class, AssertionError.class, InterruptedException.class),
                100,
                1,
                100,
                0,
                FOREVER);

        assertThat(policy.decide(failure, 1, 0, 0).verdict()).isEqualTo(verdict);
    }

    @Test
    void thereAreNoMoreAttemptsThanThePolicyAllows() {
        RetryPolicy policy = new RetryPolicy(3, List.of(Exception.class), 1, 2, 10, 0, FOREVER);

        assertThat(policy.decide(new IOException(), 1, 0, 0).isRetry()).isTrue();
        assertThat(policy.decide(new IOException(), 2, 0, 0).isRetry()).isTrue();
        assertThat(policy.decide(new IOException(), 3, 0, 0)).isEqualTo(new RetryDecision(Verdict.NO_ATTEMPT_LEFT, 0));
        assertThat(policy.decide(new IOException(), 4, 0, 0).isRetry()).isFalse();
        assertThat(policy.decide(new RetryAfter(Duration.ZERO), 3, 0, 0).isRetry())
                .isFalse();
    }

    @Test
    void neverMeansOneAttempt() {
        assertThat(RetryPolicy.NEVER
                        .decide(new RetryAfter(Duration.ZERO), 1, 0, 0)
                        .isRetry())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // window, since the first attempt, whether a delay of 100 fits in
        "1000, 0, true",
        "1000, 899, true",
        "1000, 900, true",
        "1000, 901, false",
        "1000, 5000, false",
        "1000, 9223372036854775807, false",
        "1000, -9223372036854775808, true",
        "99, 0, false",
        "0, 0, false",
        "9223372036854775807, 9223372036854775000, true",
        "9223372036854775806, 9223372036854775807, false"
    })
    void nextAttemptBeginsInTheWindow(long window, long since, boolean fits) {
        RetryPolicy policy = new RetryPolicy(9, List.of(Exception.class), 100, 1, 100, 0, window);

        assertThat(policy.decide(new IOException(), 1, since, 0).verdict())
                .isEqualTo(fits ? Verdict.RETRY : Verdict.WINDOW_CLOSES);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.000000007S, 7",
        "PT1H, 3600000000000",
        "PT-1S, 0",
        "PT2562047H47M16.854775807S, 9223372036854775807",
        "P10000000D, 9223372036854775807",
        "P-10000000D, 0"
    })
    void serverThatSaysWhenOverridesThePolicysDelay(Duration delay, long nanos) {
        RetryPolicy policy = new RetryPolicy(2, List.of(IOException.class), 100, 1, 100, 1, FOREVER);
        Exception wrapped = new IllegalStateException(new RetryAfter(delay, new IOException()));

        assertThat(policy.decide(wrapped, 1, 0, 0.5)).isEqualTo(RetryDecision.retryAfter(nanos));
    }

    @Test
    void windowAlsoHoldsForTheDelayThatAServerAsksFor() {
        RetryPolicy policy = new RetryPolicy(2, List.of(IOException.class), 1, 1, 1, 0, 1000);

        assertThat(policy.decide(new RetryAfter(Duration.ofNanos(1000)), 1, 0, 0)
                        .isRetry())
                .isTrue();
        assertThat(policy.decide(new RetryAfter(Duration.ofNanos(1001)), 1, 0, 0)
                        .verdict())
                .isEqualTo(Verdict.WINDOW_CLOSES);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0, 1, 'maxAttempts is at least 1, not 0'",
        "1, -1, 1, 1, 0, 1, 'initialDelay is not negative, not -1'",
        "1, 1, 0.5, 1, 0, 1, 'multiplier is at least 1, not 0.5'",
        "1, 1, NaN, 1, 0, 1, 'multiplier is at least 1, not NaN'",
        "1, 1, Infinity, 1, 0, 1, 'multiplier is at least 1, not Infinity'",
        "1, 1, 1, -1, 0, 1, 'maxDelay is not negative, not -1'",
        "1, 1, 1, 1, -0.1, 1, 'jitter is between 0 and 1, not -0.1'",
        "1, 1, 1, 1, 1.1, 1, 'jitter is between 0 and 1, not 1.1'",
        "1, 1, 1, 1, NaN, 1, 'jitter is between 0 and 1, not NaN'",
        "1, 1, 1, 1, 0, -1, 'window is not negative, not -1'"
    })
    void numbersOutOfTheirRangeAreRefused(
            int attempts, long initial, double multiplier, long max, double jitter, long window, String message) {
        assertThatThrownBy(() -> new RetryPolicy(attempts, List.of(), initial, multiplier, max, jitter, window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Throwable causingEachOther() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);
        return one;
    }
}
