package dev.huntgate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.HostileRun.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the hostile run: what answers, and what is left over. */
class HostileIT {

  private static final int SOCKETS = 500;
  /* Connections of the test's own client and what comes up as it runs. */
  private static final int SPARE_FILES = 60;

  @Test
  void answersOthers_andRecovers(@TempDir Path folder) throws Exception {
    try (HostileRun run = new HostileRun(folder, Duration.ofSeconds(1), SOCKETS)) {
      List<Figures> figures = run.attack();

      // That every good request was answered within its time-out, the run itself sees to.
      figures.forEach(one -> assertTrue(one.good() > 0 && one.attacks() > 0, one::toString));
      long before = figures.get(0).openFiles();
      long after = figures.get(figures.size() - 1).openFiles();
      assertTrue(after <= before + SPARE_FILES, () -> before + " and " + after + " open files");
      String said = run.said();
      assertFalse(said.contains("OutOfMemoryError"), said);
      assertFalse(said.contains("has been blocked"), said);
      assertFalse(said.contains("Internal error"), said);
    }
  }
}
