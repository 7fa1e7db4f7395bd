package dev.huntgate.graphql.document;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDocumentsTest {

  private static final String QUERY = "{ quota { operation } }";
  private static final String OTHER = "{ __typename }";

  @TempDir Path folder;

  private record Config(Optional<Path> manifest, boolean only) implements DocumentsConfig {}

  @Test
  void learnsADocument_whenItComesWithItsHash() {
    KnownDocuments documents = documents(null, false);
    String hash = DocumentHash.of(QUERY);
    assertEquals(FailureCode.PERSISTED_QUERY_NOT_FOUND, refusal(documents, null, hash));

    assertEquals(QUERY, documents.document(QUERY, hash));

    assertEquals(QUERY, documents.document(null, hash));
    assertEquals(QUERY, documents.document(null, hash.toUpperCase(Locale.ROOT)));
    assertEquals(OTHER, documents.document(OTHER, null));
    assertEquals(
        FailureCode.PERSISTED_QUERY_NOT_FOUND, refusal(documents, null, DocumentHash.of(OTHER)));
  }

  @Test
  void learnsNothing_whenTheHashIsAnotherDocuments() {
    KnownDocuments documents = documents(null, false);

    assertEquals(FailureCode.INVALID_ARGUMENT, refusal(documents, OTHER, DocumentHash.of(QUERY)));

    assertEquals(
        FailureCode.PERSISTED_QUERY_NOT_FOUND, refusal(documents, null, DocumentHash.of(QUERY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"%1$s\": \"%2$s\"}",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\":"
            + " [{\"id\": \"%1$s\", \"name\": \"Q\", \"type\": \"query\", \"body\": \"%2$s\"}]}"
      })
  void executesNothingElse_whenOnlyTheManifestIsTrusted(String manifest) throws IOException {
    String hash = DocumentHash.of(QUERY);
    KnownDocuments documents = documents(manifest.formatted(hash, QUERY), true);

    assertEquals(QUERY, documents.document(null, hash));
    assertEquals(QUERY, documents.document(QUERY, null));
    assertEquals(FailureCode.FORBIDDEN, refusal(documents, OTHER, null));
    assertEquals(FailureCode.FORBIDDEN, refusal(documents, QUERY + " ", null));
    assertEquals(FailureCode.FORBIDDEN, refusal(documents, OTHER, DocumentHash.of(OTHER)));
    assertEquals(
        FailureCode.PERSISTED_QUERY_NOT_FOUND, refusal(documents, null, DocumentHash.of(OTHER)));
    assertEquals(FailureCode.PERSISTED_QUERY_NOT_FOUND, refusal(documents, null, null));
  }

  @Test
  void knowsTheManifest_beforeAnybodySentADocument() {
    KnownDocuments documents =
        documents("{\"%s\": \"%s\"}".formatted(DocumentHash.of(QUERY), QUERY), false);

    assertEquals(QUERY, documents.document(null, DocumentHash.of(QUERY)));
    assertEquals(OTHER, documents.document(OTHER, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"abc\": \"{ a }\"}",
        "{\"abc\": 1}",
        "{\"operations\": [{\"id\": \"x\"}]}"
      })
  void doesNotStart_whenTheManifestIsNone(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> documents(text, true));
    assertThat(refused.getMessage(), containsString("manifest.json"));
    assertThrows(IllegalArgumentException.class, () -> documents(null, true));
  }

  private KnownDocuments documents(String manifest, boolean only) {
    try {
      Path file = folder.resolve("manifest.json");
      if (manifest != null) {
        Files.writeString(file, manifest);
      }
      Config config = new Config(manifest == null ? Optional.empty() : Optional.of(file), only);
      return new KnownDocuments(config, () -> 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FailureCode refusal(KnownDocuments documents, String document, String hash) {
    return assertThrows(FailureException.class, () -> documents.document(document, hash))
        .failure()
        .code();
  }
}
