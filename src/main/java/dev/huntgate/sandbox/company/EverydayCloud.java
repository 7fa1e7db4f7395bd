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

  /** What happens now and then, and that hunters ask for. */
  private static final List<Habit> SELDOM =
      List.of(
          habit(CloudApplication.EXCHANGE_ONLINE, "Set-InboxRule", "Newsletters", "Rule"),
          habit(CloudApplication.EXCHANGE_ONLINE, "UpdateInboxRules", "Archive", "Rule"),
          habit(CloudApplication.EXCHANGE_ONLINE, "HardDelete", "Old drafts", "Email"),
          habit(CloudApplication.SHAREPOINT_ONLINE, "AnonymousLinkCreated", "offer.pdf", "File"),
          habit(CloudApplication.SHAREPOINT_ONLINE, "SecureLinkCreated", "route.pptx", "File"),
          habit(CloudApplication.ONEDRIVE, "FileDeleted", "photos.zip", "File"),
          habit(CloudApplication.TEAMS, "MessageCreatedHasLink", "Shipping", "Channel"),
          habit(CloudApplication.TEAMS, "ChatCreated", "Tall Ship desk", "Chat"),
          habit(CloudApplication.ENTRA_ID, "User registered security info", "Phone", "Account"),
          admin("Set-Mailbox", "info"),
          admin("Add member to role.", "Helpdesk Administrator"),
          admin("Add eligible member to role in PIM completed.", "Exchange Administrator"),
          admin("Reset user password.", "cokafor"),
          admin("Disable account.", "temp04"),
          admin("Disable Strong Authentication.", "temp04"),
          admin("Add service principal.", "Shelfscan connector"),
          admin("Add OAuth2PermissionGrant.", "Shelfscan connector"),
          admin("Add app role assignment to service principal.", "Shelfscan connector"),
          admin("Update application \u2013 Certificates and secrets management ", "Shelfscan"),
          admin("Update conditional access policy.", "Require MFA"));

  private static Habit admin(String action, String object) {
    return new Habit(CloudApplication.ENTRA_ID, action, object, "Account", true);
  }

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
    Habit habit = dice.pick(dice.chance(12) ? SELDOM : HABITS);
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
        application.number() % 100,
        "SessionId",
        FileImage.digest("MD5", person.address() + from.ip()).substring(0, 16),
        "Parameters",
        new Bag.Ready(action.contains("InboxRule") ? rule(object) : "[]"));
  }

  private static String rule(String folder) {
    return "["
        + Bag.of("Name", "MoveToFolder", "Value", folder)
        + ","
        + Bag.of("Name", "SubjectContainsWords", "Value", "newsletter")
        + "]";
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
