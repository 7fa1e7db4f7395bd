package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Writes the values of an answer that both families write alike. */
final class HuntingCells {

  private HuntingCells() {}

  static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Instant time) {
      json.writeString(WireTime.of(time));
    } else if (value instanceof Duration duration) {
      json.writeString(WireTime.of(duration));
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof Double real && !Double.isFinite(real)) {
      // JSON has no number for these.
      json.writeString(real.toString());
    } else if (value instanceof Double real) {
      json.writeNumber(real);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }
}
