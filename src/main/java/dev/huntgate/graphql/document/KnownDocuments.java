package dev.huntgate.graphql.document;

import dev.huntgate.cache.IdleCache;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.PersistedQueryNotFound;
import dev.huntgate.failure.FailureException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The documents that requests name by a hash: those of the manifest and, unless nothing else is
 * executed, those that clients sent with their hash before.
 */
@Singleton
public final class KnownDocuments {

  private static final long MOST_BYTES = 8 << 20;
  private static final Duration IDLE = Duration.ofDays(1);
  private static final int ENTRY_BYTES = 200;

  private final Map<String, String> trusted;
  private final boolean only;
  private final IdleCache<String, String> met;

  @Inject
  KnownDocuments(DocumentsConfig config) {
    this(config, System::nanoTime);
  }

  /**
   * @param nanoTime the time in nanoseconds by which documents that nobody uses are forgotten
   * @throws IllegalArgumentException when there is no manifest that can be read, but should be
   */
  KnownDocuments(DocumentsConfig config, LongSupplier nanoTime) {
    if (config.only() && config.manifest().isEmpty()) {
      throw new IllegalArgumentException(
          "huntgate.documents.only needs huntgate.documents.manifest, the file with the documents");
    }
    this.trusted = config.manifest().map(Manifest::read).orElse(Map.of());
    this.only = config.only();
    this.met =
        new IdleCache<>(
            MOST_BYTES, IDLE, (hash, document) -> 2L * document.length() + ENTRY_BYTES, nanoTime);
  }

  /**
   * The document that a request is about.
   *
   * @param document as it was sent; null when only a hash was
   * @param hash what the client says that the document's is; null when it says nothing
   * @throws FailureException {@code PERSISTED_QUERY_NOT_FOUND} when nothing is known under a hash,
   *     {@code INVALID_ARGUMENT} when a hash is not the document's, {@code FORBIDDEN} when it is
   *     not one that is executed
   */
  public String document(@Nullable String document, @Nullable String hash) {
    String named = hash == null ? null : hash.toLowerCase(Locale.ROOT);
    if (document == null) {
      return named(named == null ? "" : named);
    }
    if (named == null && !only) {
      return document;
    }
    String real = DocumentHash.of(document);
    if (named != null && !named.equals(real)) {
      throw new FailureException(
          new InvalidArgument(
              "extensions.persistedQuery.sha256Hash",
              "sha256Hash is not the SHA-256 of query, in hexadecimal digits."));
    }
    if (only) {
      if (!trusted.containsKey(real)) {
        throw new FailureException(
            new Forbidden(
                "Only documents that the operator knows are executed here, and this is none."));
      }
    } else {
      met.put(real, document);
    }
    return document;
  }

  private String named(String hash) {
    String known = trusted.get(hash);
    if (known == null && !only) {
      known = met.find(hash);
    }
    if (known == null) {
      throw new FailureException(new PersistedQueryNotFound());
    }
    return known;
  }
}
