package dev.huntgate.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;

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
}
