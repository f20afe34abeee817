package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * Jobs that share a transaction, written in their order: transitions next to each other as batches, everything else one by one. A job that refuses
 * what it is to do takes back only what it did itself; what the database refuses fails them all, and is for the writer to sort out.
 */
final class Group {
    private final Transaction transaction;
    private Segment segment;

    Group(Transaction transaction) {
        this.transaction = transaction;
        this.segment = new Segment(transaction);
    }

    void write(List<Job<?>> jobs) throws SQLException {
        for (Job<?> job : jobs) {
            if (job instanceof TransitionJob transition && transition.rows().canBeBatched()) {
                addToSegment(transition);
            } else {
                endSegment();
                writeApart(job);
            }
        }
        endSegment();
    }

    private void addToSegment(TransitionJob transition) throws SQLException {
        if (!segment.takes(transition)) {
            endSegment();
        }
        segment.add(transition);
    }

    private void endSegment() throws SQLException {
        segment.write();
        segment = new Segment(transaction);
    }

    private void writeApart(Job<?> job) throws SQLException {
        try {
            transaction.part(() -> job.run(transaction.alone()));
        } catch (VirtualMachineError broken) {
            throw broken; // Nothing was taken back.
        } catch (RuntimeException | Error refusal) {
            job.refuse(refusal);
        }
    }
}
