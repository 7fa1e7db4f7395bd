package dev.huntgate.access;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token says, whose signature somebody else has checked. */
record TokenClaims(JsonObject json) {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /**
   * Reads a token in compact form.
   *
   * @throws IllegalArgumentException when it is none
   */
  static TokenClaims of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length < 2) {
      throw new IllegalArgumentException("A token has three parts with dots between");
    }
    byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
    try (var reader = READERS.createReader(new ByteArrayInputStream(payload))) {
      return new TokenClaims(reader.readObject());
    } catch (JsonException | IllegalStateException malformed) {
      throw new IllegalArgumentException("A token's payload is a JSON object", malformed);
    }
  }

  /** Whether there is such a claim, of whatever form. */
  boolean has(String path) {
    return value(path) != null;
  }

  /** A claim that is a text, and not an empty one. */
  @Nullable String text(String path) {
    return value(path) instanceof JsonString text && !text.getString().isBlank()
        ? text.getString()
        : null;
  }

  /** The texts in a claim: those of a list, or one; empty when there is no such claim. */
  List<String> texts(String path) {
    JsonValue value = value(path);
    if (value instanceof JsonArray list) {
      return list.stream()
          .filter(JsonString.class::isInstance)
          .map(text -> ((JsonString) text).getString())
          .toList();
    }
    return value instanceof JsonString text ? List.of(text.getString()) : List.of();
  }

  /** The names in a claim: those of a list, or of a text with spaces between them. */
  List<String> names(String path) {
    return value(path) instanceof JsonString text
        ? Arrays.stream(text.getString().split(" ", -1)).filter(name -> !name.isEmpty()).toList()
        : texts(path);
  }

  /** When the token ends; every token that passed the check has such a time. */
  Instant expiry() {
    return json.get("exp") instanceof JsonNumber seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.EPOCH;
  }

  /** A claim by its name, as some have slashes in it, or else by its path. */
  private @Nullable JsonValue value(String path) {
    JsonValue whole = json.get(path);
    if (whole != null) {
      return whole;
    }
    JsonValue at = json;
    for (String name : path.split("/", -1)) {
      at = at instanceof JsonObject object ? object.get(name) : null;
    }
    return at;
  }
}
