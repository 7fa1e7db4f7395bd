package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.result.Column;
import dev.huntgate.result.JsonText;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a hunt's rows together, field by field, and coerces each value by the schema.
 *
 * <p>Rows that come before the schema wait for it.
 */
final class RowCollector {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Field(String name, @Nullable Object raw) {}

  private final List<List<Field>> waiting = new ArrayList<>();
  private final Map<String, List<Integer>> places = new HashMap<>();
  private List<Field> row = new ArrayList<>();
  private List<Column> columns = List.of();
  private @Nullable ResultBuilder builder;

  void schema(String json) throws IOException {
    List<Column> read = new ArrayList<>();
    for (JsonNode column : JSON.readTree(json)) {
      String name = text(column, "Name", "name");
      places.computeIfAbsent(name, key -> new ArrayList<>(1)).add(read.size());
      read.add(new Column(name, UpstreamTypes.read(text(column, "Type", "type"))));
    }
    columns = List.copyOf(read);
    builder = new ResultBuilder(columns);
    for (List<Field> early : waiting) {
      add(builder, early);
    }
    waiting.clear();
  }

  void startRow() {
    row = new ArrayList<>(columns.size());
  }

  void scalar(String name, JsonParser parser) throws IOException {
    if (!isAnnotation(name)) {
      row.add(new Field(name, Coercion.raw(parser)));
    }
  }

  void structure(String name, String json) {
    if (!isAnnotation(name)) {
      row.add(new Field(name, new JsonText(json)));
    }
  }

  void endRow() throws IOException {
    if (builder == null) {
      waiting.add(row);
    } else {
      add(builder, row);
    }
  }

  Result build() throws IOException {
    if (builder == null) {
      throw new UnreadableAnswerException("The body has no schema");
    }
    return builder.build();
  }

  /** A name that stands for several columns fills them one after the other. */
  private void add(ResultBuilder to, List<Field> fields) throws IOException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    boolean[] filled = new boolean[columns.size()];
    for (Field field : fields) {
      for (int place : places.getOrDefault(field.name(), List.of())) {
        if (!filled[place]) {
          filled[place] = true;
          values[place] = Coercion.coerce(columns.get(place), field.raw());
          break;
        }
      }
    }
    to.add(values);
  }

  private static boolean isAnnotation(String name) {
    return name.contains("@odata.");
  }

  private static String text(JsonNode node, String name, String otherName) {
    return node.path(name).asText(node.path(otherName).asText(""));
  }
}
