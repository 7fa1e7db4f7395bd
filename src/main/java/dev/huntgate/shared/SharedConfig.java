package dev.huntgate.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How replicas share one budget; without an address a replica is alone. */
@ConfigMapping(prefix = "huntgate.shared")
public interface SharedConfig {

  /** The address of Redis or Valkey: {@code redis://host:6379/0}, with TLS {@code rediss://…}. */
  Optional<String> redis();

  /** The user there, where it is not in the address or the default one. */
  Optional<String> user();

  /** The password there, where it is not in the address. */
  Optional<String> password();

  /** A PEM file with the certificates to trust there, where the JVM's own do not do. */
  Optional<Path> certificateFile();

  /** How much longer a request may take while Redis does not answer. */
  @WithDefault("PT0.05S")
  Duration patience();

  /** For how long a replica that is not heard of keeps what it had reserved. */
  @WithDefault("PT30S")
  Duration lease();

  /**
   * The part of each window, 0 to 1, that one replica spends while it cannot reach Redis; with more
   * replicas than it allows, an equal part.
   */
  @WithDefault("0.1")
  double degradedPart();

  /** The results that replicas keep for each other. */
  ResultsConfig results();

  /** Whether and how much of what was hunted is kept in Redis. */
  interface ResultsConfig {

    /**
     * Whether results are kept in Redis, and equal hunts are run by one replica at a time; without,
     * each replica has its own.
     */
    @WithDefault("true")
    boolean enabled();

    /** How many bytes of results, encoded and compressed, are kept for each tenant. */
    @WithDefault("67108864")
    int maxBytes();
  }
}
