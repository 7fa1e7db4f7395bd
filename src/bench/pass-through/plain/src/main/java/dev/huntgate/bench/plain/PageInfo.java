package dev.huntgate.bench.plain;

/** Where a page lies. */
public record PageInfo(boolean hasNextPage, String endCursor) {}
