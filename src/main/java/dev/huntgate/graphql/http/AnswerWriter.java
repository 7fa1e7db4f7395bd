package dev.huntgate.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON: data first, then errors and extensions, where there are such.
 *
 * <p>Values are what the scalars made of them; a value of the scalar JSON goes out as its text.
 */
final class AnswerWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private AnswerWriter() {}

  static byte[] write(ExecutionResult result) {
    return write(
        generator -> {
          generator.writeStartObject();
          if (result.isDataPresent()) {
            generator.writeFieldName("data");
            writeValue(generator, result.getData());
          }
          if (!result.getErrors().isEmpty()) {
            generator.writeFieldName("errors");
            writeValue(
                generator, result.getErrors().stream().map(GraphQLError::toSpecification).toList());
          }
          Map<Object, Object> extensions = result.getExtensions();
          if (extensions != null && !extensions.isEmpty()) {
            generator.writeFieldName("extensions");
            writeValue(generator, extensions);
          }
          generator.writeEndObject();
        });
  }

  /** An answer that is nothing but one error. */
  static byte[] error(String message, String code) {
    return write(
        generator ->
            writeValue(
                generator,
                Map.of(
                    "errors",
                    List.of(Map.of("message", message, "extensions", Map.of("code", code))))));
  }

  private interface Content {
    void writeTo(JsonGenerator generator) throws IOException;
  }

  private static byte[] write(Content content) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator generator = JSON.createGenerator(bytes)) {
      content.writeTo(generator);
      generator.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void writeValue(JsonGenerator generator, @Nullable Object value)
      throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Map<?, ?> members) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        generator.writeFieldName(String.valueOf(member.getKey()));
        writeValue(generator, member.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof JsonValue json) {
      generator.writeRawValue(json.toString());
    } else if (value instanceof List<?> items) {
      generator.writeStartArray();
      for (Object item : items) {
        writeValue(generator, item);
      }
      generator.writeEndArray();
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(generator, number);
    } else {
      generator.writeString(value.toString());
    }
  }

  /* A double that JSON lacks becomes text: it would break the answer as a whole. */
  private static void writeNumber(JsonGenerator generator, Number number) throws IOException {
    if (number instanceof Integer whole) {
      generator.writeNumber(whole);
    } else if (number instanceof Long whole) {
      generator.writeNumber(whole);
    } else if (number instanceof BigInteger whole) {
      generator.writeNumber(whole);
    } else if (number instanceof BigDecimal decimal) {
      generator.writeNumber(decimal);
    } else {
      generator.writeNumber(number.doubleValue());
    }
  }
}
