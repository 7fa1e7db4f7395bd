package dev.huntgate.budget;

/** Amounts that are not spent yet: of calls in flight, or of those who are served first. */
record Flying(long calls, long millis, long backgroundMillis) {

  static final Flying NOTHING = new Flying(0, 0, 0);
}
