package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "x-gzip | true",
        "deflate, gzip;q=0.5 | true",
        "gzip;q=0 | false",
        "gzip ; q=0.000 | false",
        "* | true",
        "*;q=0 | false",
        "gzip;q=0, * | false",
        "*;q=0, gzip | true",
        "br, deflate | false",
        "identity | false",
        "gzipped | false",
        "gzip;q=x | false",
        "'' | false",
        ", ,gzip, | true"
      })
  void takesGzip_whenTheClientDoes(String field, boolean expected) {
    assertEquals(expected, Encodings.acceptGzip(List.of(field)));
  }

  @Test
  void readsAllFields() {
    assertEquals(true, Encodings.acceptGzip(List.of("br", "gzip")));
    assertEquals(false, Encodings.acceptGzip(List.of()));
  }
}
