package dev.huntgate.hunting.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.hunting.saved.SavedHuntProblem.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedHuntReaderTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  private static final String GOOD =
      """
      name: new-services
      title: Services that were made
      description: Who made them.
      tags: [devices]
      techniques: [T1543.003]
      maxAge: PT20M
      parameters:
        - name: lookBack
          type: timespan
          default: P7D
          min: PT1H
          max: P30D
          description: How far back.
        - name: names
          type: string
          list: true
          default: [a, b]
          values: [a, b, c]
          maxItems: 2
          description: Which.
      kql: |
        DeviceEvents
        | where Timestamp > ago(lookBack)
        | where ActionType in (names)
        | take 10
      """;

  @Test
  void readsAGoodFile() {
    FileReading reading = read(GOOD);

    assertEquals(List.of(), reading.problems());
    SavedHunt hunt = reading.hunt();
    assertEquals("new-services", hunt.name());
    assertEquals(List.of("T1543.003"), hunt.techniques());
    assertEquals(Duration.ofMinutes(20), hunt.maxAge());
    assertEquals("P7D", hunt.parameters().get(0).defaultValue().plain());
    assertEquals(List.of("a", "b"), hunt.parameters().get(1).defaultValue().plain());
    assertEquals(
        """
        let lookBack = timespan(7.00:00:00.0000000);
        let names = dynamic(["a", "b"]);
        DeviceEvents
        | where Timestamp > ago(lookBack)
        | where ActionType in (names)
        | take 10""",
        hunt.kqlWith(Map.of()));
  }

  /** A line of the good file, what it is replaced by, and where and how that is complained of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "name: new-services # name: New Services # 1:7 # a to z",
        "name: new-services # nam: x # 1:1 # may have name, title",
        "name: new-services # name: [a] # 1:7 # single value",
        "name: new-services # name: # 1:6 # has no value",
        "title: Services that were made # title: '' # 2:8 # 1 to 120",
        "title: Services that were made # title: a: b # 2:9 # not YAML",
        "title: Services that were made # title: \"a # 26:1 # not YAML",
        "tags: [devices] # tags: devices # 4:7 # has to be a list",
        "tags: [devices] # tags: [De] # 4:8 # hyphens",
        "tags: [devices] # tags: &x [a, b] # 0 # ",
        "tags: [devices] # tags: [[[[[[[[[[a]]]]]]]]]] # 1:1 # levels",
        "techniques: [T1543.003] # techniques: [T15] # 5:14 # T1059.001",
        "maxAge: PT20M # maxAge: 20m # 6:9 # PT0S to P30D",
        "maxAge: PT20M # maxAge: P31D # 6:9 # PT0S to P30D",
        "maxAge: PT20M # name: twice # 6:1 # given twice",
        "maxAge: PT20M # overrides: yes # 6:12 # true or false",
        "  - name: lookBack #   - name: LookBack # 8:11 # small letter",
        "  - name: lookBack #   - name: where # 8:11 # no word of KQL",
        "  - name: lookBack #   - name: names # 14:5 # two parameters names",
        "    type: timespan #     type: span # 9:11 # string, int, bool",
        "    default: P7D #     default: 7d # 10:14 # in ISO 8601",
        "    default: P7D #     default: P60D # 10:14 # at most P30D",
        "    min: PT1H #     min: P40D # 11:10 # greater than max",
        "    min: PT1H #     pattern: a # 11:14 # Only a string",
        "    values: [a, b, c] #     values: [a] # 17:18 # one of a",
        "    values: [a, b, c] #     pattern: (a # 18:14 # RE2",
        "    values: [a, b, c] #     fill: phone # 18:11 # device-name",
        "    maxItems: 2 #     maxItems: 1 # 17:14 # at most 1",
        "    maxItems: 2 #     maxItems: 0 # 19:15 # 1 to 1000",
        "    description: Which. #     describe: x # 20:5 # knows nothing of 'describe'",
        "  | where ActionType in (names) #   | extend names = 1 # 21:6 # something else",
        "  | where ActionType in (names) #   | where names(1) # 21:6 # as a function",
      })
  void tellsWhereAndWhat_whenALineIsWrong(String line, String wrong, String place, String words) {
    FileReading reading = read(GOOD.replace(line + "\n", wrong + "\n"));

    if (place.equals("0")) {
      assertEquals(List.of(), reading.problems());
      return;
    }
    assertNull(reading.hunt());
    SavedHuntProblem problem =
        reading.problems().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .filter(each -> each.message().contains(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    assertEquals(place, problem.line() + ":" + problem.column(), problem::message);
    assertEquals("new-services.yaml", problem.file());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "  | where ActionType in (names) #   | where ActionTyp in (names) # 24:11 # ActionType",
        "  | where ActionType in (names) #   | where ActionType in (namess) # 24:26 # under parameters",
        "  | where ActionType in (names) #   | where ActionType in ((names) # 24:25 # not closed",
        "  | where ActionType in (names) #   # 21:6 # does not use the parameter names",
        "  DeviceEvents #   DeviceEvent # 22:3 # DeviceEvents",
      })
  void serves_withAWarningThatTellsWhere_whenTheQueryIsOdd(
      String line, String odd, String place, String words) {
    FileReading reading = read(GOOD.replace(line + "\n", (odd == null ? "" : odd) + "\n"));

    assertNotNull(reading.hunt());
    SavedHuntProblem problem =
        reading.problems().stream()
            .filter(each -> each.message().contains(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    assertEquals(Severity.WARNING, problem.severity());
    assertEquals(place, problem.line() + ":" + problem.column(), problem::message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "'# nothing', is empty",
    "'- a', has to be a map",
    "'a: *x', undefined alias",
    "'a: &a [b]\nb: *a', no alias",
    "'<<: {name: a}', knows nothing of",
    "'a: b\n---\nc: d', single document",
    "'!!java.net.URL [\"http://x\"]', not allowed",
    "'? [a, b]\n: c', such a key",
    "'a: \u0007', U+0007",
  })
  void complains_whenTheFileIsNoSavedHunt(String text, String words) {
    FileReading reading = read(text);

    assertNull(reading.hunt());
    assertTrue(reading.problems().get(0).message().contains(words), reading.problems()::toString);
  }

  @Test
  void complains_whenTheFileIsNotUtf8() {
    byte[] latin = "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    FileReading reading =
        SavedHuntReader.read(new HuntFile("x.yaml", latin), SavedHunt.Origin.FOLDER, NOW);

    assertTrue(reading.problems().get(0).message().contains("UTF-8"));
  }

  @Test
  void complainsOfEverything_whenSeveralLinesAreWrong() {
    FileReading reading =
        read(GOOD.replace("T1543.003", "nope").replace("PT20M", "soon").replace("P7D", "7"));

    assertEquals(
        List.of(5, 10, 6), reading.problems().stream().map(SavedHuntProblem::line).toList());
  }

  private static FileReading read(String text) {
    return SavedHuntReader.read(
        new HuntFile("new-services.yaml", text.getBytes(StandardCharsets.UTF_8)),
        SavedHunt.Origin.FOLDER,
        NOW);
  }
}
