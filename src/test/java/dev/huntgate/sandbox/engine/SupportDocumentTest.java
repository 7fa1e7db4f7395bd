package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SupportDocumentTest {

  private static final Path DOCUMENT = Path.of("src/docs/kql-support.md");

  @Test
  void isUpToDate() throws IOException {
    String made = SupportDocument.markdown();
    if (Boolean.getBoolean("huntgate.docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, made);
    }
    assertEquals(
        made,
        Files.readString(DOCUMENT),
        "Run ./mvnw test -Dtest=SupportDocumentTest -Dhuntgate.docs.write=true");
  }

  @Test
  void namesEachRowOnce() {
    for (SupportDocument.Chapter chapter : SupportDocument.chapters().values()) {
      Set<String> names = new HashSet<>();
      chapter.rows().forEach(row -> assertTrue(names.add(row.name()), row.name()));
    }
  }

  @Test
  void isCoveredByQueries_whereItSaysSupported() {
    List<QueryCase> cases = QueryCatalogue.all();
    Set<String> used = new HashSet<>();
    cases.forEach(each -> used.addAll(Features.of(each.kql())));
    Set<String> missing = new TreeSet<>();
    for (SupportDocument.Chapter chapter : SupportDocument.chapters().values()) {
      chapter.rows().stream()
          .filter(Support::supported)
          .map(row -> chapter.kind() + " " + row.name())
          .filter(row -> !used.contains(row))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
    assertTrue(cases.size() >= 120, () -> cases.size() + " queries");
  }
}
