package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a change to a file as a row of DeviceFileEvents. */
record FileRows(RowShape shape) {

  @Nullable Object[] row(FileChange change) {
    FileImage file = change.file();
    RowShape.Row row =
        ActorColumns.file(ActorColumns.start(shape, change, change.action()), file)
            .set("FileOriginUrl", change.originUrl())
            .set("PreviousFileName", change.previousName())
            .set("PreviousFolderPath", change.previousName().isEmpty() ? "" : file.folder())
            .set("IsAzureInfoProtectionApplied", false)
            .set("AdditionalFields", Bag.of("FileType", type(file.name())));
    Account requester = change.requester();
    if (requester != null) {
      row.set("RequestProtocol", "Smb")
          .set("RequestAccountName", requester.name())
          .set("RequestAccountDomain", requester.domain())
          .set("RequestAccountSid", requester.sid())
          .set("RequestSourceIP", change.device().ip())
          .set("RequestSourcePort", 445)
          .set("ShareName", "finance");
    }
    return row.cells();
  }

  static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT)) {
      case "exe", "dll" -> "PortableExecutable";
      case "docx", "docm", "xlsx", "pptx" -> "OfficeOpenXml";
      case "pdf" -> "Pdf";
      case "zip", "7z" -> "Archive";
      case "ps1", "js", "vbs", "sh" -> "Script";
      default -> "Unknown";
    };
  }
}
