package dev.hypergraph4j.runtime.durable;

/**
 * A line of a workflow's journal: for people, tracing, and those who watch it. Nothing is decided by it.
 *
 * @param workflow the workflow
 * @param number from 1, without a gap: a watcher asks for those behind the last one it saw
 * @param at when it was recorded, in milliseconds since 1970 on the store's clock
 * @param type what happened: CREATED, CLAIMED, STARTED, COMPLETED, FAILED, RETRY, ASKED, ANSWERED, SAVED, SUPERSEDED, or the status
 *     that a workflow has come to: at an ending, by a cancellation, or QUEUED because it was woken
 * @param step the key of the step; empty where it is about the workflow
 * @param attempt which attempt; 0 where it is about none
 * @param epoch of the claim
 * @param detail what else there is to say
 */
public record JournalEntry(
        String workflow, long number, long at, String type, String step, int attempt, long epoch, String detail) {}
