package dev.huntgate.sandbox.http;

import java.util.Optional;
import java.util.Set;

/** One of upstream's two interfaces, with the audiences that its tokens are for. */
enum ApiFamily {
  GRAPH(Set.of("graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us")),
  DEFENDER(
      Set.of(
          "api.security.microsoft.com",
          "api-gcc.security.microsoft.us",
          "api-gov.security.microsoft.us"));

  private static final String SUFFIX = "/.default";

  private final Set<String> audiences;

  ApiFamily(Set<String> audiences) {
    this.audiences = audiences;
  }

  /** The family that a scope such as {@code https://graph.microsoft.com/.default} asks for. */
  static Optional<ApiFamily> ofScope(String scope) {
    if (!scope.startsWith("https://") || !scope.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String audience = scope.substring("https://".length(), scope.length() - SUFFIX.length());
    for (ApiFamily family : values()) {
      if (family.audiences.contains(audience)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
