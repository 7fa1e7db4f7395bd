package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The changes to the registry of ordinary days. */
record EverydayRegistry(Everyday everyday, List<Device> windows) {

  EverydayRegistry(Everyday everyday) {
    this(everyday, everyday.fleet().windows());
  }

  private static final String MACHINE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\";

  private record Setting(String key, String name, String type, List<String> values) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(
              MACHINE + "Shelf Labs\\Shelfscan", "LastRun", "Qword", List.of("1", "2", "3")),
          new Setting(MACHINE + "Tidevault", "State", "Dword", List.of("0", "1")),
          new Setting(
              MACHINE + "Microsoft\\Windows\\CurrentVersion\\Run",
              "Tidevault",
              "String",
              List.of("C:\\Program Files\\Tidevault\\tidevault.exe")),
          new Setting(
              MACHINE + "Microsoft\\Windows\\CurrentVersion\\Uninstall\\Otterbrowse",
              "DisplayVersion",
              "String",
              List.of("12.1", "12.2", "12.3")),
          new Setting(
              MACHINE + "Microsoft\\Windows Defender\\Signature Updates",
              "AVSignatureVersion",
              "String",
              List.of("1.403.11.0", "1.403.48.0", "1.404.3.0")),
          new Setting(
              "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\tidevault",
              "Start",
              "Dword",
              List.of("2")),
          new Setting(
              "HKEY_CURRENT_USER\\Software\\Otter", "Theme", "String", List.of("dark", "light")));

  private static final String POLICIES = MACHINE + "Policies\\Microsoft\\Windows Defender";
  private static final String CONTROL = "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\";
  private static final String USER = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\";

  /** What administrators and installers set now and then, and attackers like to set, too. */
  private static final List<Setting> SELDOM =
      List.of(
          new Setting(
              MACHINE + "Microsoft\\Windows Defender\\Exclusions\\Paths",
              "C:\\ProgramData\\Shelfscan\\Temp",
              "Dword",
              List.of("0")),
          new Setting(
              MACHINE + "Microsoft\\Windows Defender\\Exclusions\\Extensions",
              ".idx",
              "Dword",
              List.of("0")),
          new Setting(POLICIES, "DisableAntiSpyware", "Dword", List.of("0")),
          new Setting(
              POLICIES + "\\Real-Time Protection",
              "DisableRealtimeMonitoring",
              "Dword",
              List.of("0", "1")),
          new Setting(
              CONTROL + "SecurityProviders\\WDigest",
              "UseLogonCredential",
              "Dword",
              List.of("0", "1")),
          new Setting(CONTROL + "Lsa", "RunAsPPL", "Dword", List.of("1")),
          new Setting(
              CONTROL + "Terminal Server", "fDenyTSConnections", "Dword", List.of("0", "1")),
          new Setting(
              MACHINE + "Microsoft\\Windows\\CurrentVersion\\Policies\\System",
              "EnableLUA",
              "Dword",
              List.of("1")),
          new Setting(
              MACHINE + "Microsoft\\Windows\\CurrentVersion\\RunOnce",
              "Shelfsetup",
              "String",
              List.of("C:\\ProgramData\\Shelfscan\\setup.exe /finish")),
          new Setting(
              MACHINE
                  + "Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options\\shelfview.exe",
              "Debugger",
              "String",
              List.of("C:\\ProgramData\\Shelfscan\\trace.exe")),
          new Setting(
              MACHINE + "Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
              "Shell",
              "String",
              List.of("explorer.exe")),
          new Setting(
              USER + "CurrentVersion\\Explorer\\RunMRU",
              "a",
              "String",
              List.of("cmd\\1", "notepad\\1")),
          new Setting(
              USER + "CurrentVersion\\Internet Settings",
              "ProxyServer",
              "String",
              List.of("proxy01.northwhale.example:3128")),
          new Setting(
              "HKEY_CURRENT_USER\\Control Panel\\Desktop\\SCRNSAVE.EXE",
              "SCRNSAVE.EXE",
              "String",
              List.of("C:\\Windows\\System32\\Mystify.scr")),
          new Setting(
              "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\shelfscan",
              "ImagePath",
              "ExpandString",
              List.of("C:\\ProgramData\\Shelfscan\\shelfscan.exe -service")));

  Stream<RegistryChange> stream(long count) {
    return Stream.generate(this::change).limit(count);
  }

  private RegistryChange change() {
    Dice dice = everyday.dice();
    Device device = dice.pick(windows);
    Instant at = everyday.month().sometime(dice);
    Setting setting = dice.pick(dice.chance(7) ? SELDOM : SETTINGS);
    boolean deleted = dice.chance(8);
    return new RegistryChange(
        at,
        everyday.residents().pick(dice, device, at),
        deleted
            ? "RegistryValueDeleted"
            : dice.chance(90) ? "RegistryValueSet" : "RegistryKeyCreated",
        setting.key(),
        setting.name(),
        setting.type(),
        deleted ? "" : dice.pick(setting.values()),
        dice.chance(60) ? dice.pick(setting.values()) : "");
  }
}
