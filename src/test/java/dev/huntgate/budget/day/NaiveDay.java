package dev.huntgate.budget.day;

import dev.huntgate.budget.day.StrictUpstream.Refusal;
import dev.huntgate.budget.day.Wishes.Wish;
import java.time.Instant;
import java.util.Random;

/**
 * The same day when every caller calls upstream itself, by the retry rule of the Microsoft Graph
 * SDK for Java as its sources had it in 2024.
 *
 * <p>That is: up to three retries of a 429; each waits what {@code Retry-After} says, else 3 s and
 * then 3 s plus half of one less than the n-th power of two, plus up to a second; at most 180 s.
 * Callers who fail in spite of that come back or give up like Huntgate's.
 */
public final class NaiveDay {

  private static final int RETRIES = 3;
  private static final int COMEBACKS = 3;
  private static final int JITTER = 500;
  private static final double DELAY_SECONDS = 3;
  private static final double LONGEST_SECONDS = 180;
  private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private final Wishes wishes;
  private final VirtualTime time = new VirtualTime(START);
  private final StrictUpstream upstream;
  private final Random network;
  private final Random people;
  private final DayReport report;

  private NaiveDay(Scenario scenario, Variant variant, boolean rejectedCount, long seed) {
    this.wishes = new Wishes(scenario, seed, START);
    this.upstream = new StrictUpstream(variant, rejectedCount);
    this.network = new Random(seed ^ 0x5EED);
    this.people = new Random(seed ^ 0xCA11);
    this.report = new DayReport(scenario, variant, seed);
  }

  /**
   * Lives through the day.
   *
   * @param rejectedCount whether a rejected call counts against the windows, as documented
   */
  public static DayReport of(Scenario scenario, Variant variant, boolean rejectedCount, long seed) {
    return new NaiveDay(scenario, variant, rejectedCount, seed).live();
  }

  private DayReport live() {
    long began = System.nanoTime();
    wishes.all().forEach(wish -> time.at(wish.time(), () -> ask(wish, 0)));
    time.runUntil(START + StrictUpstream.DAY);
    report.nanos = System.nanoTime() - began;
    report.count(upstream, wishes, START);
    return report;
  }

  private void ask(Wish wish, int comebacks) {
    report.asks += comebacks == 0 ? 1 : 0;
    report.askedAfterHits += comebacks == 0 ? wishes.meanSeconds(wish.hunt()) : 0;
    send(wish, comebacks, 1);
  }

  private void send(Wish wish, int comebacks, int attempt) {
    time.at(time.millis() + network.nextInt(JITTER + 1), () -> arrive(wish, comebacks, attempt));
  }

  private void arrive(Wish wish, int comebacks, int attempt) {
    long now = time.millis();
    report.calls++;
    long runs = wishes.runMillis(wish.hunt(), network);
    Refusal refusal = upstream.call(wish.caller(), now, runs);
    if (refusal == null) {
      time.at(now + runs, () -> report.answered++);
      return;
    }
    report.callWindow429 += refusal.ofCalls() ? 1 : 0;
    report.time429 += refusal.ofCalls() ? 0 : 1;
    double seconds = Math.min(LONGEST_SECONDS, wait(refusal, attempt));
    long again = now + Math.round(seconds * 1000);
    if (attempt <= RETRIES) {
      time.at(again, () -> send(wish, comebacks, attempt + 1));
    } else if (comebacks < COMEBACKS && Wishes.comesBack(wish, people)) {
      report.refused++;
      report.comebacks++;
      time.at(again, () -> ask(wish, comebacks + 1));
    } else {
      report.refused++;
      report.gaveUp++;
    }
  }

  private double wait(Refusal refusal, int attempt) {
    if (refusal.retryAfter() != null) {
      return refusal.retryAfter();
    }
    double more = attempt < 2 ? 0 : (Math.pow(2, attempt) - 1) / 2;
    return DELAY_SECONDS + more + network.nextDouble();
  }
}
