package dev.huntgate.graphql.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which GraphQL documents are executed. */
@ConfigMapping(prefix = "huntgate.documents")
public interface DocumentsConfig {

  /** The file with the documents that front ends were built with, by their hashes. */
  Optional<Path> manifest();

  /** Whether documents that are not in the manifest are refused. */
  @WithDefault("false")
  boolean only();
}
