package dev.huntgate.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Mixed load on one Huntgate for many minutes, and what the process holds after each: a table in
 * Markdown, and a verdict. Ends with 1 where anything was answered wrongly, or grew.
 *
 * <p>The first third fills the caches, and judges nothing. Of the rest, the second half may have on
 * average no more than the first, but for the unrest of any process.
 */
public final class Soak {

  private static final double UNREST = 1.05;
  /* Caches have to be full before anything can be told of growth. */
  private static final int MINUTES_TO_JUDGE = 9;

  private final int port;
  private final long pid;
  private final int rate;
  private final List<SoakMix> mix = SoakMix.hundred();
  private final SoakCalls calls;
  private final Map<SoakMix, LongAdder> sent = new EnumMap<>(SoakMix.class);
  private final Map<String, LongAdder> wrong = new ConcurrentHashMap<>();
  private final List<Vitals> all = new ArrayList<>();

  private Soak(int port, long pid, int rate) {
    this.port = port;
    this.pid = pid;
    this.rate = rate;
    this.calls = new SoakCalls(port);
    for (SoakMix kind : SoakMix.values()) {
      sent.put(kind, new LongAdder());
    }
  }

  /** The port and the process of Huntgate, requests a second, minutes, and samples a minute. */
  public static void main(String[] given) throws Exception {
    Soak soak =
        new Soak(Integer.parseInt(given[0]), Long.parseLong(given[1]), Integer.parseInt(given[2]));
    int minutes = Integer.parseInt(given[3]);
    soak.warmUp();
    soak.run(minutes, Integer.parseInt(given[4]));
    System.exit(soak.verdict(minutes) ? 0 : 1);
  }

  /* One after the other: the sandbox makes its tables when they are first hunted in. */
  private void warmUp() throws Exception {
    try (Wire wire = new Wire(port)) {
      for (int i = 1; i <= mix.size(); i++) {
        send(wire, -i);
      }
    }
  }

  private void run(int minutes, int samples) throws Exception {
    System.out.println(
        "| minute | requests | wrong | p50 ms | p99 ms | heap after GC, MB | resident MB | threads |"
            + " open files | sockets |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    Duration each = Duration.ofSeconds(60 / samples);
    long before = 0;
    for (int i = 1; i <= minutes * samples; i++) {
      long base = before;
      long[] took = new Pace(port, rate).run(each, (wire, number) -> send(wire, base + number));
      long[] answers =
          IntStream.range(0, took.length)
              .filter(place -> kind(base + place).answersAtOnce())
              .mapToLong(place -> took[place])
              .toArray();
      before += took.length;
      Vitals now = Vitals.of(pid);
      all.add(now);
      System.out.printf(
          Locale.ROOT,
          "| %.1f | %d | %d | %.1f | %.1f | %.1f | %.0f | %d | %d | %d |%n",
          i / (double) samples,
          before,
          wrongs(),
          Pace.millis(answers, 0.5),
          Pace.millis(answers, 0.99),
          now.heapMegabytes(),
          now.residentMegabytes(),
          now.threads(),
          now.files(),
          now.sockets());
    }
  }

  private void send(Wire wire, long number) throws Exception {
    SoakMix kind = kind(number);
    sent.get(kind).increment();
    try {
      calls.send(wire, kind, number);
    } catch (IllegalStateException | IOException e) {
      String what = kind + ": " + e.getMessage();
      // Told at once, so that a run that is ended early has not hidden it.
      wrong.computeIfAbsent(what, Soak::told).increment();
      wire.reopen();
    }
  }

  private static LongAdder told(String what) {
    System.err.println("Wrong: " + what);
    return new LongAdder();
  }

  private SoakMix kind(long number) {
    return mix.get(Math.floorMod(number, mix.size()));
  }

  private long wrongs() {
    return wrong.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private boolean verdict(int minutes) {
    System.out.println();
    System.out.println("Sent: " + sent);
    wrong.forEach((what, times) -> System.out.println("Wrong, " + times + " times: " + what));
    if (minutes < MINUTES_TO_JUDGE) {
      System.out.printf(
          "%n%s: %d wrong answers; too short to judge growth.%n",
          wrong.isEmpty() ? "Passed" : "NOT PASSED", wrongs());
      return wrong.isEmpty();
    }
    List<Vitals> judged = all.subList(all.size() / 3, all.size());
    boolean grew = false;
    grew |= grew("heap after GC, MB", judged, Vitals::heapMegabytes, 4);
    grew |= grew("resident MB", judged, Vitals::residentMegabytes, 8);
    grew |= grew("threads", judged, Vitals::threads, 2);
    grew |= grew("open files", judged, Vitals::files, 8);
    boolean good = !grew && wrong.isEmpty();
    System.out.printf(
        "%n%s: %d wrong answers, %s.%n",
        good ? "Passed" : "NOT PASSED", wrongs(), grew ? "something grew" : "nothing grew");
    return good;
  }

  private static boolean grew(
      String what, List<Vitals> judged, ToDoubleFunction<Vitals> figure, double small) {
    int half = judged.size() / 2;
    double first = mean(judged.subList(0, half), figure);
    double then = mean(judged.subList(half, judged.size()), figure);
    boolean grew = then > Math.max(first * UNREST, first + small);
    System.out.printf(
        Locale.ROOT, "%s: %.1f, then %.1f%s%n", what, first, then, grew ? ", GREW" : "");
    return grew;
  }

  private static double mean(List<Vitals> some, ToDoubleFunction<Vitals> figure) {
    return some.stream().mapToDouble(figure).average().orElse(0);
  }
}
