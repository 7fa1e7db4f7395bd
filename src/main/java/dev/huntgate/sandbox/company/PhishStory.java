package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A lure in a mail, a payload, a move to a server, and data that leaves. */
final class PhishStory implements Story {

  private static final String LURE = "https://portal.harborpay.example/invoice";
  private static final String CONTROL_IP = "198.51.100.23";
  private static final String CONTROL_DOMAIN = "cdn.glasswharf.example";

  @Override
  public Ending tell(Scene scene) {
    Dice dice = scene.dice();
    Device desk = dice.pick(scene.fleet().windowsWorkstations());
    Employee victim = Objects.requireNonNull(desk.owner());
    List<Mail> lures = lures(scene, victim);
    trap(scene, desk, victim, lures.get(0));
    ProcessStart payload = payload(scene, desk, victim);
    Device server = move(scene, desk, victim, payload);
    if (dice.chance(70)) {
      exfiltrate(scene, server, victim);
    }
    return new Ending(
        "Phishing led to hands-on activity on " + desk.hostName(),
        lures.size()
            + " mails with a false invoice; one was opened and its payload reached "
            + server.hostName()
            + ".",
        Severity.HIGH,
        Classification.TRUE_POSITIVE,
        Determination.MULTI_STAGED_ATTACK);
  }

