package dev.huntgate.graphql.document;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The documents of front ends, as their builds write them: an object of hashes and documents, as
 * GraphQL Code Generator has it, or Apollo's list of {@code operations}, each with {@code id} and
 * {@code body}.
 */
final class Manifest {

  private Manifest() {}

  /**
   * Reads a manifest: documents by the SHA-256 of their text, in hexadecimal.
   *
   * @throws IllegalArgumentException when it cannot be read, or a hash is not that of its document
   */
  static Map<String, String> read(Path file) {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = Json.createReader(text)) {
      return checked(file, documents(json.readObject()));
    } catch (IOException | JsonException | ClassCastException | NullPointerException unreadable) {
      throw new IllegalArgumentException(
          "The manifest of documents, " + file + ", cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static Map<String, String> documents(JsonObject json) {
    Map<String, String> documents = new HashMap<>();
    if (json.get("operations") instanceof JsonArray operations) {
      for (JsonObject operation : operations.getValuesAs(JsonObject.class)) {
        documents.put(operation.getString("id"), operation.getString("body"));
      }
    } else {
      for (Map.Entry<String, JsonValue> entry : json.entrySet()) {
        documents.put(entry.getKey(), ((JsonString) entry.getValue()).getString());
      }
    }
    return documents;
  }

  private static Map<String, String> checked(Path file, Map<String, String> documents) {
    Map<String, String> known = new HashMap<>();
    documents.forEach(
        (hash, document) -> {
          if (!DocumentHash.of(document).equals(hash)) {
            throw new IllegalArgumentException(
                "The manifest of documents, "
                    + file
                    + ", has "
                    + hash
                    + ", which is not the SHA-256 of its document");
          }
          known.put(hash, document);
        });
    return Map.copyOf(known);
  }
}
