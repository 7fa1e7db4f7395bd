package dev.huntgate.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests of a soak, and what each has to be answered with. */
final class SoakCalls {

  private static final List<String> ORDERS =
      List.of("DeviceName", "Timestamp", "ActionType", "RemoteIP", "RemotePort", "DeviceId");
  private static final List<String> FACETS =
      List.of("SEVERITY", "STATUS", "CLASSIFICATION", "DETERMINATION", "TAG");
  private static final String HUNT =
      "query ($kql: String!) { hunt(kql: $kql) { id rowCount columns { name type } cache { hit }"
          + " rows(first: 50) { nodes pageInfo { hasNextPage endCursor } } } }";
  private static final String PAGE =
      "query ($kql: String!, $after: String, $by: String!, $value: String!) { hunt(kql: $kql) {"
          + " rows(first: 100, after: $after, orderBy: [{ column: $by }], filter: [{ column:"
          + " \"DeviceName\", operator: NE, value: $value }]) { nodes pageInfo { hasNextPage"
          + " endCursor } } summary(column: $by) { distinctCount top { value count } } } }";

  private final int port;
  private final SoakListener listener;
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  SoakCalls(int port) {
    this.port = port;
    this.listener = new SoakListener(port);
  }

  /** Sends one of a kind, and fails where the answer is not what it has to be. */
  void send(Wire wire, SoakMix kind, long place) throws Exception {
    // Below zero is warming up. A step of 101 changes what a place among the hundred asks for.
    long number = place < 0 ? 1_000_000_000L - place : place + place / 100;
    switch (kind) {
      case FRESH -> hunt(wire, fresh(number, 100));
      case LARGE -> hunt(wire, fresh(number, 4_000));
      case REPEATED -> hunt(wire, repeated(number));
      case PAGES -> pages(wire, number);
      case QUEUE -> queue(wire, number);
      case INCIDENT -> incident(wire, number);
      case COUNTS -> counts(wire, number);
      case CHANGE -> change(wire, number);
      case EXPORT -> export(wire, number);
      case JOB -> job(wire, number);
      case LISTEN -> listener.listen();
      case SAVED -> saved(wire, number);
      case CHECK -> ask(wire, check(number), "\"tables\"");
      case BAD -> bad(wire, number);
      case LEAVE -> leave(number);
    }
  }

  private String fresh(long number, int rows) {
    return "DeviceNetworkEvents | where ReportId != "
        + number
        + " and DeviceName != '"
        + run
        + "' | take "
        + rows;
  }

  private static String repeated(long number) {
    return "DeviceNetworkEvents | where RemotePort != " + number % 20 + " | take 2000";
  }

  private void hunt(Wire wire, String kql) throws IOException {
    ask(wire, body(HUNT, "\"kql\":\"" + kql + "\""), "\"rowCount\"");
  }

  private void pages(Wire wire, long number) throws IOException {
    String by = ORDERS.get((int) (number % ORDERS.size()));
    String variables =
        "\"kql\":\"" + repeated(number) + "\",\"by\":\"" + by + "\",\"value\":\"" + number % 50;
    String first = ask(wire, body(PAGE, variables + "\",\"after\":null"), "\"distinctCount\"");
    String cursor = value(first, "endCursor").orElseThrow();
    String next = body(PAGE, variables + "\",\"after\":\"" + cursor + "\"");
    // Whoever bought the hunt again in between made the cursor one of a result that is going.
    askOr(wire, next, "\"nodes\"", "RESULT_GONE");
  }

  private void queue(Wire wire, long number) throws IOException {
    String order = List.of("CREATED", "UPDATED", "SEVERITY").get((int) (number % 3));
    String document =
        "query ($from: DateTime, $after: String) { incidents(first: 20, after: $after, orderBy: "
            + order
            + ", filter: { createdFrom: $from }) { nodes { id name severity status tags createdAt"
            + (number % 4 == 0 ? " alerts { title severity devices { dnsName } }" : "")
            + " } pageInfo { hasNextPage endCursor } } }";
    String from = String.format(Locale.ROOT, "\"from\":\"2020-01-01T00:%02d:00Z\"", number % 60);
    String page = ask(wire, body(document, from), "\"nodes\"");
    if (value(page, "endCursor").isPresent()) {
      String after = ",\"after\":\"" + value(page, "endCursor").get() + "\"";
      ask(wire, body(document, from + after), "\"nodes\"");
    }
  }

  private void incident(Wire wire, long number) throws IOException {
    String document =
        "query ($id: ID!) { incident(id: $id) { id name comments { text } alerts { title evidence {"
            + " finding { verdict } } } suggestedHunts { name parameters } } }";
    ask(wire, body(document, "\"id\":\"" + known(wire, number) + "\""), "\"suggestedHunts\"");
  }

