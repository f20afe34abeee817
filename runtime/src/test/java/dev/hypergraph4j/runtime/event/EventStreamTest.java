package dev.hypergraph4j.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Executor NEW_THREADS = task -> new Thread(task, "delivery").start();

    private final RecordingLogger logger = new RecordingLogger();

    @Test
    void thereIsNoStreamWithoutProcessors() {
        assertThat(EventStream.open(List.of(), List.of(), NEW_THREADS)).isNull();
    }

    @Test
    void processorThatIsSetTwiceGetsEachEventOnce() {
        Recorder recorder = Recorder.quick();
        EventStream stream =
                EventStream.open(List.of(recorder), List.of(recorder, EventProcessor.inline(event -> {})), NEW_THREADS);

        stream.emit(Events.number(1));
        stream.close();

        assertThat(recorder.seen).containsExactly("n1");
    }

    @Test
    void sameProcessorMadeInlineTwiceIsOne() {
        Recorder recorder = Recorder.quick();

        assertThat(EventProcessor.inline(recorder)).isEqualTo(EventProcessor.inline(recorder));
        assertThat(EventProcessor.inline(EventProcessor.inline(recorder))).isEqualTo(EventProcessor.inline(recorder));
    }

    @Test
    void eventsComeInOrderAndAreAllThereWhenTheStreamIsClosed() {
        Recorder recorder = Recorder.quick();
        EventStream stream = stream(10_000, LONG, recorder);

        for (int number = 0; number < 5_000; number++) {
            stream.emit(Events.number(number));
        }
        stream.close();

        assertThat(recorder.seen)
                .isEqualTo(IntStream.range(0, 5_000).mapToObj(n -> "n" + n).toList());
        assertThat(recorder.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void eventsOfSeveralThreadsComeOneAtATime() throws InterruptedException {
        Recorder queued = Recorder.quick();
        Recorder inline = Recorder.quick();
        EventStream stream = stream(10_000, LONG, queued, EventProcessor.inline(inline));

        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(t -> new Thread(() -> IntStream.range(0, 500).forEach(n -> stream.emit(Events.number(n)))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        stream.close();

        assertThat(queued.seen).hasSize(2_000).doesNotContain("two at once");
        assertThat(inline.seen).hasSize(2_000).doesNotContain("two at once");
    }

    @Test
    void inlineProcessorIsCalledByTheThreadOnWhichSomethingHappens() {
        Recorder recorder = Recorder.quick();
        EventStream stream = stream(1, LONG, EventProcessor.inline(recorder));

        stream.emit(Events.number(1));
        stream.emit(Events.number(2));

        assertThat(recorder.seen).containsExactly("n1", "n2");
        assertThat(recorder.threads).containsOnly(Thread.currentThread());
    }

    @Test
    void slowProcessorIsToldHowManyEventsItMissedInTheirPlaceAndNeverMissesTheEnd() {
        Recorder slow = Recorder.held();
        EventStream stream = stream(2, LONG, slow);

        stream.emit(Events.number(1));
        slow.came.acquireUninterruptibly();
        IntStream.rangeClosed(2, 6).forEach(number -> stream.emit(Events.number(number)));
        stream.emit(Events.end());
        slow.letGo();
        stream.close();

        assertThat(slow.seen).containsExactly("n1", "n2", "n3", "missed 3", "RunEnded");
        assertThat(logger.lines)
                .containsExactly("WARNING The event processor dev.hypergraph4j.runtime.event.Recorder is too slow: "
                        + "3 events were left out. Further ones of this run will not be logged.");
    }

    @Test
    void eventsMissedLastAreToldToo() {
        Recorder slow = Recorder.held();
        EventStream stream = stream(1, LONG, slow);

        stream.emit(Events.number(1));
        slow.came.acquireUninterruptibly();
        IntStream.rangeClosed(2, 4).forEach(number -> stream.emit(Events.number(number)));
        slow.letGo();
        stream.close();

        assertThat(slow.seen).containsExactly("n1", "n2", "missed 2");
    }

    @Test
    void slowProcessorDoesNotKeepQuickOnesFromTheirEvents() {
        Recorder slow = Recorder.held();
        Recorder quick = Recorder.quick();
        EventStream stream = stream(1, Duration.ofMillis(1), slow, EventProcessor.inline(quick));

        IntStream.rangeClosed(1, 3).forEach(number -> stream.emit(Events.number(number)));
        stream.close();

        assertThat(quick.seen).containsExactly("n1", "n2", "n3");
        assertThat(slow.seen).isEmpty();
        slow.letGo();
    }

    @Test
    void whatAProcessorThrowsIsCountedAndToldOnceAndEndsNothing() {
        Recorder after = Recorder.quick();
        EventProcessor broken = event -> {
            after.onEvent(event);
            throw new AssertionError("broken at " + event.path());
        };
        EventStream stream = stream(10, LONG, EventProcessor.inline(broken));

        stream.emit(Events.number(1));
        stream.emit(Events.number(2));
        stream.close();

        assertThat(after.seen).containsExactly("n1", "n2");
        assertThat(stream.failures()).isEqualTo(2);
        assertThat(logger.lines).singleElement().asString().contains("failed at NodeStarted of n1.", "broken at n1");
    }

    @Test
    void failureInTheMiddleOfAQueueKeepsNothingBack() {
        Recorder after = Recorder.quick();
        EventStream stream = stream(10, LONG, (EventProcessor) event -> {
            after.onEvent(event);
            throw new IllegalStateException("broken");
        });

        IntStream.rangeClosed(1, 3).forEach(number -> stream.emit(Events.number(number)));
        stream.close();

        assertThat(after.seen).containsExactly("n1", "n2", "n3");
        assertThat(stream.failures()).isEqualTo(3);
    }

    @Test
    void nothingComesAfterTheStreamWasClosed() {
        Recorder queued = Recorder.quick();
        Recorder inline = Recorder.quick();
        EventStream stream = stream(10, LONG, queued, EventProcessor.inline(inline));

        stream.emit(Events.end());
        stream.close();
        stream.emit(Events.number(1));
        stream.close();

        assertThat(queued.seen).containsExactly("RunEnded");
        assertThat(inline.seen).containsExactly("RunEnded");
    }

    @Test
    void interruptedThreadDoesNotWaitAndStaysInterrupted() {
        Recorder slow = Recorder.held();
        EventStream stream = stream(10, LONG, slow);

        stream.emit(Events.number(1));
        Thread.currentThread().interrupt();
        stream.close();

        assertThat(Thread.interrupted()).isTrue();
        slow.letGo();
    }

    @Test
    void endIsRunAtOnceWhereNothingIsLeftToDeliver() {
        EventStream stream = stream(10, LONG, Recorder.quick());
        Thread[] ranOn = new Thread[1];

        stream.closeThen(() -> ranOn[0] = Thread.currentThread());

        assertThat(ranOn[0]).isSameAs(Thread.currentThread());
    }

    @Test
    void endWaitsForWhatIsLeftToDeliverAndRunsOnAnotherThread() throws InterruptedException {
        Recorder held = Recorder.held();
        EventStream stream = stream(10, LONG, held);
        CountDownLatch ended = new CountDownLatch(1);

        stream.emit(Events.number(1));
        stream.closeThen(() -> {
            held.seen.add("end");
            ended.countDown();
        });
        held.letGo();
        ended.await();

        assertThat(held.seen).containsExactly("n1", "end");
    }

    @Test
    void endDoesNotWaitForEver() throws InterruptedException {
        Recorder held = Recorder.held();
        EventStream stream = stream(10, Duration.ofMillis(1), held);
        CountDownLatch ended = new CountDownLatch(1);

        stream.emit(Events.number(1));
        stream.closeThen(ended::countDown);
        ended.await();

        assertThat(held.seen).isEmpty();
        held.letGo();
    }

    @Test
    void withoutAThreadEventsAreDeliveredByTheOneOnWhichTheyHappen() {
        Recorder recorder = Recorder.quick();
        Executor refusing = task -> {
            throw new RejectedExecutionException("no threads");
        };
        EventStream stream = new EventStream(List.of(recorder), refusing, 10, LONG, logger);

        stream.emit(Events.number(1));
        stream.emit(Events.number(2));
        stream.close();

        assertThat(recorder.seen).containsExactly("n1", "n2");
    }

    private EventStream stream(int capacity, Duration patience, EventProcessor... processors) {
        return new EventStream(List.of(processors), NEW_THREADS, capacity, patience, logger);
    }
}
