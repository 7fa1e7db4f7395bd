package dev.huntgate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of threats names tests that there are. */
class ThreatsTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))`");

  @Test
  void namesATestForEachThreat() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("SECURITY.md")).stream()
            .dropWhile(line -> !line.equals("## Threats"))
            .filter(line -> line.startsWith("| ") && !line.startsWith("| who | tries"))
            .toList();
    assertFalse(rows.isEmpty());
    Set<String> known;
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      known =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    for (String row : rows) {
      List<String> named =
          NAMED.matcher(row).results().map((MatchResult found) -> found.group(1)).toList();
      assertFalse(named.isEmpty(), row);
      assertEquals(List.of(), named.stream().filter(name -> !known.contains(name)).toList(), row);
    }
  }
}
