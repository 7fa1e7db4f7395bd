package dev.huntgate.sandbox.company;

/** An operating system as the hunting tables and the incidents describe it. */
public enum OperatingSystem {
  WINDOWS_11("Windows11", "23H2", 22631, "10.0", "Windows11"),
  WINDOWS_10("Windows10", "22H2", 19045, "10.0", "Windows10"),
  WINDOWS_SERVER_2019("WindowsServer2019", "1809", 17763, "10.0", "WindowsServer2019"),
  WINDOWS_SERVER_2022("WindowsServer2022", "21H2", 20348, "10.0", "WindowsServer2022"),
  MACOS("macOS", "14.5", 23, "14.5", "macOS"),
  LINUX("Linux", "22.4", 5, "22.4", "Ubuntu");

  private final String platform;
  private final String release;
  private final long build;
  private final String version;
  private final String distribution;

  OperatingSystem(
      String platform, String release, long build, String version, String distribution) {
    this.platform = platform;
    this.release = release;
    this.build = build;
    this.version = version;
    this.distribution = distribution;
  }

  public String platform() {
    return platform;
  }

  public String release() {
    return release;
  }

  public long build() {
    return build;
  }

  public String version() {
    return version;
  }

  public String distribution() {
    return distribution;
  }

  public boolean windows() {
    return platform.startsWith("Windows");
  }
}
