package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What happens at the company on ordinary days: the background that stories stand out from. */
final class Everyday {

  private static final List<String> MAIL_SUBJECTS =
      List.of(
          "Minutes of Monday",
          "Delivery on dock 4",
          "Budget for next quarter",
          "Lunch?",
          "Re: contract draft",
          "Your ticket was closed",
          "Welcome aboard",
          "Price list");
  private static final List<String> PARTNERS =
      List.of("orders@saltmarsh.example", "info@bluefjord.example", "desk@tallship.example");

  private final Dice dice;
  private final Staff staff;
  private final Fleet fleet;
  private final Instant start;

  Everyday(Dice dice, Staff staff, Fleet fleet, Instant start) {
    this.dice = dice;
    this.staff = staff;
    this.fleet = fleet;
    this.start = start;
  }

  Stream<ProcessStart> processes(long count) {
    return Stream.generate(this::process).limit(count);
  }

  Stream<Logon> logons(long count) {
    return Stream.generate(this::logon).limit(count);
  }

  Stream<Mail> mails(long count) {
    return Stream.generate(this::mail).limit(count);
  }

  private Instant sometime() {
    return dice.moment(start.minus(Duration.ofDays(30)).plusSeconds(60), start);
  }

  private ProcessStart process() {
    Device device = dice.pick(fleet.everything());
    FileImage image =
        device.windows()
            ? dice.pick(Programs.DAILY)
            : dice.of(Programs.BASH, Programs.CURL, Programs.ZSH);
    FileImage parent =
        device.windows()
            ? dice.of(Programs.EXPLORER, Programs.SERVICES, Programs.CMD, Programs.INVENTORY)
            : device.os() == OperatingSystem.MACOS ? Programs.LAUNCHD : Programs.CRON;
    Account account = dice.chance(35) ? system(device) : device.usualAccount();
    Instant at = sometime();
    return new ProcessStart(
        at,
        device,
        account,
        image.spelled(spelling(image.name())),
        dice.processId(),
        commandLine(image),
        new ProcessStart.Parent(
            parent,
            dice.processId(),
            at.minusSeconds(dice.between(1, 40_000)),
            '"' + parent.path() + '"'),
        account.upn() == null,
        device.kind() == Device.Kind.SERVER && dice.chance(20));
  }

  /** The case of a file name is whatever the caller of the program wrote. */
  private String spelling(String name) {
    if (!name.endsWith(".exe") || dice.chance(80)) {
      return name;
    }
    return dice.chance(50)
        ? name.toUpperCase(Locale.ROOT)
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private String commandLine(FileImage image) {
    if (image.equals(Programs.POWERSHELL)) {
      return dice.of(
          "powershell.exe -File C:\\ProgramData\\Shelfscan\\collect.ps1",
          "powershell.exe -NoProfile -Command \"Get-Date\"",
          "powershell.exe",
          "PowerShell.exe -ExecutionPolicy Bypass -File \\\\files01\\tools\\update.ps1");
    }
    if (image.equals(Programs.CMD)) {
      return dice.of("cmd.exe /c dir", "cmd.exe", "cmd /c \"echo done\"");
    }
    return dice.chance(10) ? "" : image.name() + dice.of("", " --background", " -k netsvcs", " /q");
  }

  private Logon logon() {
    Device device = dice.pick(fleet.everything());
    boolean network = device.kind() == Device.Kind.SERVER || dice.chance(30);
    Device from = network ? dice.pick(fleet.everything()) : null;
    Account account = network ? dice.pick(staff.everyone()).account() : device.usualAccount();
    return new Logon(
        sometime(),
        device,
        dice.chance(10) ? system(device) : account,
        network ? dice.of("Network", "Network", "RemoteInteractive") : "Interactive",
        dice.chance(4) ? "InvalidUserNameOrPassword" : null,
        from == null ? null : from.ip(),
        from);
  }

  private Mail mail() {
    Employee recipient = dice.pick(staff.everyone());
    boolean inside = dice.chance(55);
    Employee colleague = dice.pick(staff.everyone());
    boolean spam = !inside && dice.chance(12);
    String sender =
        spam
            ? "win" + dice.between(1, 99) + "@luckyclam.example"
            : inside ? colleague.address() : dice.pick(PARTNERS);
    return new Mail(
        sometime(),
        dice.uuid().toString(),
        dice.number(100_000_000L, 4_000_000_000L),
        sender,
        inside ? colleague.displayName() : "",
        inside ? null : "192.0.2." + dice.between(130, 190),
        recipient,
        spam ? "You won a boat" : dice.pick(MAIL_SUBJECTS),
        inside ? "Intra-org" : "Inbound",
        spam ? "Spam" : null,
        !spam,
        dice.chance(20) ? List.of(Programs.MACRO_DOCUMENT.spelled("notes.docx")) : List.of(),
        dice.chance(30) ? List.of("https://intranet." + Staff.DOMAIN + "/news") : List.of());
  }

  private static Account system(Device device) {
    return device.windows() ? Account.SYSTEM : Account.ROOT;
  }
}
