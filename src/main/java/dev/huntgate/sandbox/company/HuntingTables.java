package dev.huntgate.sandbox.company;

import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hunting tables: every story's happenings among the rows of ordinary days. */
record HuntingTables(
    long seed, Instant start, Staff staff, Fleet fleet, Supplier<List<Happening>> happenings) {

  /** With 1,800 rows of DeviceInfo these make 20,000 rows. */
  private static final int PROCESSES = 9_600;

  private static final int LOGONS = 4_800;
  private static final int MAILS = 3_800;

  List<HuntingTable> all() {
    return List.of(deviceInfo(), processes(), logons(), mails());
  }

  private HuntingTable deviceInfo() {
    DeviceInfoRows rows = new DeviceInfoRows(RowShape.read("DeviceInfo"));
    return new HuntingTable(
        "DeviceInfo",
        rows.shape().columns(),
        () -> rows.rows(new Dice(seed + 1), fleet.everything(), start));
  }

  private HuntingTable processes() {
    ProcessRows rows = new ProcessRows(RowShape.read("DeviceProcessEvents"));
    return new HuntingTable(
        "DeviceProcessEvents",
        rows.shape().columns(),
        () -> filled(ProcessStart.class, PROCESSES, everyday(2)::processes, rows::row));
  }

  private HuntingTable logons() {
    LogonRows rows = new LogonRows(RowShape.read("DeviceLogonEvents"));
    return new HuntingTable(
        "DeviceLogonEvents",
        rows.shape().columns(),
        () -> filled(Logon.class, LOGONS, everyday(3)::logons, rows::row));
  }

  private HuntingTable mails() {
    MailRows rows = new MailRows(RowShape.read("EmailEvents"));
    return new HuntingTable(
        "EmailEvents",
        rows.shape().columns(),
        () -> filled(Mail.class, MAILS, everyday(4)::mails, rows::row));
  }

  private Everyday everyday(long salt) {
    return new Everyday(new Dice(seed + salt), staff, fleet, start);
  }

  private <T extends Happening> Stream<@Nullable Object[]> filled(
      Class<T> kind,
      int size,
      LongFunction<Stream<T>> background,
      Function<T, @Nullable Object[]> row) {
    List<T> told = happenings().get().stream().filter(kind::isInstance).map(kind::cast).toList();
    return Stream.concat(told.stream(), background.apply(Math.max(0, size - told.size()))).map(row);
  }
}
