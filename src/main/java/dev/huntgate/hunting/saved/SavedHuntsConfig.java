package dev.huntgate.hunting.saved;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where saved hunts come from. */
@ConfigMapping(prefix = "huntgate.saved-hunts")
public interface SavedHuntsConfig {

  /** The folder with the operator's own, such as a mounted ConfigMap. */
  Optional<String> folder();

  /** How long a look at that folder is good for; the next one is taken when somebody asks. */
  @WithDefault("PT5S")
  Duration checkEvery();

  /** Whether those that ship with Huntgate are there. */
  @WithDefault("true")
  boolean builtIn();
}
