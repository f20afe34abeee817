/**
 * The programs that the pages under {@code docs} quote. A region between {@code // tag::name} and {@code // end::name} stands in a page word for
 * word; a test holds the two together, and others run the code.
 */
package dev.hypergraph4j.samples.guide;
