package dev.huntgate.hunting.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.saved.SavedHunt.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedHuntsTest {

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private SavedHunts hunts;

  @BeforeEach
  void open() {
    hunts = hunts(folder);
  }

  private SavedHunts hunts(Path path) {
    return new SavedHunts(new SettingsForTests(path), nanos::get, Clock.systemUTC());
  }

  @Test
  void servesBoth_whenAFileOfTheFolderIsBroken() throws IOException {
    write("good.yaml", "ours", "DeviceInfo | take 1");
    Files.writeString(folder.resolve("bad.yaml"), "name: bad\ntitle: [");

    assertEquals("DeviceInfo | take 1", hunts.named(Caller.ANONYMOUS, "ours").kql());
    assertEquals(Origin.BUILT_IN, hunts.named(Caller.ANONYMOUS, "encoded-powershell").origin());
    assertEquals(List.of("bad.yaml"), files());
    assertEquals(2, hunts.problems(Caller.ANONYMOUS).get(0).line());
    FailureException none =
        assertThrows(FailureException.class, () -> hunts.named(Caller.ANONYMOUS, "bad"));
    assertEquals(FailureCode.NOT_FOUND, none.failure().code());
  }

  @Test
  void noticesChanges_onlyAfterTheInterval() throws IOException {
    write("a.yaml", "ours", "DeviceInfo | take 1");
    assertEquals("DeviceInfo | take 1", hunts.named(Caller.ANONYMOUS, "ours").kql());

    write("a.yaml", "ours", "DeviceInfo | take 22");
    assertEquals("DeviceInfo | take 1", hunts.named(Caller.ANONYMOUS, "ours").kql());
    pass();
    assertEquals("DeviceInfo | take 22", hunts.named(Caller.ANONYMOUS, "ours").kql());

    Files.delete(folder.resolve("a.yaml"));
    write("b.yml", "theirs", "DeviceInfo | take 3");
    pass();
    assertThrows(FailureException.class, () -> hunts.named(Caller.ANONYMOUS, "ours"));
    assertEquals("DeviceInfo | take 3", hunts.named(Caller.ANONYMOUS, "theirs").kql());
  }

  @Test
  void tellsAndRecovers_whenAFileIsBrokenAndMended() throws IOException {
    write("a.yaml", "ours", "DeviceInfo | take 1");
    assertEquals(List.of(), hunts.problems(Caller.ANONYMOUS));
    Files.writeString(folder.resolve("a.yaml"), "name: ours");
    pass();
    assertEquals(List.of("a.yaml", "a.yaml", "a.yaml"), files());
    write("a.yaml", "ours", "DeviceInfo | take 1");
    pass();
    assertEquals(List.of(), hunts.problems(Caller.ANONYMOUS));
  }

  /** As the kubelet does it: files are links into ..data, itself a link that is swapped. */
  @Test
  void seesTheNewSetWhole_whenALinkIsSwapped() throws IOException {
    Path first = revision("..1", 1);
    Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
    for (String name : List.of("a", "b")) {
      Files.createSymbolicLink(
          folder.resolve(name + ".yaml"), Path.of("..data").resolve(name + ".yaml"));
    }
    assertEquals("DeviceInfo | take 1", hunts.named(Caller.ANONYMOUS, "a").kql());

    // The same length and time, so that only the place tells.
    Path second = revision("..2", 2);
    Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
    Files.move(
        next,
        folder.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    pass();

    assertEquals("DeviceInfo | take 2", hunts.named(Caller.ANONYMOUS, "a").kql());
    assertEquals("DeviceInfo | take 2", hunts.named(Caller.ANONYMOUS, "b").kql());
    assertEquals(List.of(), hunts.problems(Caller.ANONYMOUS));
  }

  private Path revision(String name, int rows) throws IOException {
    Path revision = Files.createDirectory(folder.resolve(name));
    for (String hunt : List.of("a", "b")) {
      Path file = revision.resolve(hunt + ".yaml");
      Files.writeString(file, yaml(hunt, "DeviceInfo | take " + rows, ""));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }
    return revision;
  }

  @Test
  void reportsBoth_whenTwoFilesHaveOneName() throws IOException {
    write("a.yaml", "same", "DeviceInfo | take 1");
    write("b.yaml", "same", "DeviceInfo | take 2");

    assertEquals(List.of("a.yaml", "b.yaml"), files());
    assertTrue(hunts.problems(Caller.ANONYMOUS).get(0).message().contains("a.yaml, b.yaml"));
    assertThrows(FailureException.class, () -> hunts.named(Caller.ANONYMOUS, "same"));
  }

  @Test
  void overridesWhatShips_onlyWhenItSaysSo() throws IOException {
    write("a.yaml", "inbox-rules", "DeviceInfo | take 1");
    assertEquals(Origin.BUILT_IN, hunts.named(Caller.ANONYMOUS, "inbox-rules").origin());
    assertEquals(List.of("a.yaml"), files());
    assertTrue(hunts.problems(Caller.ANONYMOUS).get(0).message().contains("overrides: true"));

    Files.writeString(
        folder.resolve("a.yaml"), yaml("inbox-rules", "DeviceInfo | take 1", "overrides: true\n"));
    pass();
    assertEquals(Origin.FOLDER, hunts.named(Caller.ANONYMOUS, "inbox-rules").origin());
    assertTrue(hunts.named(Caller.ANONYMOUS, "inbox-rules").overrides());
    assertEquals(List.of(), hunts.problems(Caller.ANONYMOUS));
  }

  @Test
  void warns_whenThereIsNothingToOverride() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), yaml("ours", "DeviceInfo | take 1", "overrides: true\n"));

    assertEquals(Origin.FOLDER, hunts.named(Caller.ANONYMOUS, "ours").origin());
    assertEquals(List.of("a.yaml"), files());
  }

  @Test
  void keepsWhatItHad_whenTheFolderGoesAway() throws IOException {
    Path mounted = Files.createDirectory(folder.resolve("mounted"));
    Files.writeString(mounted.resolve("a.yaml"), yaml("ours", "DeviceInfo | take 1", ""));
    hunts = hunts(mounted);
    assertEquals("ours", hunts.named(Caller.ANONYMOUS, "ours").name());

    Files.move(mounted, folder.resolve("away"));
    pass();
    assertEquals("ours", hunts.named(Caller.ANONYMOUS, "ours").name());
    assertTrue(
        hunts.problems(Caller.ANONYMOUS).get(0).message().contains("HUNTGATE_SAVED_HUNTS_FOLDER"));
    pass();
    assertEquals(1, hunts.problems(Caller.ANONYMOUS).size());

    Files.move(folder.resolve("away"), mounted);
    pass();
    assertEquals(List.of(), hunts.problems(Caller.ANONYMOUS));
  }

  @Test
  void servesWhatShips_whenTheFolderWasNeverThere() {
    hunts = hunts(folder.resolve("nowhere"));

    assertFalse(hunts.all(Caller.ANONYMOUS, SavedHuntFilter.ALL).isEmpty());
    assertEquals(1, hunts.problems(Caller.ANONYMOUS).size());
  }

  @Test
  void readsNoHiddenNestedOversizedOrOtherFiles() throws IOException {
    write(".hidden.yaml", "hidden", "DeviceInfo");
    write("readme.txt", "text", "DeviceInfo");
    Files.createDirectory(folder.resolve("nested.yaml"));
    Files.writeString(folder.resolve("long.yaml"), "a".repeat(HuntFile.MAX_BYTES + 1));
    Files.createSymbolicLink(folder.resolve("dangling.yaml"), Path.of("nothing"));

    assertEquals(List.of("long.yaml", "nested.yaml"), files());
    assertThrows(FailureException.class, () -> hunts.named(Caller.ANONYMOUS, "hidden"));
  }

  @Test
  void leavesNoFileOpen_howeverOftenItLooks() throws IOException {
    write("a.yaml", "ours", "DeviceInfo | take 1");
    hunts.named(Caller.ANONYMOUS, "ours");
    long before = open(folder);
    for (int i = 0; i < 200; i++) {
      write("a.yaml", "ours", "DeviceInfo | take " + i);
      pass();
      assertEquals("DeviceInfo | take " + i, hunts.named(Caller.ANONYMOUS, "ours").kql());
    }

    assertEquals(before, open(folder));
  }

  /** Whatever is read while files are swapped is one of the sets there were, and never a mix. */
  @Test
  void givesEveryReaderOneSet_whileItIsSwapped() throws Exception {
    Files.createSymbolicLink(folder.resolve("..data"), revision("..0", 0).getFileName());
    for (String name : List.of("a", "b")) {
      Files.createSymbolicLink(
          folder.resolve(name + ".yaml"), Path.of("..data").resolve(name + ".yaml"));
    }
    hunts.refresh();
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reading.add(readers.submit(this::readTogether));
      }
      for (int i = 1; i < 60; i++) {
        Path next =
            Files.createSymbolicLink(
                folder.resolve("..data_tmp"), revision(".." + i, i).getFileName());
        Files.move(
            next,
            folder.resolve("..data"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        pass();
      }
      for (Future<?> each : reading) {
        each.get();
      }
    } finally {
      readers.shutdownNow();
    }
    pass();
    assertEquals("DeviceInfo | take 59", hunts.named(Caller.ANONYMOUS, "b").kql());
  }

  private void readTogether() {
    for (int i = 0; i < 2_000; i++) {
      List<String> kql =
          hunts.all(Caller.ANONYMOUS, new SavedHuntFilter("swapped", null, null)).stream()
              .map(SavedHunt::kql)
              .distinct()
              .toList();
      assertEquals(1, kql.size(), kql::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT24H1S", "P999999999D"})
  void refusesToStart_whenTheIntervalIsOutOfBounds(Duration interval) {
    SettingsForTests settings = new SettingsForTests(folder, interval);

    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SavedHunts(settings, nanos::get, Clock.systemUTC()));
    assertTrue(refusal.getMessage().contains("HUNTGATE_SAVED_HUNTS_CHECK_EVERY"));
  }

  @Test
  void finds_byTextTagAndTechnique() {
    assertEquals(List.of("inbox-rules"), names("INBOX  rule", null, null));
    assertTrue(names(null, "Email", null).contains("link-clicks"));
    assertTrue(names(null, null, "t1059").contains("encoded-powershell"));
    assertFalse(names(null, null, "T105").contains("encoded-powershell"));
    assertEquals(List.of(), names("inbox", "devices", null));
  }

  private List<String> names(String text, String tag, String technique) {
    return hunts.all(Caller.ANONYMOUS, new SavedHuntFilter(text, tag, technique)).stream()
        .map(SavedHunt::name)
        .toList();
  }

  private List<String> files() {
    return hunts.problems(Caller.ANONYMOUS).stream().map(SavedHuntProblem::file).toList();
  }

  private void pass() {
    nanos.addAndGet(SettingsForTests.CHECK_EVERY.toNanos() + 1);
  }

  private void write(String file, String name, String kql) throws IOException {
    Files.writeString(folder.resolve(file), yaml(name, kql, ""));
  }

  private static String yaml(String name, String kql, String more) {
    return "name: "
        + name
        + "\ntitle: A swapped title\ndescription: A text.\n"
        + more
        + "kql: "
        + kql
        + "\n";
  }

  /** How many files below a folder this process holds open; zero where that cannot be told. */
  private static long open(Path below) throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.filter(each -> target(each).startsWith(below.toString())).count();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
