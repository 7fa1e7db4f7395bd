package dev.huntgate.sandbox.company;

import java.util.List;
import java.util.stream.Stream;

/** What people do in the cloud on ordinary days. */
record EverydayCloud(Everyday everyday, List<Device> owned) {

  EverydayCloud(Everyday everyday) {
    this(everyday, everyday.fleet().owned());
  }

  private record Habit(
      CloudApplication application, String action, String object, String type, boolean admin) {}

  private static final List<Habit> HABITS =
      List.of(
          habit(CloudApplication.EXCHANGE_ONLINE, "MailItemsAccessed", "Inbox", "Folder"),
          habit(CloudApplication.EXCHANGE_ONLINE, "MailItemsAccessed", "Inbox", "Folder"),
          habit(CloudApplication.EXCHANGE_ONLINE, "Send", "Re: contract draft", "Email"),
          habit(CloudApplication.EXCHANGE_ONLINE, "New-InboxRule", "Newsletters", "Rule"),
          habit(CloudApplication.SHAREPOINT_ONLINE, "FileAccessed", "budget_2024.xlsx", "File"),
          habit(CloudApplication.SHAREPOINT_ONLINE, "FileModified", "minutes.docx", "File"),
          habit(CloudApplication.SHAREPOINT_ONLINE, "FileDownloaded", "offer.pdf", "File"),
          habit(CloudApplication.ONEDRIVE, "FileUploaded", "photos.zip", "File"),
          habit(CloudApplication.ONEDRIVE, "FileSyncDownloadedFull", "plan.docx", "File"),
          habit(CloudApplication.ONEDRIVE, "SharingSet", "route.pptx", "File"),
          habit(CloudApplication.TEAMS, "MessageSent", "Shipping", "Channel"),
          habit(CloudApplication.TEAMS, "MeetingParticipantDetail", "Monday", "Meeting"),
          new Habit(CloudApplication.ENTRA_ID, "Update user.", "jjansky", "Account", true),
          new Habit(CloudApplication.ENTRA_ID, "Add member to group.", "Sales", "Group", true));

  private static Habit habit(
      CloudApplication application, String action, String object, String type) {
    return new Habit(application, action, object, type, false);
  }

  Stream<CloudActivity> activities(long count) {
    return Stream.generate(this::activity).limit(count);
  }

  Stream<SignIn> signIns(long count) {
    return Stream.generate(this::signIn).limit(count);
  }

  private CloudActivity activity() {
    Dice dice = everyday.dice();
    Habit habit = dice.pick(HABITS);
    Employee person =
        habit.admin() ? dice.pick(everyday.staff().administrators()) : everyday.someone();
    Place from = everyday.place();
    return new CloudActivity(
        everyday.month().sometime(dice),
        person,
        habit.application(),
        habit.action(),
        from,
        habit.object(),
        habit.type(),
        habit.admin(),
        raw(person, habit.application(), habit.action(), from, habit.object()));
  }

  static String raw(
      Employee person, CloudApplication application, String action, Place from, String object) {
    return Bag.of(
        "Operation",
        action,
        "Workload",
        application.label(),
        "UserId",
        person.address(),
        "ClientIP",
        from.ip(),
        "ObjectId",
        object,
        "ResultStatus",
        "Succeeded",
        "RecordType",
        application.number() % 100);
  }

  private SignIn signIn() {
    Dice dice = everyday.dice();
    Device device = dice.pick(owned);
    Employee person = device.owner() == null ? everyday.someone() : device.owner();
    return new SignIn(
        everyday.month().sometime(dice),
        person,
        dice.pick(List.of(CloudApplication.values())),
        everyday.place(),
        dice.chance(93) ? 0 : dice.of(50_126, 50_074, 50_053, 53_003, 50_140),
        dice.chance(85) ? device : null,
        dice.of("Browser", "Browser", "Mobile Apps and Desktop clients", "Exchange ActiveSync"),
        dice.chance(97) ? 0 : 10);
  }
}
