package dev.huntgate.hunting.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long jobs wait, and for how long they are kept. */
@ConfigMapping(prefix = "huntgate.jobs")
public interface JobsConfig {

  /** For how long a job is kept after it ended. */
  @WithDefault("PT1H")
  Duration keep();

  /** How many jobs of one tenant may be under way. */
  @WithDefault("1000")
  int most();

  /** How long a job's hunt waits for the budget where its caller does not say. */
  @WithDefault("PT1H")
  Duration maxWait();

  /** How often whoever watches a job is told how far it is. */
  @WithDefault("PT1S")
  Duration watchEvery();

  /**
   * How long a hunt that is no job may take, waiting included; then it becomes one. Platforms cut
   * requests off at 240 to 300 s.
   */
  @WithDefault("PT100S")
  Duration answerWithin();
}
