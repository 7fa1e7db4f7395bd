package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that run on each device from its start until the next one, and do most things. */
final class Residents {

  private static final Duration UPTIME = Duration.ofDays(5);

  private static final List<FileImage> WINDOWS_SERVICES =
      List.of(
          Programs.SVCHOST,
          Programs.LSASS,
          Programs.ANTIVIRUS,
          Programs.BACKUP,
          Programs.INVENTORY);
  private static final List<FileImage> DESKTOP =
      List.of(Programs.BROWSER, Programs.OUTLOOK, Programs.WORD, Programs.CHAT);
  private static final List<FileImage> LINUX =
      List.of(Programs.SSHD, Programs.CRON, Programs.NGINX, Programs.PYTHON);
  private static final List<FileImage> MAC = List.of(Programs.LAUNCHD, Programs.ZSH);

  private final Month month;
  private final Map<Device, List<List<ProcessStart>>> boots = new HashMap<>();
  private final List<ProcessStart> everything = new ArrayList<>();

  Residents(Dice dice, Fleet fleet, Month month) {
    this.month = month;
    for (Device device : fleet.everything()) {
      List<List<ProcessStart>> own = new ArrayList<>();
      for (Instant boot : boots(device)) {
        own.add(start(dice, device, boot));
      }
      boots.put(device, own);
      own.forEach(everything::addAll);
    }
  }

  Stream<ProcessStart> all() {
    return everything.stream();
  }

  /** One of the programs that run on a device at a time. */
  ProcessStart pick(Dice dice, Device device, Instant at) {
    return dice.pick(running(device, at));
  }

  /** The program of this name that runs there, or any other one. */
  ProcessStart find(Dice dice, Device device, Instant at, FileImage image) {
    List<ProcessStart> running = running(device, at);
    return running.stream()
        .filter(process -> process.image() == image)
        .findFirst()
        .orElseGet(() -> dice.pick(running));
  }

  private List<ProcessStart> running(Device device, Instant at) {
    long since = Duration.between(secondBoot(device).plusSeconds(60), at).toSeconds();
    int boot = since < 0 ? 0 : 1 + (int) (since / UPTIME.toSeconds());
    List<List<ProcessStart>> own = boots.getOrDefault(device, List.of());
    return own.get(Math.min(boot, own.size() - 1));
  }

  private List<Instant> boots(Device device) {
    List<Instant> times = new ArrayList<>(List.of(month.begin().plusSeconds(1)));
    for (Instant at = secondBoot(device);
        at.isBefore(month.end().minusSeconds(120));
        at = at.plus(UPTIME)) {
      times.add(at);
    }
    return times;
  }

  /** Devices start at nights of their own. */
  private Instant secondBoot(Device device) {
    int own = Math.floorMod(device.id().hashCode(), 4 * 86_400);
    return month.begin().plusSeconds(3_600 + own);
  }

  private static List<ProcessStart> start(Dice dice, Device device, Instant boot) {
    List<ProcessStart> started = new ArrayList<>();
    Account root = device.windows() ? Account.SYSTEM : Account.ROOT;
    FileImage first = device.windows() ? Programs.SERVICES : Programs.INIT;
    List<FileImage> services =
        device.windows() ? WINDOWS_SERVICES : device.os() == OperatingSystem.MACOS ? MAC : LINUX;
    for (FileImage image : services) {
      Instant at = boot.plusMillis(900L * started.size());
      started.add(process(dice, device, root, image, parent(first, boot), at));
    }
    Employee owner = device.owner();
    if (owner != null) {
      desktop(dice, device, owner.account(), boot.plusSeconds(20), started);
    }
    return started;
  }

  private static void desktop(
      Dice dice, Device device, Account account, Instant from, List<ProcessStart> started) {
    FileImage first = device.windows() ? Programs.EXPLORER : Programs.ZSH;
    FileImage login = device.windows() ? Programs.USERINIT : Programs.LAUNCHD;
    ProcessStart shell = process(dice, device, account, first, parent(login, from), from);
    started.add(shell);
    for (FileImage image : device.windows() ? DESKTOP : List.of(Programs.PYTHON)) {
      Instant at = from.plusMillis(1_100L * started.size());
      started.add(process(dice, device, account, image, shell.asParent(), at));
    }
  }

  private static ProcessStart.Parent parent(FileImage image, Instant at) {
    return new ProcessStart.Parent(image, 612, at.minusSeconds(1), image.name());
  }

  private static ProcessStart process(
      Dice dice,
      Device device,
      Account account,
      FileImage image,
      ProcessStart.Parent parent,
      Instant at) {
    return new ProcessStart(
        at,
        device,
        account,
        image,
        dice.processId(),
        '"' + image.path() + '"' + (image == Programs.SVCHOST ? " -k netsvcs -p" : ""),
        parent,
        account.upn() == null,
        false);
  }
}
