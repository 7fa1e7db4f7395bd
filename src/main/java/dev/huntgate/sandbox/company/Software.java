package dev.huntgate.sandbox.company;

import java.util.List;

/**
 * A product that is installed at the company.
 *
 * @param where what runs it: windows, linux, macOS or any
 * @param weaknesses what is known to be wrong with this version
 */
record Software(
    String vendor,
    String name,
    String version,
    String where,
    String support,
    List<Weakness> weaknesses) {

  /**
   * A known weakness.
   *
   * @param id a made-up number of the common scheme
   * @param score from 0 to 10
   */
  record Weakness(String id, String level, double score, boolean exploited, String update) {}

  static final List<Software> CATALOGUE =
      List.of(
          new Software(
              "microsoft",
              "windows_os",
              "10.0.19045.3880",
              "windows",
              "",
              List.of(
                  new Weakness("CVE-2025-90011", "Critical", 9.8, true, "Security update of March"),
                  new Weakness("CVE-2025-90012", "High", 7.8, false, "Security update of March"))),
          new Software(
              "microsoft",
              "office",
              "16.0.17328",
              "windows",
              "",
              List.of(new Weakness("CVE-2025-90021", "High", 7.8, true, "Office update of March"))),
          new Software(
              "otter",
              "otterbrowse",
              "12.1.0",
              "any",
              "",
              List.of(
                  new Weakness("CVE-2025-90031", "High", 8.8, true, "Otterbrowse 12.3"),
                  new Weakness("CVE-2025-90032", "Medium", 6.5, false, "Otterbrowse 12.3"))),
          new Software(
              "tidevault",
              "tidevault",
              "4.7.2",
              "windows",
              "Upcoming EOS Version",
              List.of(new Weakness("CVE-2024-90041", "Medium", 5.5, false, "Tidevault 5.0"))),
          new Software("shelf_labs", "shelfscan", "2.0.9", "any", "", List.of()),
          new Software(
              "gannet",
              "gannet",
              "7.4.1",
              "windows",
              "",
              List.of(new Weakness("CVE-2025-90051", "Low", 3.1, false, "Gannet 7.5"))),
          new Software(
              "archiver",
              "pack64",
              "19.0",
              "windows",
              "EOS Version",
              List.of(new Weakness("CVE-2023-90061", "High", 7.8, true, ""))),
          new Software(
              "openbsd",
              "openssh",
              "8.9p1",
              "linux",
              "",
              List.of(new Weakness("CVE-2024-90071", "Critical", 9.1, true, "openssh 9.8p1"))),
          new Software(
              "nginx",
              "nginx",
              "1.18.0",
              "linux",
              "EOS Version",
              List.of(new Weakness("CVE-2023-90081", "High", 7.5, false, "nginx 1.26"))),
          new Software(
              "python",
              "python",
              "3.10.4",
              "linux",
              "",
              List.of(new Weakness("CVE-2024-90091", "Medium", 5.3, false, "python 3.12"))),
          new Software(
              "apple",
              "macos",
              "14.5",
              "macOS",
              "",
              List.of(new Weakness("CVE-2025-90101", "High", 7.8, false, "macOS 14.7"))));

  Software {
    weaknesses = List.copyOf(weaknesses);
  }

  boolean runsOn(Device device) {
    return where.equals("any")
        || (where.equals("windows") && device.windows())
        || where.equalsIgnoreCase(device.os().platform());
  }
}