  private List<Mail> lures(Scene scene, Employee victim) {
    Dice dice = scene.dice();
    long cluster = dice.number(100_000_000L, 4_000_000_000L);
    String ip = "203.0.113." + dice.between(2, 250);
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Employee recipient = i == 0 ? victim : scene.someone();
      scene.later(Duration.ofSeconds(40));
      mails.add(
          scene.mail(
              new Mail(
                  scene.now(),
                  dice.uuid().toString(),
                  cluster,
                  "billing@harborpay.example",
                  "Harborpay billing",
                  ip,
                  recipient,
                  "Overdue: invoice " + (4_000 + cluster % 1_000),
                  "Inbound",
                  "Phish",
                  i == 0,
                  List.of(Programs.MACRO_DOCUMENT),
                  List.of(LURE))));
    }
    scene.alert(
        Suspicion.endpoint(
                "Mail with a malicious link was delivered",
                "A link in a delivered mail was found to lead to a sign-in trap.",
                "InitialAccess",
                Severity.MEDIUM,
                "T1566.002")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_OFFICE365,
                DetectionSource.MICROSOFT_DEFENDER_FOR_OFFICE365),
        scene.seen(Verdict.MALICIOUS, new Subject.OfMail(mails.get(0)), Role.SOURCE),
        scene.seen(
            Verdict.SUSPICIOUS,
            new Subject.OfMailCluster("Subject;SenderIp", Long.toString(cluster), mails)),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfMailbox(victim), Role.ATTACKED),
        scene.seen(Verdict.MALICIOUS, new Subject.OfUrl(LURE)),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfIp(ip, "NL"), Role.ATTACKER));
    return mails;
  }

  /** The link is followed, and what was typed there is used from outside. */
  private void trap(Scene scene, Device desk, Employee victim, Mail lure) {
    scene.later(Duration.ofMinutes(20));
    ProcessStart browser =
        scene.start(
            desk,
            victim.account(),
            Programs.BROWSER,
            "\"otterbrowse.exe\" --single-argument " + LURE,
            Programs.OUTLOOK);
    scene.happens(new UrlClick(scene.now(), lure, LURE, desk.publicIp(), "ClickAllowed", true));
    scene.deeds(browser).connects("203.0.113.40", 443, LURE);
    scene.later(Duration.ofMinutes(9));
    Place away = Place.abroad(Objects.requireNonNull(lure.senderIp()), "NL");
    scene.happens(
        new SignIn(
            scene.now(), victim, CloudApplication.EXCHANGE_ONLINE, away, 0, null, "Browser", 50));
    scene.later(Duration.ofMinutes(2));
    String rule = "..";
    scene.happens(
        new CloudActivity(
            scene.now(),
            victim,
            CloudApplication.EXCHANGE_ONLINE,
            "New-InboxRule",
            away,
            rule,
            "Rule",
            false,
            EverydayCloud.raw(
                victim, CloudApplication.EXCHANGE_ONLINE, "New-InboxRule", away, rule)));
  }

  private ProcessStart payload(Scene scene, Device desk, Employee victim) {
    scene.later(Duration.ofMinutes(15));
    Account account = victim.account();
    ProcessStart word =
        scene.start(
            desk,
            account,
            Programs.WORD,
            "\"WINWORD.EXE\" /n \"" + Programs.MACRO_DOCUMENT.path() + "\"",
            Programs.OUTLOOK);
    scene.deeds(word).creates(Programs.MACRO_DOCUMENT, LURE);
    scene.later(Duration.ofSeconds(20));
    ProcessStart shell =
        scene.start(
            desk,
            account,
            Programs.POWERSHELL.spelled("PowerShell.exe"),
            "PowerShell.exe -w hidden -nop -enc SQBFAFgAIAAoAGcAdQBsAGwAKQA=",
            word.asParent());
    scene
        .deeds(shell)
        .reported("PowerShellCommand", null, Bag.of("Command", "IEX (gwlll)"))
        .connects(CONTROL_IP, 443, "https://" + CONTROL_DOMAIN + "/v")
        .creates(Programs.LOADER, "https://" + CONTROL_DOMAIN + "/v");
    scene.later(Duration.ofSeconds(20));
    ProcessStart loader =
        scene.start(
            desk,
            account,
            Programs.LOADER,
            "invoice_viewer.exe --quiet --host " + CONTROL_DOMAIN,
            shell.asParent());
    scene
        .deeds(loader)
        .startsAtSignIn("HKEY_CURRENT_USER", "Viewer", Programs.LOADER.path())
        .calls(CONTROL_IP, 443, CONTROL_DOMAIN, 12, Duration.ofMinutes(2));
    String run = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
    scene.alert(
        Suspicion.endpoint(
            "Office program started a hidden PowerShell",
            "A document opened a PowerShell without a window and with an encoded command.",
            "Execution",
            Severity.HIGH,
            "T1059.001",
            "T1204.002"),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(desk), Role.COMPROMISED),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfProcess(word)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(shell)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.MACRO_DOCUMENT, desk)),
        scene.seen(Verdict.UNKNOWN, new Subject.OfUser(account), Role.COMPROMISED));
    scene.alert(
        Suspicion.endpoint(
            "Unsigned program made itself start with Windows",
            "A file without a signature entered itself among the programs that start at sign-in.",
            "Persistence",
            Severity.MEDIUM,
            "T1547.001"),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(desk)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.LOADER, desk), Role.CREATED),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfRegistryKey("HKEY_CURRENT_USER", run)),
        scene.seen(
            Verdict.MALICIOUS,
            new Subject.OfRegistryValue(
                desk, "HKEY_CURRENT_USER", run, "Viewer", "String", Programs.LOADER.path())),
        scene.seen(
            Verdict.MALICIOUS,
            new Subject.OfDns(CONTROL_DOMAIN, "10.20.1.68", CONTROL_IP),
            Role.COMMAND_AND_CONTROL));
    return loader;
  }

  private Device move(Scene scene, Device desk, Employee victim, ProcessStart loader) {
    Device server = scene.dice().pick(scene.fleet().windowsServers());
    scene.later(Duration.ofMinutes(50));
    ProcessStart dump =
        scene.start(
            desk,
            Account.SYSTEM,
            Programs.RUNDLL32,
            "rundll32.exe " + Programs.STEALER.path() + ",Collect lsass",
            loader.asParent());
    scene.deeds(loader).creates(Programs.STEALER, "");
    scene
        .deeds(dump)
        .loads(Programs.STEALER)
        .reported("OpenProcessApiCall", Programs.LSASS, Bag.of("DesiredAccess", 4112))
        .connects(server.ip(), 5985, server.name())
        .connects(server.ip(), 3389, server.name());
    scene.later(Duration.ofMinutes(10));
    scene.logon(server, victim.account(), "RemoteInteractive", null, desk.ip(), desk);
    ProcessStart remote =
        scene.start(
            server,
            victim.account(),
            Programs.CMD,
            "cmd.exe /c whoami /all & net group \"Domain Admins\" /domain",
            Programs.WSMPROVHOST);
    scene.alert(
        Suspicion.endpoint(
                "Credentials were read from memory and used on another machine",
                "A library read the memory that holds credentials; soon after, the same account "
                    + "signed in to a server it never used before.",
                "LateralMovement",
                Severity.HIGH,
                "T1003.001",
                "T1021.006")
            .family("Driftkey"),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(desk), Role.SOURCE),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(server), Role.DESTINATION),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(dump)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.STEALER, desk)),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfProcess(remote)),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfUser(victim.account()), Role.COMPROMISED),
        scene.seen(
            Verdict.UNKNOWN,
            new Subject.OfSecurityGroup(
                "b2a7c1de-0f54-4c11-9a3e-5d2f7c9e1a01",
                "Domain Admins",
                "CN=Domain Admins,CN=Users,DC=northwhale,DC=example")));
    return server;
  }

  private void exfiltrate(Scene scene, Device server, Employee victim) {
    scene.later(Duration.ofMinutes(45));
    ProcessStart pack =
        scene.start(
            server,
            victim.account(),
            Programs.ARCHIVER,
            "pack64.exe a -hp C:\\ProgramData\\cache\\q2.7z \\\\files01\\finance",
            Programs.CMD);
    scene
        .deeds(pack)
        .creates(Programs.LOOT, "")
        .calls(CONTROL_IP, 443, "", 6, Duration.ofMinutes(1));
    scene.alert(
        Suspicion.endpoint(
            "Much data was packed and sent outside",
            "An archive was made of a share and sent to an address that nobody here uses.",
            "Exfiltration",
            Severity.HIGH,
            "T1560.001",
            "T1041"),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(server), Role.COMPROMISED),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(pack)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfIp(CONTROL_IP, "RO"), Role.DESTINATION));
  }
}
