/**
 * Keeps workflows in SQLite or PostgreSQL. The way in is {@link dev.hypergraph4j.jdbc.JdbcCheckpointer}.
 *
 * <p>What is written where is described in {@code docs/journal.md}. All writing goes through one writer, which makes one transaction of all
 * that waits; each concept of the store has one class, which has its SQL. What differs between the databases is in {@code Dialect}. How values become
 * bytes is the business of {@link dev.hypergraph4j.jdbc.json}.
 */
@NullMarked
package dev.hypergraph4j.jdbc;

import org.jspecify.annotations.NullMarked;
