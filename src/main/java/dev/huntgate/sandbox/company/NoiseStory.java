package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Something harmless that looked otherwise. */
final class NoiseStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    return scene.dice().chance(40) ? reportedMail(scene) : adminScript(scene);
  }

  private Ending adminScript(Scene scene) {
    Device device = scene.dice().pick(scene.fleet().windowsWorkstations());
    Account account = Objects.requireNonNull(device.owner()).account();
    ProcessStart script =
        scene.start(
            device,
            account,
            Programs.POWERSHELL.spelled(scene.dice().of("powershell.exe", "POWERSHELL.EXE")),
            "powershell.exe -File C:\\ProgramData\\Shelfscan\\collect.ps1",
            Programs.INVENTORY);
    scene.alert(
        Suspicion.endpoint(
            "Unusual PowerShell command line",
            "A script was started by a program that rarely starts scripts.",
            "SuspiciousActivity",
            Severity.INFORMATIONAL,
            "T1059.001"),
        scene.seen(Verdict.NO_THREATS_FOUND, new Subject.OfProcess(script)),
        scene.seen(Verdict.UNKNOWN, new Subject.OfDevice(device), Role.CONTEXTUAL));
    return new Ending(
        "Unusual PowerShell on " + device.hostName(),
        "A script of the inventory program drew attention.",
        Severity.INFORMATIONAL,
        Classification.FALSE_POSITIVE,
        scene.dice().of(Determination.NOT_MALICIOUS, Determination.NOT_ENOUGH_DATA_TO_VALIDATE));
  }

  private Ending reportedMail(Scene scene) {
    Dice dice = scene.dice();
    Employee reporter = scene.someone();
    Mail mail =
        scene.mail(
            new Mail(
                scene.now(),
                dice.uuid().toString(),
                dice.number(100_000_000L, 4_000_000_000L),
                "news@lanternmarket.example",
                "Lantern Market",
                "192.0.2." + dice.between(200, 250),
                reporter,
                "Spring sale: lamps at half price",
                "Inbound",
                null,
                true,
                List.of(),
                List.of("https://lanternmarket.example/spring")));
    scene.later(Duration.ofSeconds(90));
    scene.happens(
        new UrlClick(scene.now(), mail, mail.urls().get(0), "192.0.2.1", "ClickAllowed", false));
    scene.alert(
        Suspicion.endpoint(
                "Someone reported a mail as unwanted",
                "A person pressed the report button on a mail.",
                "InitialAccess",
                dice.of(Severity.INFORMATIONAL, Severity.LOW, Severity.UNSPECIFIED),
                "T1566")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_OFFICE365,
                DetectionSource.MICROSOFT_DEFENDER_FOR_OFFICE365),
        scene.seen(Verdict.NO_THREATS_FOUND, new Subject.OfMail(mail)),
        scene.seen(Verdict.UNKNOWN, new Subject.OfMailbox(reporter)));
    return new Ending(
        "Mail reported by " + reporter.displayName(),
        "An advertisement was taken for an attack.",
        dice.of(Severity.INFORMATIONAL, Severity.LOW, Severity.UNSPECIFIED),
        Classification.FALSE_POSITIVE,
        Determination.NOT_MALICIOUS);
  }
}
