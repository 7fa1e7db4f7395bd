package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;

/** Backups deleted and files locked on several machines within minutes. */
final class RansomStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    Dice dice = scene.dice();
    Device first = dice.pick(scene.fleet().windowsServers());
    Employee admin = scene.someone();
    scene.logon(first, admin.account(), "RemoteInteractive", null, "203.0.113.77", null);
    List<Device> desks = scene.fleet().windowsWorkstations();
    int begin = dice.between(0, desks.size() - 4);
    lock(scene, first, admin);
    for (Device desk : desks.subList(begin, begin + dice.between(1, 3))) {
      scene.later(Duration.ofMinutes(8));
      scene.logon(desk, admin.account(), "Network", null, first.ip(), first);
      lock(scene, desk, admin);
    }
    return new Ending(
        "Ransomware 'Blacktide' on " + first.hostName() + " and workstations",
        "Shadow copies were deleted and files renamed on several machines.",
        Severity.HIGH,
        Classification.TRUE_POSITIVE,
        Determination.MALWARE);
  }

  private void lock(Scene scene, Device device, Employee admin) {
    scene.later(Duration.ofMinutes(4));
    ProcessStart wipe =
        scene.start(
            device,
            Account.SYSTEM,
            Programs.VSSADMIN,
            "vssadmin.exe delete shadows /all /quiet",
            Programs.CMD);
    scene.later(Duration.ofMinutes(2));
    ProcessStart locker =
        scene.start(
            device,
            Account.SYSTEM,
            Programs.LOCKER.spelled(scene.dice().of("blacktide.exe", "BLACKTIDE.EXE")),
            "blacktide.exe --all-drives --note readme.txt",
            wipe.asParent());
    Deeds deeds =
        scene
            .deeds(locker)
            .reported("AntivirusDetection", Programs.LOCKER, Bag.of("ThreatName", "Blacktide"))
            .connects("203.0.113.77", 443, "");
    for (int i = 0; i < 25; i++) {
      String name = "ledger_" + (2_000 + i) + ".xlsx";
      FileImage locked = FileImage.of(name + ".blacktide", "C:\\Users\\Public\\Documents", "", "");
      deeds.renames(locked, name, null);
    }
    deeds.creates(FileImage.of("readme.txt", "C:\\Users\\Public\\Desktop", "", ""), "");
    scene.alert(
        Suspicion.endpoint(
                "Files are being locked on " + device.hostName(),
                "A program deleted the shadow copies and rewrites files at a high rate.",
                "Impact",
                Severity.HIGH,
                "T1486",
                "T1490")
            .family("Blacktide"),
        scene.seen(Verdict.MALICIOUS, new Subject.OfDevice(device), Role.ATTACKED),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(wipe)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(locker)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.LOCKER, device)),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfUser(admin.account()), Role.COMPROMISED));
  }
}
