package dev.huntgate.sandbox.company;

import java.time.Duration;

/** One account in two places too far apart, nearly always a private network at work. */
final class TravelStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    Employee traveller = scene.someone();
    Device jump = scene.dice().pick(scene.fleet().windowsServers());
    String near = "192.0.2." + scene.dice().between(100, 120);
    String far = "203.0.113." + scene.dice().between(2, 250);
    scene.logon(jump, traveller.account(), "Network", null, near, null);
    signIn(scene, traveller, new Place(near, "DE", "Bremen", "Harbourline Telecom"), 0);
    scene.later(Duration.ofMinutes(35));
    scene.logon(jump, traveller.account(), "Network", null, far, null);
    signIn(scene, traveller, Place.abroad(far, "BR"), 50);
    scene.alert(
        Suspicion.endpoint(
                "Sign-ins too far apart for the time between",
                "The account was used from two countries within an hour.",
                "InitialAccess",
                Severity.MEDIUM,
                "T1078")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_CLOUD_APPS,
                DetectionSource.CLOUD_APP_SECURITY),
        scene.seen(Verdict.UNKNOWN, new Subject.OfUser(traveller.account())),
        scene.seen(Verdict.NO_THREATS_FOUND, new Subject.OfIp(near, "DE")),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfIp(far, "BR")),
        scene.seen(Verdict.UNKNOWN, new Subject.OfCloudApplication(11_161, "Office suite")));
    return new Ending(
        "Impossible travel of " + traveller.displayName(),
        "Two sign-ins within an hour from places an ocean apart.",
        Severity.MEDIUM,
        Classification.INFORMATIONAL_EXPECTED_ACTIVITY,
        Determination.CONFIRMED_ACTIVITY);
  }

  private static void signIn(Scene scene, Employee person, Place from, int risk) {
    scene.happens(
        new SignIn(
            scene.now(),
            person,
            CloudApplication.SHAREPOINT_ONLINE,
            from,
            0,
            null,
            "Browser",
            risk));
  }
}
