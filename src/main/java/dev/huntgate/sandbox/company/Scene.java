package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage a story is told on: it moves a clock forward and keeps what happens and what is alerted
 * on. Not safe for use by several threads.
 */
final class Scene {

  private final Dice dice;
  private final Staff staff;
  private final Fleet fleet;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private Instant now;

  Scene(Dice dice, Staff staff, Fleet fleet, Instant begin) {
    this.dice = dice;
    this.staff = staff;
    this.fleet = fleet;
    this.now = begin;
  }

  Dice dice() {
    return dice;
  }

  Fleet fleet() {
    return fleet;
  }

  Employee someone() {
    return dice.pick(staff.everyone());
  }

  Instant now() {
    return now;
  }

  List<Happening> happenings() {
    return List.copyOf(happenings);
  }

  List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  /** Lets time pass: something between half of {@code about} and all of it. */
  Scene later(Duration about) {
    now = dice.moment(now.plus(about.dividedBy(2)), now.plus(about));
    return this;
  }

  ProcessStart start(
      Device device, Account account, FileImage image, String command, FileImage parent) {
    return start(
        device,
        account,
        image,
        command,
        new ProcessStart.Parent(parent, dice.processId(), now.minusSeconds(600), parent.name()));
  }

  ProcessStart start(
      Device device, Account account, FileImage image, String command, ProcessStart.Parent parent) {
    boolean remote = parent.image().name().startsWith("wsmprov");
    ProcessStart process =
        new ProcessStart(
            now,
            device,
            account,
            image,
            dice.processId(),
            command,
            parent,
            account.upn() == null,
            remote);
    happenings.add(process);
    return process;
  }

  Logon logon(
      Device device,
      Account account,
      String type,
      @Nullable String failure,
      @Nullable String remoteIp,
      @Nullable Device from) {
    Logon logon = new Logon(now, device, account, type, failure, remoteIp, from);
    happenings.add(logon);
    return logon;
  }

  Mail mail(Mail mail) {
    happenings.add(mail);
    return mail;
  }

  /** Lets something else happen that sensors see. */
  void happens(Happening happening) {
    happenings.add(happening);
  }

  /** What a program does now, for its deeds to be told in short. */
  Deeds deeds(ProcessStart by) {
    return new Deeds(this, by);
  }

  /** Raises an alert a little after what it is about. */
  void alert(Suspicion suspicion, Evidence... evidence) {
    alerts.add(suspicion.raise(dice, now, List.of(evidence)));
  }

  Evidence seen(Verdict verdict, Subject subject, Role... roles) {
    Remediation remediation =
        verdict == Verdict.MALICIOUS
            ? dice.of(Remediation.REMEDIATED, Remediation.PREVENTED, Remediation.ACTIVE)
            : Remediation.NONE;
    return new Evidence(now, verdict, remediation, List.of(roles), subject);
  }
}
