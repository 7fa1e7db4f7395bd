package dev.huntgate.sandbox.company;

/** A cloud service that the company uses; the numbers are those of the sandbox. */
public enum CloudApplication {
  EXCHANGE_ONLINE("Microsoft Exchange Online", 20_893),
  SHAREPOINT_ONLINE("Microsoft SharePoint Online", 20_892),
  ONEDRIVE("Microsoft OneDrive for Business", 15_600),
  TEAMS("Microsoft Teams", 28_375),
  ENTRA_ID("Microsoft 365", 11_161);

  private final String label;
  private final int number;

  CloudApplication(String label, int number) {
    this.label = label;
    this.number = number;
  }

  public String label() {
    return label;
  }

  public int number() {
    return number;
  }

  /** The identifier by which the directory knows it. */
  String directoryId() {
    return "00000003-0000-0ff1-ce00-%012d".formatted(number);
  }
}
