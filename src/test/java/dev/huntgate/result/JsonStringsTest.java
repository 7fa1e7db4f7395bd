package dev.huntgate.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringsTest {

  private static final String[] PIECES = {
    "a", "b", "word", " ", "\"", "\\", "\n", "\u0000", "\u001f", "\u007f", "é", "\u2028", "漢", "😀"
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void writesWhatAJsonReaderReads_whereverTheTextLies(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random, 12);
      String text = text(random, round % 100 == 0 ? 2_000 : 24);
      byte[] among = (before + text + text(random, 12)).getBytes(UTF_8);
      int offset = before.getBytes(UTF_8).length;
      Utf8Buffer out = new Utf8Buffer(random.nextInt(64));
      out.ascii("[");
      out.jsonString(among, offset, text.getBytes(UTF_8).length);
      out.ascii("]");

      String json = out.toString();
      assertEquals(text, JSON.readTree(json).get(0).textValue(), json);
      assertTrue(json.length() <= JsonStrings.worst(text.length()) + 2, json);
    }
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(pieces + 1); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
