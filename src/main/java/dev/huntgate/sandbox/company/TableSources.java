package dev.huntgate.sandbox.company;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the hunting tables are made from. All of it is made when first asked for and then kept; safe
 * for use by several threads.
 */
final class TableSources {

  /** Every other salt belongs to a table. */
  private static final long RESIDENTS = 100;

  private final long seed;
  private final long rows;
  private final Month month;
  private final Staff staff;
  private final Fleet fleet;
  private final Supplier<Narrator.Chronicle> chronicle;
  private @Nullable Residents residents;
  private @Nullable Shares shares;

  /**
   * @param rows how many rows all tables together are to have
   */
  TableSources(
      long seed,
      long rows,
      Month month,
      Staff staff,
      Fleet fleet,
      Supplier<Narrator.Chronicle> chronicle) {
    this.seed = seed;
    this.rows = rows;
    this.month = month;
    this.staff = staff;
    this.fleet = fleet;
    this.chronicle = chronicle;
  }

  Month month() {
    return month;
  }

  Staff staff() {
    return staff;
  }

  Fleet fleet() {
    return fleet;
  }

  Dice dice(long salt) {
    return new Dice(seed + salt);
  }

  Everyday everyday(long salt) {
    return new Everyday(dice(salt), staff, fleet, month, residents());
  }

  synchronized Residents residents() {
    if (residents == null) {
      residents = new Residents(dice(RESIDENTS), fleet, month);
    }
    return residents;
  }

  /** What happened in the stories in these thirty days. */
  <T extends Happening> Stream<T> told(Class<T> kind) {
    return chronicle.get().happenings().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(happening -> within(happening.at()));
  }

  Stream<Alert> alerts() {
    return chronicle.get().incidents().stream()
        .flatMap(incident -> incident.alerts().stream())
        .filter(alert -> within(alert.createdAt()));
  }

  private boolean within(java.time.Instant time) {
    return time.isAfter(month.begin()) && !time.isAfter(month.end());
  }

  synchronized Shares shares() {
    if (shares == null) {
      shares = new Shares(rows - fixed());
    }
    return shares;
  }

  /** The rows that there are without any ordinary day. */
  private long fixed() {
    List<Happening> told = told(Happening.class).toList();
    long mailParts =
        told(Mail.class).mapToLong(mail -> mail.attachments().size() + mail.urls().size()).sum();
    long found = told(Mail.class).filter(PostDeliveryRows::concerns).count();
    long evidence = alerts().mapToLong(alert -> 1L + alert.evidence().size()).sum();
    long identity = told.stream().filter(IdentityLogonRows::seen).count();
    return told.size()
        + mailParts
        + found
        + evidence
        + identity
        + residents().all().count()
        + inventories();
  }

  private long inventories() {
    long devices = fleet.everything().size();
    long files = CertificateRows.count(fleet.windows());
    return (devices * 2 + DeviceInfoRows.discovered()) * DeviceInfoRows.DAYS
        + staff.everyone().size()
        + files
        + SoftwareRows.count(fleet.everything());
  }
}
