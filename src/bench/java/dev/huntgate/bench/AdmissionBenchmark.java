package dev.huntgate.bench;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Window;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one decision of the ledger costs: an ask that is granted and settled, and one that is
 * refused because a window is full; beside reading the clock, which both have to do. {@code -Deach}
 * is how many milliseconds an iteration takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class AdmissionBenchmark {

  private static final TimeValue EACH = TimeValue.milliseconds(Integer.getInteger("each", 2_000));
  private static final Ask ASK =
      new Ask(
          Operation.HUNTING,
          CallersForTests.named("ann"),
          Priority.INTERACTIVE,
          Duration.ofSeconds(5),
          Duration.ZERO);

  private final InMemoryLedger roomy =
      ledger(10_000_000, Duration.ofSeconds(1), Duration.ofDays(10_000));
  private final InMemoryLedger full = ledger(15, Duration.ofMinutes(1), Duration.ofMinutes(10));

  private final InMemoryLedger crowded = ledger(15, Duration.ofHours(1), Duration.ofMinutes(10));

  public AdmissionBenchmark() {
    for (int i = 0; i < 15; i++) {
      settle(full.admitNow(Tenant.DEFAULT, ASK));
      settle(crowded.admitNow(Tenant.DEFAULT, ASK));
    }
    for (int i = 0; i < 100; i++) {
      crowded.admitNow(Tenant.DEFAULT, waiting("caller " + i));
    }
  }

  /** An ask is granted and its call settled, with all the windows of the published terms. */
  @Benchmark
  public void grantAndSettle() {
    settle(roomy.admitNow(Tenant.DEFAULT, ASK));
  }

  /** An ask is refused at once, with the time at which there is room. */
  @Benchmark
  public Admission refuse() {
    return full.admitNow(Tenant.DEFAULT, ASK);
  }

  /** An ask is refused while a hundred callers wait. */
  @Benchmark
  public Admission refuseBehindAHundred() {
    return crowded.admitNow(Tenant.DEFAULT, ASK);
  }

  /** The floor: the time of day. */
  @Benchmark
  public long clock() {
    return Clock.systemUTC().millis();
  }

  public static void main(String[] args) throws RunnerException {
    // Forks take their class path from here; Maven keeps ours elsewhere.
    if (AdmissionBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
      System.setProperty(
          "java.class.path",
          Arrays.stream(loader.getURLs())
              .map(URL::getPath)
              .collect(Collectors.joining(File.pathSeparator)));
    }
    new Runner(
            new OptionsBuilder()
                .include(AdmissionBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .warmupTime(EACH)
                .measurementTime(EACH)
                .build())
        .run();
  }

  private static Ask waiting(String caller) {
    return new Ask(
        Operation.HUNTING,
        CallersForTests.named(caller),
        Priority.INTERACTIVE,
        Duration.ofSeconds(5),
        Duration.ofDays(1));
  }

  private static void settle(Admission admission) {
    ((Granted) admission).reservation().settle(Duration.ofMillis(3));
  }

  private static InMemoryLedger ledger(int calls, Duration per, Duration runningTime) {
    List<Window> windows =
        List.of(
            Window.calls(calls, per),
            Window.runningTime(runningTime, Duration.ofHours(1)),
            Window.runningTime(runningTime, Duration.ofDays(1)));
    return new InMemoryLedger(
        tenant -> List.of(new Pool(Set.of(Operation.HUNTING), windows)),
        new BudgetRules(Duration.ofSeconds(1), 1, 1_000, Shares.DEFAULT),
        Clock.systemUTC(),
        (delay, wake) -> () -> {});
  }
}
