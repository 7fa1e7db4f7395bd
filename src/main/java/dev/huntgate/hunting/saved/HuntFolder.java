package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.SavedHuntProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operator's folder of saved hunts.
 *
 * <p>Links are followed: Kubernetes changes a mounted ConfigMap by pointing a link at another
 * folder, and the files keep their names.
 */
final class HuntFolder {

  static final int MAX_FILES = 500;
  private static final int ATTEMPTS = 10;

  private final Path path;

  HuntFolder(Path path) {
    this.path = path;
  }

  /**
   * By what a change of a file is noticed.
   *
   * @param place where it really is, behind all links
   * @param key the file's identity, where the file system knows one
   */
  record Stamp(String name, String place, long size, FileTime modified, @Nullable Object key) {}

  /** The files as they were together at one moment. */
  record Contents(List<Stamp> stamps, List<HuntFile> files, List<SavedHuntProblem> problems) {

    static final Contents NONE = new Contents(List.of(), List.of(), List.of());

    Contents {
      stamps = List.copyOf(stamps);
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /** What there is now, by name; only files that end in .yaml or .yml and are not hidden. */
  List<Stamp> stamps() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(path)) {
      files = all.filter(HuntFolder::isWanted).sorted().toList();
    }
    List<Stamp> stamps = new ArrayList<>();
    for (Path file : files) {
      stamp(file).ifPresent(stamps::add);
    }
    return stamps;
  }

  /**
   * Reads all files.
   *
   * @return empty when they change all the time while being read
   */
  Optional<Contents> read() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Stamp> before = stamps();
      List<HuntFile> files = new ArrayList<>();
      List<SavedHuntProblem> problems = new ArrayList<>();
      for (Stamp stamp : before.subList(0, Math.min(MAX_FILES, before.size()))) {
        read(stamp.name(), files, problems);
      }
      if (before.size() > MAX_FILES) {
        problems.add(
            problem(
                before.get(MAX_FILES).name(),
                "Only the first "
                    + MAX_FILES
                    + " files are read, by name; this one and those after it are not."));
      }
      if (before.equals(stamps())) {
        return Optional.of(new Contents(before, files, problems));
      }
    }
    return Optional.empty();
  }

  /** What is said when the files change all the time while they are read. */
  SavedHuntProblem restless() {
    return ofFolder(
        "The files change all the time while they are read; what was read before is still served,"
            + " and they are read again soon.");
  }

  /** What is said when the folder as a whole cannot be read. */
  SavedHuntProblem unreadable() {
    return ofFolder(
        "The folder of saved hunts cannot be read; check HUNTGATE_SAVED_HUNTS_FOLDER, and that"
            + " Huntgate may list the folder. What was read before is still served.");
  }

  private void read(String name, List<HuntFile> files, List<SavedHuntProblem> problems) {
    Path file = path.resolve(name);
    if (!Files.isRegularFile(file)) {
      problems.add(problem(name, "This is not a regular file, and is not read."));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(HuntFile.MAX_BYTES + 1);
      if (bytes.length > HuntFile.MAX_BYTES) {
        problems.add(
            problem(name, "A file may have at most " + HuntFile.MAX_BYTES + " bytes; split it."));
      } else {
        files.add(new HuntFile(name, bytes));
      }
    } catch (IOException unreadable) {
      problems.add(problem(name, "The file cannot be read; check who may read it."));
    }
  }

  private static Optional<Stamp> stamp(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              file.getFileName().toString(),
              file.toRealPath().toString(),
              attributes.size(),
              attributes.lastModifiedTime(),
              attributes.fileKey()));
    } catch (NoSuchFileException gone) {
      // Between listing and looking, or a link to nothing.
      return Optional.empty();
    }
  }

  private SavedHuntProblem ofFolder(String message) {
    Path name = path.getFileName();
    return problem(name == null ? "folder" : name.toString(), message);
  }

  private static boolean isWanted(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static SavedHuntProblem problem(String file, String message) {
    return new SavedHuntProblem(file, 1, 1, Severity.ERROR, message);
  }
}
