package dev.huntgate.hunting.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlReading;
import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.engine.DuckDbHuntingEngine;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The saved hunts that ship, checked as a folder's would be and tried in the sandbox. */
class BuiltInHuntsTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  private static final TimeRange ALWAYS = new TimeRange(Instant.EPOCH, NOW);
  private static final Path FOLDER = Path.of("src/main/resources/dev/huntgate/hunting/saved");
  private static final String NOWHERE = "nothing-of-this-name";

  private static DuckDbHuntingEngine engine;
  private static String device;

  @BeforeAll
  static void open() {
    engine =
        new DuckDbHuntingEngine(
            new Company(7, NOW, 240).huntingTables(), Clock.fixed(NOW, ZoneOffset.UTC));
    device =
        String.valueOf(
            engine
                .run("DeviceProcessEvents | top 1 by Timestamp | project DeviceName", ALWAYS)
                .rows()
                .get(0)[0]);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static List<SavedHunt> hunts() {
    return ShippedHunts.all();
  }

  static Stream<String> files() throws IOException {
    return Files.readString(FOLDER.resolve("files.txt")).lines();
  }

  @Test
  void listsEveryFile() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      assertEquals(
          all.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList(),
          files().toList());
    }
    assertEquals(files().count(), hunts().size());
    assertTrue(hunts().size() >= 15);
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasNothingWrong_whenCheckedLikeAFolders(String file) {
    FileReading reading =
        SavedHuntReader.read(
            new HuntFile(file, BuiltInHunts.bytes(file)), SavedHunt.Origin.BUILT_IN, NOW);

    assertEquals(List.of(), reading.problems());
    assertEquals(file, reading.hunt().name() + ".yaml");
  }

  @Test
  void coversDevicesIdentitiesMailAndCloudApplications() {
    Set<String> tags =
        hunts().stream().flatMap(hunt -> hunt.tags().stream()).collect(Collectors.toSet());

    assertTrue(
        tags.containsAll(Set.of("devices", "identities", "email", "cloud-apps")), tags::toString);
    Set<String> titles = new TreeSet<>();
    hunts().forEach(hunt -> titles.add(hunt.title()));
    assertEquals(hunts().size(), titles.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hunts")
  void findsSomething_whenRunWithItsDefaults(SavedHunt hunt) {
    String kql = hunt.kqlWith(required(hunt));

    HuntingAnswer answer = engine.run(kql, ALWAYS);

    assertFalse(answer.rows().isEmpty(), hunt.name());
    List<String> columns = answer.columns().stream().map(HuntingColumn::name).toList();
    assertTrue(columns.size() >= 4, columns::toString);
    assertEquals(columns.size(), new HashSet<>(columns).size(), columns::toString);
    KqlReading reading = KqlReading.read(kql, NOW);
    assertTrue(reading.shape().limit().isPresent(), "nothing limits the rows");
    assertTrue(
        reading.tables().stream()
            .allMatch(table -> HuntingSchema.documented().table(table).isPresent()));
    assertEquals(
        hunt.parameters().stream().anyMatch(parameter -> parameter.fill() == Fill.LOOK_BACK),
        reading.lookBack().isPresent());
  }

  static Stream<Change> changes() {
    return hunts().stream()
        .flatMap(hunt -> hunt.parameters().stream().map(parameter -> new Change(hunt, parameter)));
  }

  record Change(SavedHunt hunt, Parameter parameter) {
    @Override
    public String toString() {
      return hunt.name() + " " + parameter.name();
    }
  }

  /** A parameter that changes nothing would be of no use. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void findsSomethingElse_whenAParameterIsChanged(Change change) {
    Map<String, Object> given = required(change.hunt());
    if (change.parameter().type() == ParameterType.BOOL) {
      change.hunt().parameters().stream()
          .filter(parameter -> parameter.type() == ParameterType.INT)
          .forEach(floor -> given.put(floor.name(), floor.bounds().min().plain()));
    }
    List<String> before = rows(change.hunt().kqlWith(given));

    given.put(change.parameter().name(), other(change.parameter()));
    List<String> after = rows(change.hunt().kqlWith(given));

    assertFalse(before.equals(after), change::toString);
  }

  private static Map<String, Object> required(SavedHunt hunt) {
    Map<String, Object> given = new HashMap<>();
    hunt.parameters().stream()
        .filter(parameter -> parameter.defaultValue() == null)
        .forEach(parameter -> given.put(parameter.name(), device));
    return given;
  }

  private static Object other(Parameter parameter) {
    if (parameter.list()) {
      return parameter.bounds().allowed().isEmpty()
          ? List.of(
              parameter.bounds().pattern() != null
                  ? "0".repeat(40)
                  : parameter.name().equals("parents") ? "tidevault.exe" : NOWHERE)
          : List.of(
              parameter.bounds().allowed().get(parameter.bounds().allowed().size() - 2).plain());
    }
    return switch (parameter.type()) {
      case STRING -> NOWHERE;
      case BOOL -> !(boolean) parameter.defaultValue().plain();
      case TIMESPAN -> "PT2H";
      case DATETIME -> "2026-03-20T00:00:00Z";
      case INT ->
          isCeiling(parameter)
              ? parameter.bounds().min().plain()
              : parameter.bounds().max().plain();
    };
  }

  private static boolean isCeiling(Parameter parameter) {
    return parameter.name().startsWith("max") || parameter.name().startsWith("longest");
  }

  private static List<String> rows(String kql) {
    List<String> rows = new ArrayList<>();
    engine.run(kql, ALWAYS).rows().forEach(row -> rows.add(Arrays.deepToString(row)));
    return rows;
  }
}
