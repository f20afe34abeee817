/**
 * What a run tells while it goes on. An {@link dev.hypergraph4j.runtime.event.EventProcessor} is given
 * {@link dev.hypergraph4j.runtime.event.Event}s: when runs, nodes and maps start and end, and what happens in between. Runners make them where
 * somebody processes them, and none otherwise.
 *
 * <p>Nothing here changes a run. What a run did is, afterwards, in its {@link dev.hypergraph4j.runtime.log.RunLog}.
 */
@NullMarked
package dev.hypergraph4j.runtime.event;

import org.jspecify.annotations.NullMarked;
