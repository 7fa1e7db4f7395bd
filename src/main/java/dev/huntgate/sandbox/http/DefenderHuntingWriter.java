package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.huntgate.sandbox.engine.HuntCost;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingColumn;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes a hunt's answer as the native family does. How it writes bool and dynamic is documented
 * nowhere: here these are true and false, and the text of the JSON, so that readers of both
 * families have both ways to learn.
 */
record DefenderHuntingWriter(HuntingAnswer answer) implements StreamingOutput {

  /** What the database reads at once, taken for a page of a cache. */
  private static final int ROWS_PER_PAGE = 2_048;

  @Override
  public void write(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.factory().createGenerator(out)) {
      json.writeStartObject();
      stats(json);
      json.writeArrayFieldStart("Schema");
      for (HuntingColumn column : answer.columns()) {
        json.writeStartObject();
        json.writeStringField("Name", column.name());
        json.writeStringField("Type", HuntingTypes.name(column.type()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("Results");
      for (@Nullable Object[] row : answer.rows()) {
        row(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void row(JsonGenerator json, @Nullable Object[] row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < row.length; i++) {
      json.writeFieldName(answer.columns().get(i).name());
      if (row[i] == null) {
        json.writeNull();
      } else {
        HuntingCells.write(json, row[i]);
      }
    }
    json.writeEndObject();
  }

  private void stats(JsonGenerator json) throws IOException {
    HuntCost cost = answer.cost();
    json.writeObjectFieldStart("Stats");
    json.writeNumberField("ExecutionTime", cost.running().toNanos() / 1e9);
    json.writeObjectFieldStart("resource_usage");
    json.writeObjectFieldStart("cache");
    counts(json, "memory", cost.rowsScanned() / ROWS_PER_PAGE + 1);
    counts(json, "disk", 0);
    json.writeEndObject();
    json.writeObjectFieldStart("cpu");
    json.writeStringField("user", cpu(cost.user()));
    json.writeStringField("kernel", cpu(cost.kernel()));
    json.writeStringField("total cpu", cpu(cost.processor()));
    json.writeEndObject();
    json.writeObjectFieldStart("memory");
    json.writeNumberField("peak_per_node", cost.peakMemory());
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("dataset_statistics");
    json.writeStartObject();
    json.writeNumberField("table_row_count", answer.rows().size());
    json.writeNumberField("table_size", cost.resultBytes());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, String name, long hits) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("hits", hits);
    json.writeNumberField("misses", 0);
    json.writeNumberField("total", hits);
    json.writeEndObject();
  }

  /** Here the seven digits are always written. */
  private static String cpu(Duration time) {
    String text = WireTime.of(time);
    return text.indexOf('.') < 0 ? text + ".0000000" : text;
  }
}
