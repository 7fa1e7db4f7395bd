package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.upstream.TenantsConfig;
import dev.huntgate.wiring.ConfigurationReference.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whether the reference of settings is what the code has. It is written anew by {@code ./mvnw test
 * -Dtest=ConfigurationReferenceTest -Dwrite-reference}.
 */
class ConfigurationReferenceTest {

  private static final Path PAGE = Path.of("src/docs/configuration.md");
  private static final Pattern SETTING = Pattern.compile("^\\| `(HUNTGATE_[A-Z0-9_<>]+)`");

  private static List<Class<?>> mappings() {
    List<Class<?>> mappings = new ArrayList<>(KnownSettingsTest.MAPPINGS);
    mappings.add(TenantsConfig.class);
    return mappings;
  }

  @Test
  void isWhatTheCodeHas() throws IOException {
    String expected = ConfigurationReference.of(mappings());
    if (System.getProperty("write-reference") != null) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE));
  }

  @Test
  void has_everySettingThatTheStartKnows_andNoOther() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher setting = SETTING.matcher(line);
      if (setting.find()) {
        written.add(setting.group(1));
      }
    }
    Set<String> known = new TreeSet<>(KnownSettings.names());
    written.stream().filter(name -> name.contains("<NAME>")).forEach(known::add);
    assertEquals(known, written);
    assertEquals(
        List.of(),
        KnownSettings.unknown(
            written.stream().map(name -> name.replace("<NAME>", "ACME")).toList()));
  }

  @Test
  void says_whatEachIs_andOfNoTwoTheSame() throws IOException {
    Set<String> texts = new TreeSet<>();
    for (Setting setting : ConfigurationReference.all(mappings())) {
      assertTrue(setting.text().matches("(?s)[A-Z`].*\\S"), setting::toString);
      assertTrue(texts.add(setting.text()), setting::toString);
    }
  }
}
