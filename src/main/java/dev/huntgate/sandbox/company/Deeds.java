package dev.huntgate.sandbox.company;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one program does in a story; each deed happens a few seconds after the one before. */
record Deeds(Scene scene, ProcessStart by) {

  private static final String RUN = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";

  private static final Duration SOON = Duration.ofSeconds(6);

  Deeds connects(String ip, int port, String url) {
    scene.later(SOON);
    scene.happens(new NetworkConnection(scene.now(), by, "ConnectionSuccess", ip, port, url));
    return this;
  }

  /** Calls home again and again, {@code pause} apart. */
  Deeds calls(String ip, int port, String url, int times, Duration pause) {
    for (int i = 0; i < times; i++) {
      scene.later(pause);
      connects(ip, port, url);
    }
    return this;
  }

  Deeds creates(FileImage file, String originUrl) {
    return changes("FileCreated", file, "", originUrl, null);
  }

  Deeds renames(FileImage file, String previousName, @Nullable Account requester) {
    return changes("FileRenamed", file, previousName, "", requester);
  }

  private Deeds changes(
      String action, FileImage file, String previous, String origin, @Nullable Account requester) {
    scene.later(SOON);
    scene.happens(new FileChange(scene.now(), by, action, file, previous, origin, requester));
    return this;
  }

  /** Enters a program among those that start at sign-in. */
  Deeds startsAtSignIn(String hive, String name, String path) {
    scene.later(SOON);
    scene.happens(
        new RegistryChange(
            scene.now(), by, "RegistryValueSet", hive + RUN, name, "String", path, ""));
    return this;
  }

  Deeds loads(FileImage library) {
    scene.later(SOON);
    scene.happens(new ImageLoad(scene.now(), by, library));
    return this;
  }

  /** A sensor or the antivirus reports on the program. */
  Deeds reported(String action, @Nullable FileImage file, String details) {
    scene.later(SOON);
    scene.happens(new SensorReport(scene.now(), by, action, file, "", details));
    return this;
  }
}
