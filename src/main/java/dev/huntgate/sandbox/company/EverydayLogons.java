package dev.huntgate.sandbox.company;

import java.util.List;
import java.util.stream.Stream;

/** The sign-ins at devices of ordinary days. */
record EverydayLogons(Everyday everyday, List<Device> servers) {

  EverydayLogons(Everyday everyday) {
    this(everyday, everyday.fleet().windowsServers());
  }

  Stream<Logon> stream(long count) {
    return Stream.generate(() -> logon(everyday.device())).limit(count);
  }

  /** Sign-ins over the network that the domain controllers see. */
  Stream<Logon> ofTheDomain(long count) {
    return Stream.generate(this::logonOfTheDomain).limit(count);
  }

  private Logon logonOfTheDomain() {
    while (true) {
      Logon logon = logon(everyday.dice().pick(servers));
      if (IdentityLogonRows.seen(logon)) {
        return logon;
      }
    }
  }

  private Logon logon(Device device) {
    Dice dice = everyday.dice();
    boolean network = device.kind() == Device.Kind.SERVER || dice.chance(30);
    Device from = network ? everyday.device() : null;
    Account account = network ? everyday.someone().account() : device.usualAccount();
    return new Logon(
        everyday.month().sometime(dice),
        device,
        dice.chance(10) ? Everyday.system(device) : account,
        network ? dice.of("Network", "Network", "RemoteInteractive") : "Interactive",
        dice.chance(4) ? "InvalidUserNameOrPassword" : null,
        from == null ? null : from.ip(),
        from);
  }
}
