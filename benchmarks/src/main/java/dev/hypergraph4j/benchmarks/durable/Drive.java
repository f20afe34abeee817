package dev.hypergraph4j.benchmarks.durable;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Has a contestant work on some threads, each of which runs one piece of work after the other.
 *
 * @param warmUpMillis how long before it is measured
 * @param millis how long it is measured
 */
public record Drive(int warmUpMillis, int millis) {
    private static final OperatingSystemMXBean JVM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Reading(long steps, long nanos, long jvmNanos, long serverNanos) {
        Rate since(Reading before) {
            double done = Math.max(1, steps - before.steps);
            return new Rate(
                    done * 1e9 / (nanos - before.nanos),
                    (jvmNanos - before.jvmNanos) / done / 1e3,
                    (serverNanos - before.serverNanos) / done / 1e3);
        }
    }

    /**
     * Measures how fast it is.
     *
     * @param serverNanos what the database server has used of the processors
     */
    public Rate measure(Contestant contestant, int atOnce, LongSupplier serverNanos) throws Exception {
        LongAdder steps = new LongAdder();
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> work = begin(threads, atOnce, contestant, steps, left);
            Thread.sleep(warmUpMillis);
            Reading before = reading(steps, serverNanos);
            Thread.sleep(millis);
            Rate rate = reading(steps, serverNanos).since(before);
            left.set(0);
            await(work);
            return rate;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has it do so many pieces of work, and gives how many steps that were. */
    public static long repeat(Contestant contestant, int atOnce, int times) throws Exception {
        LongAdder steps = new LongAdder();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            await(begin(threads, atOnce, contestant, steps, new AtomicInteger(times)));
            return steps.sum();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Future<?>> begin(
            ExecutorService threads, int atOnce, Contestant contestant, LongAdder steps, AtomicInteger left) {
        Callable<Void> loop = () -> {
            while (left.getAndDecrement() > 0) {
                steps.add(contestant.run());
            }
            return null;
        };
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            work.add(threads.submit(loop));
        }
        return work;
    }

    private static void await(List<Future<?>> work) throws InterruptedException, ExecutionException {
        for (Future<?> each : work) {
            each.get();
        }
    }

    private static Reading reading(LongAdder steps, LongSupplier serverNanos) {
        return new Reading(steps.sum(), System.nanoTime(), JVM.getProcessCpuTime(), serverNanos.getAsLong());
    }
}
