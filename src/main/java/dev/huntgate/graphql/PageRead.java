package dev.huntgate.graphql;

import dev.huntgate.result.Rows;

/**
 * A page of rows that was read.
 *
 * @param resultId the result that the rows are of
 * @param rows all that were selected, in their order, with the columns that are wanted
 * @param first how many at most are on a page
 */
public record PageRead(String resultId, Rows rows, int first) {}
