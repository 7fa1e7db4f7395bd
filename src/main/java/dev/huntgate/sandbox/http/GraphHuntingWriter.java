package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingColumn;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a hunt's answer as Microsoft Graph does, with the oddities recorded there. */
record GraphHuntingWriter(HuntingAnswer answer) implements StreamingOutput {

  private static final String CONTEXT =
      GraphIncidentsResource.CONTEXT + "microsoft.graph.security.huntingQueryResults";
  private static final String ANNOTATION = "@odata.type";

  @Override
  public void write(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.factory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("@odata.context", CONTEXT);
      json.writeArrayFieldStart("schema");
      for (HuntingColumn column : answer.columns()) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", HuntingTypes.name(column.type()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("results");
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
      HuntingColumn column = answer.columns().get(i);
      cell(json, column.name(), column.type(), row[i]);
    }
    json.writeEndObject();
  }

  private static void cell(JsonGenerator json, String name, KqlType type, @Nullable Object value)
      throws IOException {
    if (value == null) {
      missing(json, name, type);
    } else if (type == KqlType.BOOL) {
      json.writeStringField(name + ANNOTATION, "#SByte");
      json.writeNumberField(name, Boolean.TRUE.equals(value) ? 1 : 0);
    } else if (type == KqlType.DYNAMIC) {
      dynamic(json, name, parsed(value.toString()));
    } else {
      json.writeFieldName(name);
      HuntingCells.write(json, value);
    }
  }

  /** Text is never missing on Graph; everything else that is missing is an empty object. */
  private static void missing(JsonGenerator json, String name, KqlType type) throws IOException {
    if (type == KqlType.STRING) {
      json.writeStringField(name, "");
    } else {
      json.writeObjectFieldStart(name);
      json.writeEndObject();
    }
  }

  private static void dynamic(JsonGenerator json, String name, @Nullable JsonNode value)
      throws IOException {
    if (value == null || value.isNull() || value.isMissingNode()) {
      missing(json, name, KqlType.DYNAMIC);
    } else if (value.isArray()) {
      json.writeStringField(name + ANNOTATION, "#Collection(String)");
      json.writeArrayFieldStart(name);
      for (JsonNode element : value) {
        // A collection of text: whatever is not text comes as the text of its JSON.
        json.writeString(element.isTextual() ? element.textValue() : element.toString());
      }
      json.writeEndArray();
    } else if (value instanceof ObjectNode object) {
      ObjectNode annotated = Json.object();
      annotated.put(ANNOTATION, "#microsoft.graph.security.dynamicColumnValue");
      annotated.setAll(object);
      json.writeFieldName(name);
      json.writeRawValue(annotated.toString());
    } else {
      json.writeFieldName(name);
      json.writeRawValue(value.toString());
    }
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The engine gave a dynamic value that is no JSON", e);
    }
  }
}
