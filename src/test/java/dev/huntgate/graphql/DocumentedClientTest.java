package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The TypeScript that the documentation shows, which the tests with clients from npm run. */
class DocumentedClientTest {

  private static final Path PROJECT = Path.of("src/client-test/typescript");
  private static final Pattern SNIPPET =
      Pattern.compile("```(?:typescript|ts)\n(?:// (\\S+)\n)?(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({
    "README.md, hunt.ts",
    "src/docs/front-ends.md, codegen.ts hunt.ts huntgate.ts incidents.ts"
  })
  void isShownAsItIsRun(Path document, String files) throws IOException {
    Map<String, String> shown = new TreeMap<>();
    Matcher snippet = SNIPPET.matcher(Files.readString(document));
    while (snippet.find()) {
      shown.put(String.valueOf(snippet.group(1)), snippet.group(2));
    }

    assertEquals(List.of(files.split(" ")), List.copyOf(shown.keySet()));
    for (Map.Entry<String, String> each : shown.entrySet()) {
      String run = Files.readString(PROJECT.resolve(each.getKey()));
      assertEquals(run, "// " + each.getKey() + "\n" + each.getValue());
    }
  }
}
