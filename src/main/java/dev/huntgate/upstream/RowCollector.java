package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.result.Column;
import dev.huntgate.result.JsonLine;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.Utf8Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a hunt's rows together, event by event; each value goes straight into its column.
 *
 * <p>Rows that come before the schema wait for it.
 */
final class RowCollector {

  private static final ObjectMapper SCHEMA = new ObjectMapper();

  /** The columns, which are known once the schema has come. */
  private record Target(ResultBuilder result, FieldPlaces places, Coercion coercion) {}

  private final JsonFactory json;
  private final JsonLine structure = new JsonLine(FieldPlaces::isAnnotation);
  private @Nullable EarlyRows early;
  private boolean inStructure;
  private int place;
  private @Nullable Target target;

  /**
   * @param json makes the parser that reads early rows again
   */
  RowCollector(JsonFactory json) {
    this.json = json;
  }

  boolean hasSchema() {
    return target != null;
  }

  void schema(byte[] schema) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : SCHEMA.readTree(schema)) {
      columns.add(
          new Column(
              text(column, "Name", "name"), UpstreamTypes.read(text(column, "Type", "type"))));
    }
    ResultBuilder result = new ResultBuilder(columns);
    target =
        new Target(
            result,
            new FieldPlaces(columns.stream().map(Column::name).toList()),
            new Coercion(columns, result));
    if (early != null) {
      readAgain(early);
      early = null;
    }
  }

  /** Takes a whole row, as a JSON object, before there is a schema. */
  void early(Utf8Buffer row) throws IOException {
    if (early == null) {
      early = new EarlyRows();
    }
    early.add(row);
  }

  /** Takes the next event of a row, from behind its beginning; answers whether it was the last. */
  boolean add(JsonParser parser) throws IOException {
    Target to = target();
    JsonToken token = parser.currentToken();
    if (inStructure) {
      structure.add(parser);
      if (structure.isWhole()) {
        inStructure = false;
        if (place != FieldPlaces.NONE) {
          to.coercion().structure(place, structure);
        }
      }
    } else if (token == JsonToken.FIELD_NAME) {
      place = to.places().next(parser.currentName());
    } else if (token == JsonToken.END_OBJECT) {
      to.places().endRow();
      to.result().endRow();
      return true;
    } else if (token.isStructStart()) {
      structure.clear();
      structure.add(parser);
      inStructure = true;
    } else if (place != FieldPlaces.NONE) {
      to.coercion().scalar(place, parser);
    }
    return false;
  }

  Result build() throws IOException {
    return target().result().build();
  }

  private Target target() throws UnreadableAnswerException {
    if (target == null) {
      throw new UnreadableAnswerException("The body has no schema");
    }
    return target;
  }

  private void readAgain(EarlyRows rows) throws IOException {
    try (JsonParser parser = json.createParser(rows.read())) {
      while (parser.nextToken() != null) {
        boolean ended = false;
        while (!ended) {
          parser.nextToken();
          ended = add(parser);
        }
      }
    }
  }

  private static String text(JsonNode node, String name, String otherName) {
    return node.path(name).asText(node.path(otherName).asText(""));
  }
}
