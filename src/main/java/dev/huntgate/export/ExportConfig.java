package dev.huntgate.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How results are handed out as files. */
@ConfigMapping(prefix = "huntgate.export")
public interface ExportConfig {

  /** What becomes of text in CSV that a spreadsheet would compute, where a request does not say. */
  @WithDefault("escape")
  FormulaCells formulas();

  /** How many downloads may run at the same time. */
  @WithDefault("20")
  int atOnce();

  /** How long a client may take nothing before its download is ended. */
  @WithDefault("PT1M")
  Duration stalledAfter();
}
