package dev.huntgate.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Huntgate adds to a hunt that is not kept, and to a page of incidents, over the same call
 * sent straight to the same upstream; a table in Markdown. Direct calls and those through Huntgate
 * take turns, so that both meet the same machine.
 */
public final class PassThrough {

  private static final int ROUNDS = 5;
  /* What a process that has just begun can answer, and more and more. */
  private static final int[] WARM_RATES = {10, 25, 50, 100, 150};
  private static final String TOKEN = "Authorization: Bearer x";

  private final int upstream;
  private final int huntgate;
  private long asked;

  private PassThrough(int upstream, int huntgate) {
    this.upstream = upstream;
    this.huntgate = huntgate;
  }

  /** The ports of upstream and of Huntgate, requests a second, seconds each, and to warm up. */
  public static void main(String[] arguments) throws Exception {
    int[] given = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    PassThrough bench = new PassThrough(given[0], given[1]);
    System.out.println(
        "| request | direct p50 ms | p99 | through Huntgate p50 ms | p99 | added p50 ms | p99 |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    bench.measure("hunt, 100 rows", bench::huntDirectly, bench::hunt, given);
    bench.measure("page of 20 incidents", bench::incidentsDirectly, bench::incidents, given);
    bench.measure(
        "page of 20 incidents, alerts", bench::alertsDirectly, bench::incidentsWithAlerts, given);
  }

  private void measure(String what, Pace.Call direct, Pace.Call through, int[] given)
      throws Exception {
    Duration warm = Duration.ofSeconds(given[4]);
    new Pace(upstream, given[2]).run(warm.dividedBy(WARM_RATES.length), direct);
    for (int rate : WARM_RATES) {
      new Pace(huntgate, rate).run(warm.dividedBy(WARM_RATES.length), through);
    }
    Duration each = Duration.ofSeconds(given[3]).dividedBy(ROUNDS);
    long[] directly = new long[0];
    long[] by = new long[0];
    for (int i = 0; i < ROUNDS; i++) {
      directly = joined(directly, new Pace(upstream, given[2]).run(each, direct));
      by = joined(by, new Pace(huntgate, given[2]).run(each, through));
    }
    double[] figures = {
      Pace.millis(directly, 0.5), Pace.millis(directly, 0.99),
      Pace.millis(by, 0.5), Pace.millis(by, 0.99)
    };
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
        what,
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        figures[2] - figures[0],
        figures[3] - figures[1]);
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
