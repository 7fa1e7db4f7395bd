package dev.huntgate.graphql.http;

import dev.huntgate.graphql.document.KnownDocuments;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request, checked as far as GraphQL over HTTP has a say.
 *
 * <p>It has a document, or a hash by which one is named: {@link #of} puts that in its place.
 *
 * @param json the members {@code query}, {@code operationName}, {@code variables} and {@code
 *     extensions}, those that are not null
 */
record GraphQlRequest(JsonObject json) {

  /* Looking the provider up anew costs more than reading a request. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final int BAD_REQUEST = 400;

  private static final Map<String, Set<ValueType>> TYPES =
      Map.of(
          "query", Set.of(ValueType.STRING),
          "operationName", Set.of(ValueType.STRING),
          "variables", Set.of(ValueType.OBJECT),
          "extensions", Set.of(ValueType.OBJECT));

  String query() {
    return json.getString("query");
  }

  /** The hash by which the document is named; null for none. */
  @Nullable String hash() {
    return json.get("extensions") instanceof JsonObject extensions
            && extensions.get("persistedQuery") instanceof JsonObject persisted
            && persisted.get("sha256Hash") instanceof JsonString hash
        ? hash.getString()
        : null;
  }

  /** The same with a document that is known for this request's hash, or was checked. */
  GraphQlRequest of(KnownDocuments documents) {
    String sent = json.getString("query", null);
    String known = documents.document(sent, hash());
    return known.equals(sent)
        ? this
        : new GraphQlRequest(BUILDERS.createObjectBuilder(json).add("query", known).build());
  }

  @Nullable String operationName() {
    return json.getString("operationName", null);
  }

  /** The variables; empty for none. */
  JsonObject variables() {
    JsonObject variables = json.getJsonObject("variables");
    return variables == null ? JsonValue.EMPTY_JSON_OBJECT : variables;
  }

  /**
   * Reads the body of a POST.
   *
   * @throws RequestProblem when it is not a request
   */
  static GraphQlRequest ofBody(byte[] body) {
    JsonValue value = parsed(body, "The body");
    if (value.getValueType() == ValueType.ARRAY) {
      throw new RequestProblem(
          BAD_REQUEST, "Batches are not taken: send one request, with as many fields as you need.");
    }
    if (!(value instanceof JsonObject members)) {
      throw new RequestProblem(BAD_REQUEST, "The body has to be a JSON object.");
    }
    return checked(members);
  }

  /**
   * Reads the parameters of a GET.
   *
   * @throws RequestProblem when they are not a request
   */
  static GraphQlRequest ofParameters(
      @Nullable String query,
      @Nullable String operationName,
      @Nullable String variables,
      @Nullable String extensions) {
    JsonObjectBuilder members = BUILDERS.createObjectBuilder();
    if (query != null) {
      members.add("query", query);
    }
    if (operationName != null && !operationName.isEmpty()) {
      members.add("operationName", operationName);
    }
    if (variables != null && !variables.isEmpty()) {
      members.add("variables", parsed(bytes(variables), "The parameter variables"));
    }
    if (extensions != null && !extensions.isEmpty()) {
      members.add("extensions", parsed(bytes(extensions), "The parameter extensions"));
    }
    return checked(members.build());
  }

  private static GraphQlRequest checked(JsonObject members) {
    JsonObjectBuilder known = BUILDERS.createObjectBuilder();
    TYPES.forEach(
        (name, types) -> {
          JsonValue value = members.get(name);
          if (value != null && value.getValueType() != ValueType.NULL) {
            if (!types.contains(value.getValueType())) {
              throw new RequestProblem(
                  BAD_REQUEST,
                  name
                      + " has to be "
                      + (types.contains(ValueType.STRING) ? "a string." : "an object."));
            }
            known.add(name, value);
          }
        });
    GraphQlRequest request = new GraphQlRequest(known.build());
    String query = request.json().getString("query", null);
    if (query == null ? request.hash() == null : query.isBlank()) {
      throw new RequestProblem(
          BAD_REQUEST,
          "query is missing: give a GraphQL document, such as { quota { operation } }.");
    }
    return request;
  }

  private static JsonValue parsed(byte[] text, String what) {
    InputStream bytes = new ByteArrayInputStream(text);
    try (JsonReader reader = READERS.createReader(bytes, StandardCharsets.UTF_8)) {
      return reader.readValue();
    } catch (JsonException | IllegalStateException malformed) {
      throw new RequestProblem(BAD_REQUEST, what + " is not JSON.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
