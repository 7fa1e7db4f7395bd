package dev.huntgate.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which kinds of request a soak is made of, and how often each comes. */
enum SoakMix {
  /** A hunt that was never run, with few rows. */
  FRESH(15),
  /** A hunt that was never run, with thousands of rows, so that others have to make room. */
  LARGE(6),
  /** One of twenty hunts that come again and again. */
  REPEATED(25),
  /** Two pages of a kept result by a cursor, sorted and filtered in one of many ways. */
  PAGES(15),
  /** A page of the queue of incidents, by one of several filters and orders. */
  QUEUE(10),
  /** One incident with its alerts and the hunts that go on from it. */
  INCIDENT(6),
  /** Counts of incidents. */
  COUNTS(4),
  /** A change of an incident. */
  CHANGE(2),
  /** A kept result as a file, by its link. */
  EXPORT(4),
  /** A hunt as a job, watched over a WebSocket until its end. */
  JOB(3),
  /** A connection that listens for two seconds to changed incidents and to the budget. */
  LISTEN(2),
  /** A saved hunt with parameters. */
  SAVED(3),
  /** The check of a query. */
  CHECK(2),
  /** What is refused: bad KQL, a bad argument, a bad document. */
  BAD(2),
  /** Somebody who asks for a hunt, and leaves before the answer. */
  LEAVE(1);

  private final int weight;

  SoakMix(int weight) {
    this.weight = weight;
  }

  /** Whether it takes no longer than its answer. */
  boolean answersAtOnce() {
    return this != JOB && this != LISTEN;
  }

  /** A hundred of them in a random order, the same at each start. */
  static List<SoakMix> hundred() {
    List<SoakMix> all = new ArrayList<>();
    for (SoakMix one : values()) {
      all.addAll(Collections.nCopies(one.weight, one));
    }
    Collections.shuffle(all, new Random(20260301));
    return List.copyOf(all);
  }
}
