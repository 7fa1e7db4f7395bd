package dev.huntgate.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** The sandbox's settings, from {@code huntgate.sandbox} and the keys below it. */
@ConfigMapping(prefix = "huntgate.sandbox")
public interface SandboxConfig {

  /** Whether the embedded upstream answers: the value of {@code huntgate.sandbox} itself. */
  @WithParentName
  @WithDefault("false")
  SandboxMode mode();

  /** The call limits that callers are held to. */
  @WithDefault("terms")
  SandboxLimits limits();

  /** How the windows of those limits lie in time. */
  @WithDefault("sliding")
  SandboxAlignment alignment();

  /** The processor time of all hunts in a quarter of an hour, under {@code cpu} alignment. */
  @WithDefault("PT2M30S")
  Duration cpu();

  /** How long every answer is held back. */
  @WithDefault("PT0S")
  Duration latency();

  /** The time by which the native incident list is newest first; upstream does not document it. */
  @WithDefault("updated")
  DefenderOrder defenderOrder();

  /** The seed of the made-up company: the same seed makes the same company. */
  @WithDefault("20260401")
  long seed();

  /** How many incidents the company starts with, at least 1. */
  @WithDefault("240")
  int incidents();

  /** How many rows all hunting tables have together. */
  @WithDefault("100000")
  long rows();

  /** How much longer every hunt runs than it does by itself; this counts as running time. */
  @WithDefault("PT0S")
  Duration huntLatency();

  /** How long a hunt may run: 3 minutes under the current limits, else 10. */
  Optional<Duration> huntTimeout();

  /** How large a result may be, in bytes. */
  @WithDefault("52428800")
  long resultBytes();

  /** What all tables and hunts together may take of the memory, in bytes. */
  @WithDefault("2147483648")
  long memory();
}
