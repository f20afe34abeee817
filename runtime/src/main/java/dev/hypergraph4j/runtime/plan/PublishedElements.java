package dev.hypergraph4j.runtime.plan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes in what a publisher gives, a few elements at a time: who watches them slowly slows the publisher down. */
final class PublishedElements<T> implements Flow.Subscriber<T> {
    private static final int BATCH = 32;

    private final Elements<T> elements;
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private int open = BATCH;

    PublishedElements(Elements<T> elements) {
        this.elements = elements;
    }

    /** All elements, when the publisher has given the last one. Cancelling it cancels the subscription. */
    CompletableFuture<List<T>> all() {
        return all;
    }

    /** Waits for the last one. */
    List<T> await() throws Throwable {
        try {
            return all.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        } finally {
            all.cancel(true); // Without effect unless the wait was interrupted.
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        if (subscription != null) {
            newSubscription.cancel();
            return;
        }
        subscription = newSubscription;
        var unused = all.whenComplete((list, error) -> {
            if (error != null) {
                newSubscription.cancel();
            }
        });
        newSubscription.request(BATCH);
    }

    @Override
    public void onNext(T element) {
        if (all.isDone()) {
            return;
        }
        try {
            elements.add(element);
        } catch (Throwable unwanted) {
            all.completeExceptionally(unwanted);
            return;
        }
        if (--open <= BATCH / 2 && subscription != null) {
            int more = BATCH - open;
            open = BATCH;
            subscription.request(more);
        }
    }

    @Override
    public void onError(Throwable error) {
        all.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        all.complete(elements.list());
    }
}
