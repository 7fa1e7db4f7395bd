package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.Objects;

/** A stick with a worm on it, stopped by the antivirus most of the time. */
final class UsbStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    Device desk = scene.dice().pick(scene.fleet().windowsWorkstations());
    Employee owner = Objects.requireNonNull(desk.owner());
    ProcessStart worm =
        scene.start(
            desk, owner.account(), Programs.WORM, "\"E:\\usbsync.exe\" /s", Programs.EXPLORER);
    scene
        .deeds(worm)
        .reported("UsbDriveMounted", null, EverydayReports.drive(scene.dice()))
        .creates(Programs.WORM, "")
        .reported("AntivirusDetection", Programs.WORM, Bag.of("ThreatName", "Sandflea"));
    scene.alert(
        Suspicion.endpoint(
                "'Sandflea' worm was found on a removable drive",
                "The antivirus met a known worm on a drive that was just plugged in.",
                "Malware",
                Severity.LOW,
                "T1091")
            .from(ServiceSource.MICROSOFT_DEFENDER_FOR_ENDPOINT, DetectionSource.ANTIVIRUS)
            .family("Sandflea"),
        scene.seen(Verdict.UNKNOWN, new Subject.OfDevice(desk)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.WORM, desk)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(worm)));
    if (scene.dice().chance(30)) {
      scene.later(Duration.ofMinutes(5));
      ProcessStart task =
          scene.start(
              desk,
              owner.account(),
              Programs.SCHTASKS,
              "schtasks.exe /create /tn UsbSync /tr E:\\usbsync.exe /sc onlogon",
              worm.asParent());
      scene.deeds(task).reported("ScheduledTaskCreated", null, Bag.of("TaskName", "\\UsbSync"));
      scene.alert(
          Suspicion.endpoint(
              "A task was planned for a program on a removable drive",
              "The worm asked to be started again at every sign-in.",
              "Persistence",
              Severity.MEDIUM,
              "T1053.005"),
          scene.seen(Verdict.UNKNOWN, new Subject.OfDevice(desk)),
          scene.seen(Verdict.SUSPICIOUS, new Subject.OfProcess(task)));
    }
    return new Ending(
        "'Sandflea' on " + desk.hostName(),
        "A worm came with a removable drive of " + owner.displayName() + ".",
        Severity.LOW,
        Classification.TRUE_POSITIVE,
        Determination.MALWARE);
  }
}
