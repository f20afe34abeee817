package dev.hypergraph4j.runtime.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A processor that notes what it is given, once it is let go. */
final class Recorder implements EventProcessor {
    private final Semaphore permits;
    private final AtomicBoolean atWork = new AtomicBoolean();
    final Semaphore came = new Semaphore(0);
    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();

    private Recorder(int permits) {
        this.permits = new Semaphore(permits);
    }

    static Recorder quick() {
        return new Recorder(Integer.MAX_VALUE);
    }

    static Recorder held() {
        return new Recorder(0);
    }

    void letGo() {
        permits.release(1_000_000);
    }

    @Override
    public void onEvent(Event event) {
        note(
                event instanceof Event.NodeStarted
                        ? event.path()
                        : event.getClass().getSimpleName());
    }

    @Override
    public void onMissed(long events) {
        note("missed " + events);
    }

    private void note(String text) {
        if (!atWork.compareAndSet(false, true)) {
            seen.add("two at once");
        }
        came.release();
        permits.acquireUninterruptibly();
        seen.add(text);
        threads.add(Thread.currentThread());
        atWork.set(false);
    }
}
