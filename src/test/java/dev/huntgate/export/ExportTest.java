package dev.huntgate.export;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.export.CsvReader.Field;
import dev.huntgate.wiring.UnlimitedSandbox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ExportTest.Logged.class)
class ExportTest {

  private static final String HUNT =
      "query ($kql: String!) { hunt(kql: $kql) { id rowCount columns { name type }"
          + " rows(first: 1000) { nodes } exports { csv ndjson } } }";
  private static final String KQL =
      "DeviceProcessEvents | sort by Timestamp asc, ReportId asc | take 100"
          + " | extend Odd = strcat('=', FileName, ', \"', DeviceName, '\"')";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI address;

  private ExtractableResponse<Response> answer;
  private String id;

  /** An operator may switch the access log on. */
  public static class Logged extends UnlimitedSandbox {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("quarkus.http.access-log.enabled", "true");
      return overrides;
    }
  }

  @BeforeEach
  void hunt() {
    answer =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("query", HUNT, "variables", Map.of("kql", KQL)))
            .post("/graphql")
            .then()
            .statusCode(200)
            .body("errors", nullValue())
            .body("data.hunt.rowCount", equalTo(100))
            .extract();
    id = answer.path("data.hunt.id");
  }

  @Test
  void ndjsonHoldsTheRows() throws Exception {
    JsonNode hunt = JSON.readTree(answer.asString()).at("/data/hunt");

    String file = file("/hunts/" + id + ".ndjson");

    List<String> lines = file.lines().toList();
    assertEquals(100, lines.size());
    for (int row = 0; row < lines.size(); row++) {
      JsonNode read = JSON.readTree(lines.get(row));
      assertEquals(hunt.get("columns").size(), read.size());
      for (int column = 0; column < read.size(); column++) {
        String name = hunt.get("columns").get(column).get("name").asText();
        assertEquals(hunt.at("/rows/nodes").get(row).get(column), read.get(name));
      }
    }
  }

  @Test
  void csvHoldsTheRows_withAnApostropheBeforeFormulas() throws Exception {
    JsonNode hunt = JSON.readTree(answer.asString()).at("/data/hunt");

    List<List<Field>> lines = CsvReader.read(file("/hunts/" + id + ".csv"));

    assertEquals(101, lines.size());
    for (int column = 0; column < hunt.get("columns").size(); column++) {
      JsonNode described = hunt.get("columns").get(column);
      assertEquals(described.get("name").asText(), lines.get(0).get(column).text());
      for (int row = 0; row < 100; row++) {
        JsonNode value = hunt.at("/rows/nodes").get(row).get(column);
        String text = value.isNull() ? "" : value.isTextual() ? value.asText() : value.toString();
        boolean formula = described.get("type").asText().equals("STRING") && text.startsWith("=");
        assertEquals((formula ? "'" : "") + text, lines.get(row + 1).get(column).text());
      }
    }
  }

  @Test
  void keepsFormulas_whenAskedTo() {
    String file = file("/hunts/" + id + ".csv?formulas=keep&columns=Odd&first=1");

    assertTrue(file.startsWith("Odd\r\n\"="), file);
  }

  @Test
  void holdsTheColumnsAndRowsThatAreAskedFor() {
    String file = file("/hunts/" + id + ".csv?columns=DeviceName,%231&columns=FileName&skip=98");
    List<List<Field>> all =
        CsvReader.read(file("/hunts/" + id + ".csv?columns=DeviceName,Timestamp,FileName"));

    List<List<Field>> lines = CsvReader.read(file);

    assertEquals(List.of(all.get(0), all.get(99), all.get(100)), lines);
    assertEquals("", file("/hunts/" + id + ".ndjson?skip=100"));
    assertEquals("", file("/hunts/" + id + ".ndjson?first=0"));
    assertEquals(2, file("/hunts/" + id + ".ndjson?skip=3&first=2").lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv | text/csv; charset=utf-8; header=present",
        "ndjson | application/x-ndjson; charset=utf-8"
      })
  void tellsWhatItIs_toGetAndHeadAlike(String ending, String type) {
    String path = "/hunts/" + id + "." + ending + "?filename=Zařízení";
    for (Response response : List.of(get(path), head(path))) {
      response
          .then()
          .statusCode(200)
          .header("Content-Type", type)
          .header(
              "Content-Disposition",
              "attachment; filename=\"Zarizeni."
                  + ending
                  + "\"; filename*=UTF-8''Za%C5%99%C3%ADzen%C3%AD."
                  + ending)
          .header("Cache-Control", "private, no-store")
          .header("X-Content-Type-Options", "nosniff")
          .header("Vary", equalTo("accept-encoding"));
    }
    head(path).then().body(emptyString());
    head("/hunts/" + id + "." + ending)
        .then()
        .header(
            "Content-Disposition",
            matchesRegex(
                "attachment; filename=\"huntgate-\\d{8}T\\d{6}Z-.{8}\\."
                    + ending
                    + "\"; filename\\*=.*"));
  }

  @Test
  void comesCompressed_whenTheClientTakesThat() throws Exception {
    URI file = address.resolve("/hunts/" + id + ".csv");
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<byte[]> plain =
        client.send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofByteArray());
    HttpResponse<byte[]> squeezed =
        client.send(
            HttpRequest.newBuilder(file).header("Accept-Encoding", "br, gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
    assertEquals("gzip", squeezed.headers().firstValue("Content-Encoding").orElseThrow());
    assertTrue(squeezed.body().length < plain.body().length / 2);
    assertEquals(
        new String(plain.body(), StandardCharsets.UTF_8),
        new String(
            new GZIPInputStream(new ByteArrayInputStream(squeezed.body())).readAllBytes(),
            StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hunts/AAAAAAAAAAAAAAAAAAAAAA.csv", "/hunts/..%2f..%2f.ndjson"})
  void isGone_whenNoSuchResultIsKept(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(410)
        .contentType(ContentType.JSON)
        .body("code", equalTo("RESULT_GONE"))
        .body("message", containsString("no longer kept"));
  }

  @ParameterizedTest
  @CsvSource({
    "columns=Nope, columns, Nope",
    "columns=%23999, columns, 999",
    "colums=FileName, colums, columns",
    "skip=-1, skip, whole number",
    "first=x, first, whole number",
    "formulas=maybe, formulas, escape or keep",
  })
  void refusesWhatItCannotUse_byName(String query, String argument, String said) {
    given()
        .urlEncodingEnabled(false)
        .get("/hunts/" + id + ".csv?" + query)
        .then()
        .statusCode(400)
        .contentType(ContentType.JSON)
        .body("code", equalTo("INVALID_ARGUMENT"))
        .body("argument", equalTo(argument))
        .body("message", containsString(said));
  }

  @Test
  void refusesWhatIsNotAskedByGet() {
    given().post("/hunts/" + id + ".csv").then().statusCode(405).header("Allow", "GET, HEAD");
  }

  @Test
  void letsWhoHasALinkIn_once() {
    String link = answer.path("data.hunt.exports.csv");
    assertTrue(link.matches("/hunts/" + id + "\\.csv\\?ticket=[A-Za-z0-9_-]{22}"), link);
    String ticket = link.substring(link.indexOf('?'));

    head(link).then().statusCode(200);
    get("/hunts/" + id + ".ndjson" + ticket)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    get(link + "&columns=Nope").then().statusCode(400);
    assertEquals(2, CsvReader.read(file(link + "&columns=FileName&first=1")).size());

    get(link)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer realm=\"Huntgate\"")
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("message", containsString("used already"));
    head(link).then().statusCode(401);
    assertEquals(100, file(answer.path("data.hunt.exports.ndjson")).lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAA"})
  void refusesTickets_thatWereNeverIssued(String ticket) {
    get("/hunts/" + id + ".csv?ticket=" + ticket)
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void makesNewLinksForEachAnswer() {
    String before = answer.path("data.hunt.exports.csv");

    hunt();

    assertNotEquals(before, answer.<String>path("data.hunt.exports.csv"));
  }

  @Test
  void spendsNothing() {
    List<String> before = admissions();

    file("/hunts/" + id + ".csv");
    file("/hunts/" + id + ".ndjson");

    assertFalse(before.isEmpty());
    assertEquals(before, admissions());
  }

  @Test
  void leavesNeitherTicketsNorIdsInLogAndMetrics() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("io.quarkus.http.access-log");
    log.addHandler(handler);
    String link = answer.path("data.hunt.exports.csv");
    String ticket = link.substring(link.indexOf('=') + 1);
    try {
      file(link);
      get(link).then().statusCode(401);
    } finally {
      log.removeHandler(handler);
    }

    List<String> ours = logged.stream().filter(line -> line.contains("/hunts/")).toList();
    assertFalse(ours.isEmpty());
    ours.forEach(line -> assertFalse(line.contains(ticket), line));
    get("/q/metrics")
        .then()
        .body(containsString("uri=\"/hunts/{file}\""))
        .body(not(containsString(id)))
        .body(not(containsString(ticket)));
  }

  private static String file(String path) {
    return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
  }

  private static List<String> admissions() {
    List<String> lines = new ArrayList<>();
    for (String line : get("/q/metrics").asString().split("\n")) {
      if (line.startsWith("huntgate_budget_admissions_total")) {
        lines.add(line);
      }
    }
    return lines;
  }
}
