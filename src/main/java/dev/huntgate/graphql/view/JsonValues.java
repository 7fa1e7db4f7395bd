package dev.huntgate.graphql.view;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the GraphQL scalar {@code JSON} carries it.
 *
 * <p>Numbers that JSON lacks become strings: a NaN would break the answer as a whole.
 */
public final class JsonValues {

  /* Looking the provider up anew costs more than making a value. */
  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private JsonValues() {}

  /** A value of Java's own types, lists and maps as JSON. */
  public static JsonValue of(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Number number) {
      return ofNumber(number);
    }
    if (value instanceof Map<?, ?> map) {
      JsonObjectBuilder object = BUILDERS.createObjectBuilder();
      map.forEach((key, member) -> object.add(String.valueOf(key), of(member)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      return ofAll(list);
    }
    return PROVIDER.createValue(value.toString());
  }

  /** Values as a JSON array. */
  public static JsonValue ofAll(List<?> values) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    values.forEach(value -> array.add(value instanceof JsonValue json ? json : of(value)));
    return array.build();
  }

  /** JSON read from its text; a JSON string of the whole where the text is not JSON. */
  public static JsonValue parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException | UnsupportedOperationException unreadable) {
      return PROVIDER.createValue(text);
    }
  }

  /** A JSON value as Java's own types: the other way round, with null for JSON's null. */
  public static @Nullable Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).bigDecimalValue();
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        value.asJsonArray().forEach(item -> list.add(plain(item)));
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        value.asJsonObject().forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
    };
  }

  private static JsonValue ofNumber(Number number) {
    if (number instanceof BigDecimal decimal) {
      return PROVIDER.createValue(decimal);
    }
    if (number instanceof BigInteger integer) {
      return PROVIDER.createValue(integer);
    }
    if (number instanceof Double || number instanceof Float) {
      double real = number.doubleValue();
      return Double.isFinite(real)
          ? PROVIDER.createValue(real)
          : PROVIDER.createValue(Double.toString(real));
    }
    return PROVIDER.createValue(number.longValue());
  }
}
