package dev.huntgate.sandbox.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlCheck;
import dev.huntgate.sandbox.engine.DuckDbHuntingEngine;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.HuntingTable;
import dev.huntgate.sandbox.engine.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the hunting schema, tried in the sandbox. */
class HuntingExamplesTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  private static final TimeRange ALWAYS = new TimeRange(Instant.EPOCH, NOW);

  private static List<HuntingTable> tables;
  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    tables = new Company(7, NOW, 240).huntingTables();
    engine = new DuckDbHuntingEngine(tables, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static Stream<HuntingSchema.Example> examples() {
    return HuntingSchema.documented().tables().stream().flatMap(table -> table.examples().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void findsSomething_whenAnExampleIsRun(HuntingSchema.Example example) {
    HuntingAnswer answer = engine.run(example.kql(), ALWAYS);

    assertFalse(answer.rows().isEmpty());
    assertEquals(List.of(), KqlCheck.of(example.kql(), NOW).diagnostics());
  }

  @Test
  void givesExamples_whenTheSandboxHasRowsOfTheTable() {
    Set<String> without = new TreeSet<>();
    for (HuntingTable table : tables) {
      HuntingSchema.Table documented = HuntingSchema.documented().table(table.name()).orElseThrow();
      assertEquals(
          table.columns().stream().map(HuntingColumn::name).toList(),
          documented.columns().stream().map(HuntingSchema.Column::name).toList());
      if (documented.examples().isEmpty()) {
        without.add(table.name());
      }
    }

    without.removeIf(name -> engine.run(name + " | take 1", ALWAYS).rows().isEmpty());
    assertEquals(Set.of(), without);
  }
}
