package dev.hypergraph4j.testing;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link Checkpointer} has to pass: extend it, say how an empty store is opened, and run it as a JUnit test.
 *
 * <pre>{@code
 * class MyCheckpointerTest extends CheckpointerContract {
 *     @Override
 *     protected Checkpointer open() {
 *         return MyCheckpointer.inNewDatabase();
 *     }
 *
 *     @Override
 *     protected boolean advance(Duration by) {
 *         return false;
 *     }
 * }
 * }</pre>
 *
 * <p>Each concept is a nested class of tests. They run one after the other, each on a store of its own, and sleep nowhere: leases that have to be over are
 * given a negative time.
 */
public abstract class CheckpointerContract {

    /** For subclasses. */
    protected CheckpointerContract() {}

    /**
     * Opens an empty store, which the test closes.
     *
     * @throws Exception if that fails, and the test with it
     */
    protected abstract Checkpointer open() throws Exception;

    /**
     * Sets the clock of the store that was opened last forward.
     *
     * @return whether it did; {@code false} where the store has a real clock: the few tests that can't do without are skipped
     */
    protected abstract boolean advance(Duration by);

    @Nested
    class Values extends ValuesContract {
        Values() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Creating extends CreatingContract {
        Creating() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Committing extends CommittingContract {
        Committing() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Effects extends EffectsContract {
        Effects() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Fencing extends FencingContract {
        Fencing() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Claiming extends ClaimingContract {
        Claiming() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Recovery extends RecoveryContract {
        Recovery() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Answers extends AnswersContract {
        Answers() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Inbox extends InboxContract {
        Inbox() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Scheduling extends SchedulingContract {
        Scheduling() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Children extends ChildrenContract {
        Children() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class ChildPolicies extends ChildPoliciesContract {
        ChildPolicies() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Sleeping extends SleepingContract {
        Sleeping() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Cancelling extends CancellingContract {
        Cancelling() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Copies extends CopiesContract {
        Copies() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        Outbox() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Admission extends AdmissionContract {
        Admission() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Settling extends SettlingContract {
        Settling() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Queries extends QueriesContract {
        Queries() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        Retention() {
            super(CheckpointerContract.this);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(CheckpointerContract.this);
        }
    }
}
