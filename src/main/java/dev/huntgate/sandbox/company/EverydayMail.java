package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The mail of ordinary days; which mails have attachments, links and clicks follows from counting.
 */
record EverydayMail(Everyday everyday) {

  static final int MAILS_PER_ATTACHMENT = 5;
  static final int MAILS_PER_LINK = 3;
  static final int MAILS_PER_CLICK = 6;

  private static final List<String> SUBJECTS =
      List.of(
          "Minutes of Monday",
          "Delivery on dock 4",
          "Budget for next quarter",
          "Lunch?",
          "Re: contract draft",
          "Your ticket was closed",
          "Welcome aboard",
          "Price list");
  private static final List<String> PARTNERS =
      List.of("orders@saltmarsh.example", "info@bluefjord.example", "desk@tallship.example");
  private static final List<FileImage> FILES =
      Stream.of("notes.docx", "prices.xlsx", "contract.pdf", "photos.zip", "route.pptx")
          .map(name -> FileImage.of(name, "C:\\Users\\Public", "", ""))
          .toList();

  Stream<Mail> stream(long count) {
    return LongStream.range(0, count).mapToObj(this::mail);
  }

  /** The clicks on the links of these same mails. */
  Stream<UrlClick> clicks(long count) {
    return LongStream.range(0, count)
        .mapToObj(i -> new Numbered(i, mail(i)))
        .filter(numbered -> numbered.number() % MAILS_PER_CLICK == 0)
        .map(numbered -> click(numbered.mail()));
  }

  private record Numbered(long number, Mail mail) {}

  private UrlClick click(Mail mail) {
    boolean spam = mail.threat() != null;
    long later = Math.floorMod(mail.clusterId(), 3_000L);
    java.time.Instant at = mail.at().plus(Duration.ofSeconds(later));
    boolean early = at.isAfter(everyday.month().end());
    return new UrlClick(
        early ? mail.at() : at,
        mail,
        mail.urls().get(0),
        "192.0.2." + (1 + mail.clusterId() % 8),
        spam ? "ClickBlocked" : "ClickAllowed",
        false);
  }

  private Mail mail(long number) {
    Dice dice = everyday.dice();
    Employee recipient = everyday.someone();
    boolean inside = dice.chance(55);
    Employee colleague = everyday.someone();
    boolean spam = !inside && dice.chance(12);
    String sender =
        spam
            ? "win" + dice.between(1, 99) + "@luckyclam.example"
            : inside ? colleague.address() : dice.pick(PARTNERS);
    String link =
        spam
            ? "https://luckyclam.example/boat"
            : dice.of(
                "https://intranet." + Staff.DOMAIN + "/news",
                "https://files.cormorant.example/share",
                "https://news.bluefjord.example/today");
    return new Mail(
        everyday.month().sometime(dice),
        dice.uuid().toString(),
        dice.number(100_000_000L, 4_000_000_000L),
        sender,
        inside ? colleague.displayName() : "",
        inside ? null : "192.0.2." + dice.between(130, 190),
        recipient,
        spam ? "You won a boat" : dice.pick(SUBJECTS),
        inside ? "Intra-org" : "Inbound",
        spam ? "Spam" : null,
        !spam,
        number % MAILS_PER_ATTACHMENT == 0 ? List.of(dice.pick(FILES)) : List.of(),
        number % MAILS_PER_LINK == 0 ? List.of(link) : List.of());
  }
}
