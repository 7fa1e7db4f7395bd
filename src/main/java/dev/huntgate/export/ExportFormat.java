package dev.huntgate.export;

/** The form of a file, by the ending of its path. */
public enum ExportFormat {
  /** RFC 4180, with a row of names first. */
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  /** A JSON object in each line. */
  NDJSON("ndjson", "application/x-ndjson; charset=utf-8");

  private final String ending;
  private final String contentType;

  ExportFormat(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  String ending() {
    return ending;
  }

  String contentType() {
    return contentType;
  }

  /** Where the result of this id is found in this form. */
  String path(String resultId) {
    return "/hunts/" + resultId + "." + ending;
  }
}
