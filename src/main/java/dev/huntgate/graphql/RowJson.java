package dev.huntgate.graphql;

import dev.huntgate.graphql.view.JsonValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the JSON array that callers get, written already: its text is what goes out. It is read
 * as JSON only if somebody asks for what is in it.
 */
final class RowJson extends AbstractList<JsonValue> implements JsonArray {

  private final String text;
  private @Nullable JsonArray read;

  /**
   * @param text a JSON array
   */
  RowJson(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public ValueType getValueType() {
    return ValueType.ARRAY;
  }

  @Override
  public JsonValue get(int index) {
    return read().get(index);
  }

  @Override
  public int size() {
    return read().size();
  }

  @Override
  public JsonObject getJsonObject(int index) {
    return read().getJsonObject(index);
  }

  @Override
  public JsonArray getJsonArray(int index) {
    return read().getJsonArray(index);
  }

  @Override
  public JsonNumber getJsonNumber(int index) {
    return read().getJsonNumber(index);
  }

  @Override
  public JsonString getJsonString(int index) {
    return read().getJsonString(index);
  }

  @Override
  public <T extends JsonValue> List<T> getValuesAs(Class<T> type) {
    return read().getValuesAs(type);
  }

  @Override
  public String getString(int index) {
    return read().getString(index);
  }

  @Override
  public String getString(int index, String otherwise) {
    return read().getString(index, otherwise);
  }

  @Override
  public int getInt(int index) {
    return read().getInt(index);
  }

  @Override
  public int getInt(int index, int otherwise) {
    return read().getInt(index, otherwise);
  }

  @Override
  public boolean getBoolean(int index) {
    return read().getBoolean(index);
  }

  @Override
  public boolean getBoolean(int index, boolean otherwise) {
    return read().getBoolean(index, otherwise);
  }

  @Override
  public boolean isNull(int index) {
    return read().isNull(index);
  }

  private JsonArray read() {
    JsonArray known = read;
    if (known == null) {
      known = JsonValues.parse(text).asJsonArray();
      read = known;
    }
    return known;
  }
}
