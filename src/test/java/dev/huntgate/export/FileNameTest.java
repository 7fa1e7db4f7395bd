package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @Test
  void tellsTimeAndId() {
    FileName name =
        FileName.of(Instant.parse("2026-03-01T09:30:05.9Z"), "Ab3-_f12rest", ExportFormat.NDJSON);

    assertEquals("huntgate-20260301T093005Z-Ab3-_f12.ndjson", name.name());
  }

  @ParameterizedTest
  @CsvSource({
    "devices, devices.csv",
    "devices.csv, devices.csv",
    "DEVICES.CSV, DEVICES.csv",
    "../../etc/passwd, _.._etc_passwd.csv",
    "C:\\temp\\x, C_temp_x.csv",
    "' . trimmed . ', trimmed.csv",
    "con, _con.csv",
    "LPT1.txt, _LPT1.txt.csv",
    "100%, 100_.csv",
    "žluťoučký kůň 🐎, žluťoučký kůň 🐎.csv",
  })
  void isWhatTheClientWants_asFarAsItIsHarmless(String wish, String expected) {
    FileName name = FileName.wanted(wish, ExportFormat.CSV);

    assertNotNull(name);
    assertEquals(expected, name.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", ".csv", ". .csv"})
  void isNone_whenNothingIsLeft(String wish) {
    assertNull(FileName.wanted(wish, ExportFormat.CSV));
  }

  @Test
  void isNeverTooLong() {
    FileName name = FileName.wanted("🐎".repeat(5_000), ExportFormat.CSV);

    assertNotNull(name);
    assertEquals("🐎".repeat(120) + ".csv", name.name());
  }

  @Test
  void comesInAsciiAndInFull() {
    FileName name = FileName.wanted("Zařízení 🐎 (1)'s", ExportFormat.CSV);

    assertNotNull(name);
    assertEquals(
        "attachment; filename=\"Zarizeni _ (1)'s.csv\";"
            + " filename*=UTF-8''Za%C5%99%C3%ADzen%C3%AD%20%F0%9F%90%8E%20%281%29%27s.csv",
        name.disposition());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverBreaksOutOfTheHeader_whateverIsWanted(long seed) {
    Random random = new Random(seed);
    String alphabet = "a.\"\\/;%\r\n\t\u0000\u202e\ud800\u00e9\u4e2d'* =";
    StringBuilder wish = new StringBuilder("a");
    for (int i = random.nextInt(40); i > 0; i--) {
      wish.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }

    FileName name = FileName.wanted(wish.toString(), ExportFormat.CSV);

    assertNotNull(name);
    String field = name.disposition();
    assertTrue(
        field.matches("attachment; filename=\"[ !#-\\[\\]-~]+\"; filename\\*=UTF-8''[!-~]+"),
        field);
    String full = field.substring(field.indexOf("UTF-8''") + 7);
    assertTrue(full.matches("([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+"), full);
    assertEquals(name.name(), URLDecoder.decode(full.replace("+", "%2B"), StandardCharsets.UTF_8));
  }
}
