package dev.huntgate.bench.replicas;

import dev.huntgate.bench.replicas.Figures.Excess;
import dev.huntgate.bench.replicas.Witness.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of a run, and whether it kept what it has to keep. */
final class Verdict {

  private static final double LEAST_USED = 0.9;
  private static final long LONGEST_RECOVERY = 10_000;

  private final StringBuilder said = new StringBuilder();
  private final List<String> violations = new ArrayList<>();

  /**
   * @param upstream how many hunts upstream itself says it answered with 429
   */
  Verdict(Options options, Figures figures, Load load, Trouble trouble, long upstream) {
    count("calls upstream", figures.count(call -> true));
    count("of those, bought", figures.count(Call::isBought));
    long over = figures.overCalls();
    zero("429 on windows of calls", over);
    long refused = figures.count(call -> call.status() == 429);
    long calls = figures.count(Call::isOverCalls);
    count("429 for another reason", refused - calls);
    judge("429 as upstream counts them", upstream, upstream == refused);
    zero("answers that are neither 200 nor 429", figures.count(Verdict::isStrange));
    long most = figures.mostInAMinute(call -> true);
    count("most calls in any minute", most);
    for (Outage outage : trouble.outages()) {
      outage(figures, outage);
    }
    for (long recovery : trouble.recoveries()) {
      judge("ms until all shared again", recovery, recovery <= LONGEST_RECOVERY);
    }
    used(figures.used());
    count("kills", trouble.kills().size());
    load.outcomes().forEach((name, asks) -> outcome("asks " + name, asks));
    count("jobs accepted", load.jobs().accepted());
    load.jobs().ends().forEach((name, jobs) -> outcome("jobs " + name, jobs));
    List<Long> orphans = load.jobs().orphans();
    long lost = orphans.stream().filter(figures::couldHaveBeenForgotten).count();
    count("jobs forgotten, killed with their replica as Redis lost its memory", lost);
    zero("jobs forgotten, their replica was killed", orphans.size() - lost);
    Map<Excess, Long> excess = figures.excess(options.freshness().toMillis());
    count("bought again, buyer killed", excess.getOrDefault(Excess.KILLED, 0L));
    count("bought again, around an outage", excess.getOrDefault(Excess.CUT_OFF, 0L));
    long other = excess.getOrDefault(Excess.OTHER, 0L);
    judge("bought again, for neither reason", other, other == 0 || !options.judgeOnce());
    judge("share the budget at the end", trouble.allShare() ? 1 : 0, trouble.allShare());
  }

  boolean isGood() {
    return violations.isEmpty();
  }

  private void outage(Figures figures, Outage outage) {
    long over = figures.overCalls(outage);
    long most = figures.mostInAMinute(call -> outage.covers(call.at()));
    String name = "Redis " + outage.kind() + ": ";
    count(name + "in flight when it went", outage.inFlight());
    count(
        name + "calls meanwhile",
        figures.count(call -> call.at() >= outage.from() && call.at() < outage.to()));
    judge(name + "429 on windows of calls", over, over <= outage.inFlight());
    judge(name + "most in a minute", most, most <= Figures.LIMIT + outage.inFlight());
  }

  private void used(double part) {
    if (part < 0) {
      said.append("| budget used | too short to say |\n");
      return;
    }
    said.append("| budget used, %% of 15 a minute | %.1f%s |\n".formatted(100 * part, flag(part)));
    if (part < LEAST_USED) {
      violations.add("budget used: %.1f %%".formatted(100 * part));
    }
  }

  private static String flag(double part) {
    return part < LEAST_USED ? " **!**" : "";
  }

  private static boolean isStrange(Call call) {
    return call.status() != 200 && call.status() != 429;
  }

  private void outcome(String name, long count) {
    judge(name, count, !name.matches("(asks|jobs) [A-Z]{5,}:.*"));
  }

  private void zero(String name, long count) {
    judge(name, count, count == 0);
  }

  private void count(String name, long count) {
    judge(name, count, true);
  }

  private void judge(String name, long count, boolean good) {
    said.append("| ").append(name).append(" | ").append(count).append(good ? "" : " **!**");
    said.append(" |\n");
    if (!good) {
      violations.add(name + ": " + count);
    }
  }

  @Override
  public String toString() {
    String end = isGood() ? "All was kept." : "NOT KEPT: " + String.join("; ", violations);
    return "| | |\n|---|---:|\n" + said + "\n" + end;
  }
}
