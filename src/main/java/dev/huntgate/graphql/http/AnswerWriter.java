package dev.huntgate.graphql.http;

import dev.huntgate.graphql.RowJson;
import dev.huntgate.result.Utf8Buffer;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON: data first, then errors and extensions, where there are such.
 *
 * <p>Values are what the scalars made of them; a value of the scalar JSON goes out as it is. Rows
 * are JSON already, which is why this is not a library's generator: most of an answer is copied.
 */
final class AnswerWriter {

  private static final int USUAL_BYTES = 4 * 1024;

  private final Utf8Buffer out = new Utf8Buffer(USUAL_BYTES);

  private AnswerWriter() {}

  static byte[] write(ExecutionResult result) {
    AnswerWriter writer = new AnswerWriter();
    char before = '{';
    if (result.isDataPresent()) {
      writer.member(before, "data", result.getData());
      before = ',';
    }
    if (!result.getErrors().isEmpty()) {
      List<?> errors = result.getErrors().stream().map(GraphQLError::toSpecification).toList();
      writer.member(before, "errors", errors);
      before = ',';
    }
    Map<Object, Object> extensions = result.getExtensions();
    if (extensions != null && !extensions.isEmpty()) {
      writer.member(before, "extensions", extensions);
    }
    writer.out.append('}');
    return writer.out.toByteArray();
  }

  /** An answer that is nothing but one error. */
  static byte[] error(String message, String code) {
    AnswerWriter writer = new AnswerWriter();
    Map<String, Object> error = Map.of("message", message, "extensions", Map.of("code", code));
    writer.member('{', "errors", List.of(error));
    writer.out.append('}');
    return writer.out.toByteArray();
  }

  private void member(char before, String name, @Nullable Object value) {
    out.append(before);
    out.jsonString(name);
    out.append(':');
    value(value);
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      out.ascii("null");
    } else if (value instanceof String text) {
      out.jsonString(text);
    } else if (value instanceof Map<?, ?> members) {
      object(members);
    } else if (value instanceof RowJson row) {
      row.writeTo(out);
    } else if (value instanceof JsonValue json) {
      out.text(json.toString());
    } else if (value instanceof List<?> items) {
      array(items);
    } else if (value instanceof Boolean truth) {
      out.ascii(truth ? "true" : "false");
    } else if (value instanceof Number number) {
      number(number);
    } else {
      out.jsonString(value.toString());
    }
  }

  private void object(Map<?, ?> members) {
    if (members.isEmpty()) {
      out.append('{');
    }
    char before = '{';
    for (Map.Entry<?, ?> member : members.entrySet()) {
      member(before, String.valueOf(member.getKey()), member.getValue());
      before = ',';
    }
    out.append('}');
  }

  private void array(List<?> items) {
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        out.append(',');
      }
      first = false;
      value(item);
    }
    out.append(']');
  }

  /* A double that JSON lacks becomes text: it would break the answer as a whole. */
  private void number(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof Short) {
      out.number(number.longValue());
    } else if (number instanceof BigInteger || number instanceof BigDecimal) {
      out.ascii(number.toString());
    } else if (Double.isFinite(number.doubleValue())) {
      out.ascii(Double.toString(number.doubleValue()));
    } else {
      out.jsonString(number.toString());
    }
  }
}
