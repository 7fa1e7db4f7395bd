package dev.huntgate.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Huntgate adds to a hunt that is not kept, and to a page of incidents, over the same call
 * sent straight to the same upstream, beside what a bare Quarkus service adds that hands calls and
 * answers on unread, and what a plain GraphQL service of the same extensions adds; a table in
 * Markdown. They take turns, so that all meet the same machine.
 */
public final class PassThrough {

  private static final int ROUNDS = 5;
  /*
   * What a process that has just begun can answer, and then as much as the rate limit under the
   * budget lets through, 6,000 calls a minute: compilers are done after some ten thousand.
   */
  private static final int[] WARM_RATES = {10, 25, 50, 95, 95, 95, 95, 95};
  private static final String TOKEN = "Authorization: Bearer x";

  private final int upstream;
  private final int huntgate;
  private final int relay;
  private final int plain;
  private long asked;

  private PassThrough(int upstream, int huntgate, int relay, int plain) {
    this.upstream = upstream;
    this.huntgate = huntgate;
    this.relay = relay;
    this.plain = plain;
  }

  /**
   * The ports of upstream, Huntgate, the relay and the plain service; requests a second, seconds
   * each, to warm up.
   */
  public static void main(String[] arguments) throws Exception {
    int[] given = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    PassThrough bench = new PassThrough(given[0], given[1], given[2], given[3]);
    System.out.println(
        "| request | direct p50 ms | p99 | bare relay adds p50 ms | p99 |"
            + " plain service adds p50 ms | p99 | Huntgate adds p50 ms | p99 |"
            + " of the plain service p50 | p99 |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    int rate = given[4];
    Duration each = Duration.ofSeconds(given[5]).dividedBy(ROUNDS);
    Duration warm = Duration.ofSeconds(given[6]).dividedBy(WARM_RATES.length);
    bench.measure("hunt, 100 rows", bench::huntDirectly, bench::hunt, rate, each, warm);
    bench.measure(
        "page of 20 incidents", bench::incidentsDirectly, bench::incidents, rate, each, warm);
    bench.measure(
        "page of 20 incidents, alerts",
        bench::alertsDirectly,
        bench::incidentsWithAlerts,
        rate,
        each,
        warm);
  }

  private void measure(
      String what, Pace.Call direct, Pace.Call through, int rate, Duration each, Duration warm)
      throws Exception {
    new Pace(upstream, rate).run(warm, direct);
    new Pace(relay, WARM_RATES[0]).run(warm, direct);
    for (int warmRate : WARM_RATES) {
      new Pace(plain, warmRate).run(warm, through);
      new Pace(huntgate, warmRate).run(warm, through);
    }
    new Pace(relay, WARM_RATES[WARM_RATES.length - 1]).run(warm.multipliedBy(2), direct);
    long[] directly = new long[0];
    long[] relayed = new long[0];
    long[] plainly = new long[0];
    long[] by = new long[0];
    for (int i = 0; i < ROUNDS; i++) {
      directly = joined(directly, new Pace(upstream, rate).run(each, direct));
      relayed = joined(relayed, new Pace(relay, rate).run(each, direct));
      plainly = joined(plainly, new Pace(plain, rate).run(each, through));
      by = joined(by, new Pace(huntgate, rate).run(each, through));
    }
    double[] added = {
      added(relayed, directly, 0.5), added(relayed, directly, 0.99),
      added(plainly, directly, 0.5), added(plainly, directly, 0.99),
      added(by, directly, 0.5), added(by, directly, 0.99)
    };
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
        what,
        Pace.millis(directly, 0.5),
        Pace.millis(directly, 0.99),
        added[0],
        added[1],
        added[2],
        added[3],
        added[4],
        added[5],
        added[4] / added[2],
        added[5] / added[3]);
  }

  private static double added(long[] through, long[] direct, double part) {
    return Pace.millis(through, part) - Pace.millis(direct, part);
  }

  private static long[] joined(long[] some, long[] more) {
    long[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private void huntDirectly(Wire wire, long number) throws Exception {
    String body = "{\"Query\":\"" + kql() + "\"}";
    need(wire.post("/security/runHuntingQuery", body, TOKEN), "\"results\"");
  }

  private void hunt(Wire wire, long number) throws Exception {
    String body =
        "{\"query\":\"query ($kql: String!) { hunt(kql: $kql) { rowCount columns { name type }"
            + " cache { hit } rows(first: 100) { nodes pageInfo { hasNextPage endCursor } } } }\","
            + "\"variables\":{\"kql\":\""
            + kql()
            + "\"}}";
    need(wire.post("/graphql", body), "\"hit\":false");
  }

  private void incidentsDirectly(Wire wire, long number) throws Exception {
    need(wire.get(listing(""), TOKEN), "\"value\"");
  }

  private void alertsDirectly(Wire wire, long number) throws Exception {
    need(wire.get(listing("&%24expand=alerts"), TOKEN), "\"evidence\"");
  }

  private void incidents(Wire wire, long number) throws Exception {
    need(wire.post("/graphql", listed("")), "\"severity\":\"HIGH\"");
  }

  private void incidentsWithAlerts(Wire wire, long number) throws Exception {
    need(
        wire.post("/graphql", listed("alerts { id title severity devices { dnsName } }")),
        "\"dnsName\":");
  }

  /* Huntgate asks for three more than its caller, to see whether there is another page. */
  private String listing(String expand) {
    return "/security/incidents?%24filter=createdDateTime%20ge%20"
        + day()
        + "&%24orderby=createdDateTime%20desc&%24top=23"
        + expand;
  }

  private String listed(String alerts) {
    return "{\"query\":\"query ($from: DateTime) { incidents(first: 20, filter: { createdFrom: $from })"
        + " { nodes { id name severity status assignedTo createdAt updatedAt tags "
        + alerts
        + " } pageInfo { hasNextPage endCursor } } }\",\"variables\":{\"from\":\""
        + day()
        + "\"}}";
  }

  /* Another one each time, so that nothing kept can answer it. */
  private synchronized String kql() {
    return "DeviceNetworkEvents | where ReportId != " + ++asked + " | take 100";
  }

  private synchronized String day() {
    return String.format(Locale.ROOT, "2026-01-01T00:00:00.%07dZ", ++asked);
  }

  private static void need(Wire.Answer answer, String part) {
    String text = answer.text();
    if (answer.status() != 200 || !text.contains(part) || text.contains("\"errors\"")) {
      throw new IllegalStateException(
          answer.status() + ": " + text.substring(0, Math.min(500, text.length())));
    }
  }
}
