package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The changes to files of ordinary days. */
record EverydayFiles(Everyday everyday) {

  private static final List<FileImage> PROGRAMS =
      List.of(
          FileImage.of(
              "otterbrowse_setup.exe", "C:\\Windows\\Temp", "Otter Software", "Otterbrowse"),
          FileImage.of("update.ps1", "C:\\ProgramData\\Shelfscan", "", ""),
          FileImage.of("shelfview.dll", "C:\\ProgramData\\Shelfscan", "Shelf Labs", "Shelfscan"),
          FileImage.of("vault.idx", "C:\\ProgramData\\Tidevault", "", ""),
          FileImage.of("scan.log", "C:\\ProgramData\\Shelfscan", "", ""));

  private static final List<FileImage> DOCUMENTS = documents();

  private static List<FileImage> documents() {
    List<String> subjects =
        List.of("budget", "minutes", "offer", "plan", "invoice", "route", "terms");
    List<String> kinds = List.of("docx", "xlsx", "pptx", "pdf", "zip", "txt");
    List<FileImage> made = new ArrayList<>();
    for (int i = 0; i < 280; i++) {
      String name = subjects.get(i % 7) + "_" + (2_020 + i % 5) + "_" + i + "." + kinds.get(i % 6);
      made.add(FileImage.of(name, "C:\\Users", "", ""));
    }
    return List.copyOf(made);
  }

  Stream<FileChange> stream(long count) {
    return Stream.generate(this::change).limit(count);
  }

  private FileChange change() {
    Dice dice = everyday.dice();
    Device device = everyday.device();
    Instant at = everyday.month().sometime(dice);
    ProcessStart by = everyday.residents().pick(dice, device, at);
    Employee owner = device.owner();
    boolean own = owner != null && dice.chance(70);
    FileImage file = dice.pick(own ? DOCUMENTS : PROGRAMS);
    String home = owner == null ? "" : owner.account().name();
    if (!device.windows()) {
      file = file.in(own ? "/home/" + home : "/var/tmp");
    } else if (own) {
      file = file.in("C:\\Users\\" + home + dice.of("\\Documents", "\\Downloads", "\\Desktop"));
    }
    String action =
        dice.of("FileCreated", "FileModified", "FileModified", "FileRenamed", "FileDeleted");
    boolean downloaded = own && action.equals("FileCreated") && dice.chance(40);
    return new FileChange(
        at,
        downloaded ? everyday.residents().find(dice, device, at, Programs.BROWSER) : by,
        action,
        file,
        action.equals("FileRenamed") ? "draft_" + file.name() : "",
        downloaded ? "https://files.cormorant.example/" + file.name() : "",
        device.kind() == Device.Kind.SERVER && device.windows() && dice.chance(60)
            ? everyday.someone().account()
            : null);
  }
}
