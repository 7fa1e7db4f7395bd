package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KqlCorpusTest {

  private static final String NONE = "none";

  static Stream<Corpus.Entry> entries() {
    return Corpus.entries();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void readsWhatIsExpected_whenTheQueryIsInTheMannerOfPublishedOnes(Corpus.Entry entry) {
    KqlCheck check = KqlCheck.of(entry.kql(), Corpus.NOW);
    KqlReading reading = check.reading();
    Map<String, String> read =
        Map.of(
            "tables", list(reading.tables()),
            "lookBack", reading.lookBack().map(Object::toString).orElse(NONE),
            "limit", reading.shape().limit().map(Object::toString).orElse(NONE),
            "aggregate", String.valueOf(reading.shape().aggregate()),
            "diagnostics",
                list(
                    check.diagnostics().stream()
                        .map(d -> d.severity() + " " + d.line() + ":" + d.column())
                        .toList()));

    assertEquals(entry.expected(), read, () -> entry.kql() + "\n" + check.diagnostics());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void readsTheSame_whenTheQueryIsCanonical(Corpus.Entry entry) {
    KqlReading canonical = KqlReading.read(CanonicalKql.of(entry.kql()).text(), Corpus.NOW);
    KqlReading written = KqlReading.read(entry.kql(), Corpus.NOW);

    assertEquals(written.tables(), canonical.tables());
    assertEquals(written.columns(), canonical.columns());
    assertEquals(written.window(), canonical.window());
    assertEquals(written.shape(), canonical.shape());
    assertEquals(written.errors().size(), canonical.errors().size());
  }

  @Test
  void coversEveryOperator() {
    String all = String.join("\n", Corpus.queries());

    assertEquals(
        List.of(), OperatorNames.ALL.stream().filter(name -> !all.contains(name)).toList());
    assertTrue(Corpus.queries().size() >= 150);
  }

  private static String list(List<String> parts) {
    return Optional.of(parts.stream().collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .orElse(NONE);
  }
}
