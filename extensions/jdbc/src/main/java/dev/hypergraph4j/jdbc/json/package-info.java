/**
 * Writes values as JSON and reads them back exactly. The way in is {@link dev.hypergraph4j.jdbc.json.JsonCodec}.
 *
 * <p>A declared type becomes a {@code Shape}, once; shapes write, read and describe. Nothing of databases comes in here.
 */
@NullMarked
package dev.hypergraph4j.jdbc.json;

import org.jspecify.annotations.NullMarked;
