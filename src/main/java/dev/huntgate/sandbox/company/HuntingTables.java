package dev.huntgate.sandbox.company;

import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.sandbox.engine.HuntingTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hunting tables: every story's happenings among the rows of ordinary days, in every table that
 * is documented. Nothing is made before rows are asked for.
 */
final class HuntingTables {

  private final TableSources sources;
  private final Map<String, HuntingTable> tables = new LinkedHashMap<>();

  HuntingTables(TableSources sources) {
    this.sources = sources;
    HuntingSchema schema = HuntingSchema.documented();
    for (HuntingSchema.Table table : schema.tables()) {
      RowShape shape = new RowShape(table);
      tables.put(
          table.name(),
          new HuntingTable(
              table.name(),
              shape.columns(),
              () -> rows(table.name(), shape),
              UnlistedNames.of(table)));
    }
  }

  List<HuntingTable> all() {
    return List.copyOf(tables.values());
  }

  private Stream<@Nullable Object[]> rows(String table, RowShape shape) {
    return switch (table) {
      case "DeviceInfo", "DeviceNetworkInfo", "DeviceFileCertificateInfo", "IdentityInfo" ->
          new Inventories(sources).rows(table, shape);
      case "DeviceTvmSoftwareInventory",
          "DeviceTvmSoftwareVulnerabilities",
          "DeviceTvmSoftwareVulnerabilitiesKB" ->
          new Inventories(sources).software(table, shape);
      case "AlertInfo", "AlertEvidence" -> new Inventories(sources).alerts(table, shape);
      case "EmailEvents", "EmailAttachmentInfo", "EmailUrlInfo", "UrlClickEvents" ->
          mail(table, shape);
      case "EmailPostDeliveryEvents" ->
          sources
              .told(Mail.class)
              .filter(PostDeliveryRows::concerns)
              .map(new PostDeliveryRows(shape, sources.month())::row);
      case "IdentityLogonEvents", "EntraIdSignInEvents", "CloudAppEvents" -> cloud(table, shape);
      case "IdentityDirectoryEvents", "IdentityQueryEvents" -> directory(table, shape);
      default -> device(table, shape);
    };
  }

  private Stream<@Nullable Object[]> device(String table, RowShape shape) {
    Shares shares = sources.shares();
    return switch (table) {
      case "DeviceProcessEvents" ->
          Stream.concat(
                  sources.residents().all(),
                  Stream.concat(
                      sources.told(ProcessStart.class),
                      new EverydayPrograms(sources.everyday(2)).stream(shares.programs())))
              .map(new ProcessRows(shape)::row);
      case "DeviceLogonEvents" ->
          filled(
              Logon.class,
              new EverydayLogons(sources.everyday(3)).stream(shares.logons()),
              new LogonRows(shape)::row);
      case "DeviceNetworkEvents" ->
          filled(
              NetworkConnection.class,
              new EverydayNetwork(sources.everyday(5)).stream(shares.connections()),
              new NetworkRows(shape)::row);
      case "DeviceFileEvents" ->
          filled(
              FileChange.class,
              new EverydayFiles(sources.everyday(6)).stream(shares.files()),
              new FileRows(shape)::row);
      case "DeviceRegistryEvents" ->
          filled(
              RegistryChange.class,
              new EverydayRegistry(sources.everyday(7)).stream(shares.registry()),
              new RegistryRows(shape)::row);
      case "DeviceImageLoadEvents" ->
          filled(
              ImageLoad.class,
              new EverydayImages(sources.everyday(8)).stream(shares.images()),
              new ImageLoadRows(shape)::row);
      case "DeviceEvents" ->
          filled(
              SensorReport.class,
              new EverydayReports(sources.everyday(9)).stream(shares.reports()),
              new SensorRows(shape)::row);
      default -> Stream.of();
    };
  }

  private Stream<@Nullable Object[]> mail(String table, RowShape shape) {
    long count = sources.shares().mails();
    EverydayMail everyday = new EverydayMail(sources.everyday(4));
    if (table.equals("UrlClickEvents")) {
      return filled(UrlClick.class, everyday.clicks(count), new UrlClickRows(shape)::row);
    }
    Stream<Mail> mails = Stream.concat(sources.told(Mail.class), everyday.stream(count));
    return switch (table) {
      case "EmailAttachmentInfo" -> {
        AttachmentRows rows = new AttachmentRows(shape);
        yield mails.flatMap(mail -> mail.attachments().stream().map(file -> rows.row(mail, file)));
      }
      case "EmailUrlInfo" -> {
        LinkRows rows = new LinkRows(shape);
        yield mails.flatMap(mail -> mail.urls().stream().map(url -> rows.row(mail, url)));
      }
      default -> mails.map(new MailRows(shape)::row);
    };
  }

  private Stream<@Nullable Object[]> cloud(String table, RowShape shape) {
    Shares shares = sources.shares();
    return switch (table) {
      case "IdentityLogonEvents" ->
          Stream.concat(
                  sources.told(Happening.class).filter(IdentityLogonRows::seen),
                  new EverydayLogons(sources.everyday(10)).ofTheDomain(shares.domainLogons()))
              .map(new IdentityLogonRows(shape)::row);
      case "EntraIdSignInEvents" ->
          filled(
              SignIn.class,
              new EverydayCloud(sources.everyday(11)).signIns(shares.signIns()),
              new SignInRows(shape)::row);
      default ->
          filled(
              CloudActivity.class,
              new EverydayCloud(sources.everyday(12)).activities(shares.activities()),
              new CloudActivityRows(shape)::row);
    };
  }

  private Stream<@Nullable Object[]> directory(String table, RowShape shape) {
    Shares shares = sources.shares();
    Stream<DirectoryEvent> events =
        table.equals("IdentityQueryEvents")
            ? new EverydayDirectory(sources.everyday(16)).questions(shares.directoryQuestions())
            : new EverydayDirectory(sources.everyday(17)).changes(shares.directoryChanges());
    return events.map(new DirectoryRows(shape)::row);
  }

  private <T extends Happening> Stream<@Nullable Object[]> filled(
      Class<T> kind, Stream<T> ordinary, Function<T, @Nullable Object[]> row) {
    return Stream.concat(sources.told(kind), ordinary).map(row);
  }
}
