/**
 * What a run tells of itself: {@link dev.hypergraph4j.runtime.log.RunLog} makes sense of the raw times in a {@link
 * dev.hypergraph4j.runtime.plan.Trace}, when somebody asks. Nothing here is called while a run goes on, and nothing changes one.
 */
@NullMarked
package dev.hypergraph4j.runtime.log;

import org.jspecify.annotations.NullMarked;
