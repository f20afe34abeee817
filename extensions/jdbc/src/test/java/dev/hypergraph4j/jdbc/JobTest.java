package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTest {
    private final List<Job<Integer>> jobs = IntStream.range(0, 12)
            .mapToObj(number -> (Job<Integer>) new WorkJob<>("give " + number, transaction -> number))
            .toList();

    private List<CompletableFuture<Integer>> waiters() {
        List<CompletableFuture<Integer>> waiters = new ArrayList<>();
        for (Job<Integer> job : jobs) {
            CompletableFuture<Integer> waiter = new CompletableFuture<>();
            waiters.add(waiter);
            Thread thread = new Thread(() -> waiter.completeAsync(job::await, Runnable::run), "waits");
            thread.setDaemon(true);
            thread.start();
        }
        return waiters;
    }

    private void haveResults() {
        for (int i = 0; i < jobs.size(); i++) {
            jobs.get(i).result(i);
        }
    }

    @Test
    void eachIsToldItsOwnByThoseWhoWereToldBefore() {
        List<CompletableFuture<Integer>> waiters = waiters();
        haveResults();

        Job.tellOneAfterTheOther(List.copyOf(jobs));

        assertThat(waiters)
                .extracting(CompletableFuture::join)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void oneThatIsRefusedPassesOnWhatCameOfTheOthers() {
        List<CompletableFuture<Integer>> waiters = waiters();
        haveResults();
        jobs.get(0).refuse(new IllegalStateException("refused"));
        jobs.get(1).refuse(new IllegalStateException("refused"));

        Job.tellOneAfterTheOther(List.copyOf(jobs));

        assertThat(waiters.get(11).join()).isEqualTo(11);
        assertThatThrownBy(waiters.get(0)::join).isInstanceOf(CompletionException.class);
        assertThatThrownBy(waiters.get(1)::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoeverWaitsForNothingHoldsUpNobodyThatIsToldByTheWriter() {
        Job<Integer> last = jobs.get(11);
        haveResults();

        Job.tellOneAfterTheOther(List.copyOf(jobs)); // Nobody waits for the first one.
        jobs.forEach(Job::tell);

        assertThat(last.await()).isEqualTo(11);
    }
}
