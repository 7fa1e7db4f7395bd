package dev.huntgate.sandbox.company;

import java.time.Duration;

/** One password tried on many accounts until one opens, then used from a strange place. */
final class SprayStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    Dice dice = scene.dice();
    Device gate = dice.pick(scene.fleet().windowsServers());
    String ip = "198.51.100." + dice.between(30, 250);
    for (int i = 0; i < dice.between(12, 25); i++) {
      scene.later(Duration.ofSeconds(50));
      Employee tried = scene.someone();
      scene.logon(gate, tried.account(), "Network", "InvalidUserNameOrPassword", ip, null);
      signIn(scene, tried, ip, 50_126);
    }
    Employee opened = scene.someone();
    scene.later(Duration.ofMinutes(3));
    scene.logon(gate, opened.account(), "Network", null, ip, null);
    signIn(scene, opened, ip, 0);
    scene.alert(
        Suspicion.endpoint(
                "Many accounts were tried from one address",
                "One outside address failed to sign in as many people and then succeeded as one.",
                "CredentialAccess",
                Severity.MEDIUM,
                "T1110.003")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_IDENTITY,
                DetectionSource.MICROSOFT_DEFENDER_FOR_IDENTITY),
        scene.seen(Verdict.MALICIOUS, new Subject.OfIp(ip, "KZ"), Role.ATTACKER),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfUser(opened.account()), Role.COMPROMISED),
        scene.seen(Verdict.UNKNOWN, new Subject.OfDevice(gate), Role.ATTACKED));
    if (dice.chance(60)) {
      consent(scene, opened, ip);
    }
    return new Ending(
        "Password spray reached the account of " + opened.displayName(),
        "Someone outside guessed a password from " + ip + ".",
        Severity.MEDIUM,
        Classification.TRUE_POSITIVE,
        Determination.COMPROMISED_ACCOUNT);
  }

  private static void signIn(Scene scene, Employee person, String ip, int errorCode) {
    scene.happens(
        new SignIn(
            scene.now(),
            person,
            CloudApplication.ENTRA_ID,
            Place.abroad(ip, "KZ"),
            errorCode,
            null,
            "Authenticated SMTP",
            errorCode == 0 ? 100 : 0));
  }

  private static void activity(
      Scene scene, Employee person, String ip, String action, String object, String type) {
    CloudApplication application =
        type.equals("Application") ? CloudApplication.ENTRA_ID : CloudApplication.EXCHANGE_ONLINE;
    Place from = Place.abroad(ip, "KZ");
    scene.happens(
        new CloudActivity(
            scene.now(),
            person,
            application,
            action,
            from,
            object,
            type,
            false,
            EverydayCloud.raw(person, application, action, from, object)));
  }

  private void consent(Scene scene, Employee opened, String ip) {
    scene.later(Duration.ofMinutes(25));
    String consent = "Consent to application.";
    activity(scene, opened, ip, consent, "Postal Helper Pro", "Application");
    for (int i = 0; i < 8; i++) {
      scene.later(Duration.ofSeconds(30));
      activity(scene, opened, ip, "MailItemsAccessed", "Inbox", "Folder");
    }
    scene.alert(
        Suspicion.endpoint(
                "An unknown application was granted access to mail",
                "The account allowed an application that nobody here knows to read its mailbox.",
                "Persistence",
                Severity.HIGH,
                "T1528")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_CLOUD_APPS,
                DetectionSource.CLOUD_APP_SECURITY),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfUser(opened.account())),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfIp(ip, "KZ")),
        scene.seen(Verdict.UNKNOWN, new Subject.OfCloudApplication(20_893, "Mail service")),
        scene.seen(
            Verdict.MALICIOUS,
            new Subject.OfOauthApplication(
                "6e1cf0a2-77d5-4b86-8f0b-90ac1be3d7f4",
                "0d9b6c55-31f8-49a7-b7a5-2f64c8e05512",
                "Postal Helper Pro",
                "unverified")));
  }
}