  private void counts(Wire wire, long number) throws IOException {
    String facet = FACETS.get((int) (number % FACETS.size()));
    String document = "{ incidentCounts(by: " + facet + ") { counts { value incidents } } }";
    ask(wire, body(document, ""), "\"counts\"");
  }

  private void change(Wire wire, long number) throws IOException {
    String document =
        "mutation ($id: ID!, $tags: [String!]) { updateIncident(input: { id: $id, tags: $tags })"
            + " { incident { id tags } warnings } }";
    String tags = "\",\"tags\":[\"soak\",\"soak-" + number % 10 + "\"]";
    ask(wire, body(document, "\"id\":\"" + known(wire, number) + tags), "\"warnings\":[]");
  }

  private void export(Wire wire, long number) throws IOException {
    String document = "query ($kql: String!) { hunt(kql: $kql) { exports { csv ndjson } } }";
    String links = ask(wire, body(document, "\"kql\":\"" + repeated(number) + "\""), "\"exports\"");
    String link = value(links, number % 2 == 0 ? "csv" : "ndjson").orElseThrow();
    Wire.Answer file = number % 4 < 2 ? wire.get(link, "Accept-Encoding: gzip") : wire.get(link);
    need(file, "");
    if (file.body().length < 10_000) {
      throw new IllegalStateException("A file of " + file.body().length + " bytes");
    }
  }

  private void job(Wire wire, long number) throws Exception {
    String document =
        "mutation ($kql: String!) { startHunt(kql: $kql, maxWait: \"PT1M\") { id state } }";
    String started = ask(wire, body(document, "\"kql\":\"" + fresh(number, 500) + "\""), "\"id\"");
    listener.follow(value(started, "id").orElseThrow());
  }

  private void saved(Wire wire, long number) throws IOException {
    String document =
        "query ($p: JSON) { runSavedHunt(name: \"encoded-powershell\", parameters: $p) { rowCount"
            + " rows(first: 20) { nodes } } }";
    String look = "\"p\":{\"lookBack\":\"P" + (1 + number % 7) + "D\"}";
    ask(wire, body(document, look), "\"rowCount\"");
  }

  private static String check(long number) {
    return body(
        "query ($kql: String!) { checkKql(kql: $kql) { tables diagnostics { message } } }",
        "\"kql\":\"DeviceEvents | where Timestamp > ago(" + number + "s) | summarize count()\"");
  }

  private void bad(Wire wire, long number) throws IOException {
    if (number % 2 == 0) {
      String kql = "\"kql\":\"NoSuchTable" + number + " | take 1\"";
      askOr(wire, body(HUNT, kql), "", "KQL_REJECTED");
    } else {
      String huge = "{ hunt(kql: \"DeviceInfo\") { rows(first: 1000000) { nodes } } }";
      askOr(wire, body(huge, ""), "", "INVALID_ARGUMENT", "LIMIT_EXCEEDED");
    }
  }

  private void leave(long number) throws IOException {
    try (Wire own = new Wire(port)) {
      own.send("POST", "/graphql", body(HUNT, "\"kql\":\"" + fresh(number, 3_000) + "\""));
    }
  }

  private String known(Wire wire, long number) throws IOException {
    String page = ask(wire, body("{ incidents(first: 40) { nodes { id } } }", ""), "\"nodes\"");
    List<String> ids =
        Pattern.compile("\"id\":\"(\\d+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    return ids.get((int) (number % ids.size()));
  }

  private String ask(Wire wire, String body, String part) throws IOException {
    return askOr(wire, body, part);
  }

  private String askOr(Wire wire, String body, String part, String... codes) throws IOException {
    Wire.Answer answer = wire.post("/graphql", body);
    String text = answer.text();
    for (String code : codes) {
      if (text.contains("\"code\":\"" + code + "\"")) {
        return text;
      }
    }
    if (part.isEmpty()) {
      throw new IllegalStateException("Not refused: " + beginning(text));
    }
    return need(answer, part);
  }

  private static String need(Wire.Answer answer, String part) {
    String text = part.isEmpty() ? "" : answer.text();
    if (answer.status() != 200 || !text.contains(part) || text.contains("\"errors\":[")) {
      throw new IllegalStateException(answer.status() + ": " + beginning(answer.text()));
    }
    return text;
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(400, text.length()));
  }

  private static String body(String document, String variables) {
    return "{\"query\":\""
        + document.replace("\"", "\\\"")
        + "\",\"variables\":{"
        + variables
        + "}}";
  }

  /** The first text that a member of this name has. */
  static Optional<String> value(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
