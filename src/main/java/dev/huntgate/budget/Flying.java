package dev.huntgate.budget;

/** Amounts that are not spent yet: of calls in flight, or of those who are served first. */
record Flying(long calls, long millis, long backgroundMillis) {

  static final Flying NOTHING = new Flying(0, 0, 0);

  Flying plus(Ask ask) {
    long estimate = ask.estimate().toMillis();
    boolean background = ask.priority() == Priority.BACKGROUND;
    return new Flying(calls + 1, millis + estimate, backgroundMillis + (background ? estimate : 0));
  }
}
