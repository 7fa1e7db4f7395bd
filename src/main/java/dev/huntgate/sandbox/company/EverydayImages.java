package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The libraries that programs load on ordinary days. */
record EverydayImages(Everyday everyday, List<Device> windows) {

  EverydayImages(Everyday everyday) {
    this(everyday, everyday.fleet().windows());
  }

  private static final List<FileImage> LIBRARIES =
      Stream.of(
              "kernel32.dll",
              "ntdll.dll",
              "user32.dll",
              "ws2_32.dll",
              "winhttp.dll",
              "amsi.dll",
              "vaultcli.dll",
              "samlib.dll",
              "dbghelp.dll",
              "taskschd.dll",
              "System.Management.Automation.dll")
          .map(Programs::system)
          .toList();

  private static final List<FileImage> VENDORS =
      List.of(
          FileImage.of("otterkit.dll", "C:\\Program Files\\Otter", "Otter Software", "Otterbrowse"),
          FileImage.of("tidecore.dll", "C:\\Program Files\\Tidevault", "Tidevault AG", "Tidevault"),
          FileImage.of("shelfview.dll", "C:\\ProgramData\\Shelfscan", "Shelf Labs", "Shelfscan"));

  Stream<ImageLoad> stream(long count) {
    return Stream.generate(this::load).limit(count);
  }

  private ImageLoad load() {
    Dice dice = everyday.dice();
    Device device = dice.pick(windows);
    Instant at = everyday.month().sometime(dice);
    FileImage image = dice.pick(dice.chance(75) ? LIBRARIES : VENDORS);
    return new ImageLoad(at, everyday.residents().pick(dice, device, at), image);
  }
}
