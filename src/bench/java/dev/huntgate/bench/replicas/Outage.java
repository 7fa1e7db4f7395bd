package dev.huntgate.bench.replicas;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A time without Redis, in milliseconds since the load began.
 *
 * @param inFlight calls that were upstream when it began
 */
record Outage(Kind kind, long from, long to, int inFlight) {

  /** What becomes of Redis. */
  enum Kind {
    /** It does not answer, and then goes on with all it had. */
    STOPPED,
    /** It is killed, and comes back empty. */
    EMPTIED;

    static Set<Kind> named(String names) {
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      if (!names.equals("none")) {
        Arrays.stream(names.split(","))
            .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
            .forEach(kinds::add);
      }
      return kinds;
    }
  }

  /* What was known counts for one more window, and before that, all report. */
  private static final long AFTER = 2_500 + Figures.WINDOW;

  /** Whether what happens then is still, or already, owed to the outage. */
  boolean covers(long time) {
    return time >= from && time < to + AFTER;
  }

  boolean touches(long begin, long end) {
    return begin < to + AFTER && end > from;
  }
}
