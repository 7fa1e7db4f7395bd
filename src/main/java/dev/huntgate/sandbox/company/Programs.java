package dev.huntgate.sandbox.company;

import java.util.List;

/** The programs that run at the company, wanted and unwanted. */
final class Programs {

  private static final String SYSTEM32 = "C:\\Windows\\System32";
  private static final String WINDOWS = "Operating system";
  private static final String OS_MAKER = "Microsoft Corporation";

  static final FileImage EXPLORER = FileImage.of("explorer.exe", "C:\\Windows", OS_MAKER, WINDOWS);
  static final FileImage SERVICES = system("services.exe");
  static final FileImage SVCHOST = system("svchost.exe");
  static final FileImage CMD = system("cmd.exe");
  static final FileImage WMIC = system("wmic.exe");
  static final FileImage VSSADMIN = system("vssadmin.exe");
  static final FileImage RUNDLL32 = system("rundll32.exe");
  static final FileImage SCHTASKS = system("schtasks.exe");
  static final FileImage LSASS = system("lsass.exe");
  static final FileImage WSMPROVHOST = system("wsmprovhost.exe");
  static final FileImage POWERSHELL =
      FileImage.of(
          "powershell.exe", SYSTEM32 + "\\WindowsPowerShell\\v1.0", OS_MAKER, "PowerShell");
  static final FileImage WORD =
      FileImage.of("WINWORD.EXE", "C:\\Program Files\\Office16", OS_MAKER, "Word");
  static final FileImage OUTLOOK =
      FileImage.of("OUTLOOK.EXE", "C:\\Program Files\\Office16", OS_MAKER, "Outlook");
  static final FileImage BROWSER =
      FileImage.of("otterbrowse.exe", "C:\\Program Files\\Otter", "Otter Software", "Otterbrowse");
  static final FileImage BACKUP =
      FileImage.of("tidevault.exe", "C:\\Program Files\\Tidevault", "Tidevault AG", "Tidevault");
  static final FileImage INVENTORY =
      FileImage.of("shelfscan.exe", "C:\\ProgramData\\Shelfscan", "Shelf Labs", "Shelfscan");

  static final FileImage ANTIVIRUS =
      FileImage.of("MsMpEng.exe", "C:\\ProgramData\\Defender", OS_MAKER, "Antivirus");
  static final FileImage CHAT =
      FileImage.of("gannet.exe", "C:\\Program Files\\Gannet", "Gannet Ltd", "Gannet");
  static final FileImage USERINIT = system("userinit.exe");
  static final FileImage NET = system("net.exe");
  static final FileImage WHOAMI = system("whoami.exe");
  static final FileImage IPCONFIG = system("ipconfig.exe");
  static final FileImage NSLOOKUP = system("nslookup.exe");
  static final FileImage SYSTEMINFO = system("systeminfo.exe");
  static final FileImage TASKLIST = system("tasklist.exe");
  static final FileImage REG = system("reg.exe");
  static final FileImage SC = system("sc.exe");
  static final FileImage CERTUTIL = system("certutil.exe");
  static final FileImage BITSADMIN = system("bitsadmin.exe");
  static final FileImage MSHTA = system("mshta.exe");
  static final FileImage REGSVR32 = system("regsvr32.exe");
  static final FileImage NLTEST = system("nltest.exe");
  static final FileImage WSCRIPT = system("wscript.exe");

  static final FileImage INIT = FileImage.of("systemd", "/usr/lib/systemd", "", "systemd");
  static final FileImage NGINX = FileImage.of("nginx", "/usr/sbin", "", "nginx");
  static final FileImage PYTHON = FileImage.of("python3", "/usr/bin", "", "python3");
  static final FileImage BASH = FileImage.of("bash", "/usr/bin", "", "bash");
  static final FileImage SSHD = FileImage.of("sshd", "/usr/sbin", "", "openssh");
  static final FileImage CURL = FileImage.of("curl", "/usr/bin", "", "curl");
  static final FileImage CRON = FileImage.of("cron", "/usr/sbin", "", "cron");
  static final FileImage LAUNCHD = FileImage.of("launchd", "/sbin", "", "launchd");
  static final FileImage ZSH = FileImage.of("zsh", "/bin", "", "zsh");

  static final FileImage LOADER = unsigned("invoice_viewer.exe", "C:\\Users\\Public\\Downloads");
  static final FileImage STEALER = unsigned("driftkey.dll", "C:\\ProgramData\\cache");
  static final FileImage LOCKER = unsigned("blacktide.exe", "C:\\Windows\\Temp");
  static final FileImage WORM = unsigned("usbsync.exe", "E:\\");
  static final FileImage ARCHIVER = unsigned("pack64.exe", "C:\\ProgramData\\cache");
  static final FileImage LOOT = unsigned("q2.7z", "C:\\ProgramData\\cache");
  static final FileImage MINER = unsigned("kworkerd", "/tmp/.x");
  static final FileImage MACRO_DOCUMENT =
      FileImage.of("Invoice_April.docm", "C:\\Users\\Public\\Downloads", "", "");

  static final List<FileImage> DAILY =
      List.of(POWERSHELL, CMD, SVCHOST, BROWSER, WORD, OUTLOOK, BACKUP, INVENTORY, SCHTASKS);

  /** What is found installed or dropped, for the tables that list files. */
  static final List<FileImage> SIGNED =
      List.of(
          EXPLORER,
          SERVICES,
          SVCHOST,
          CMD,
          WMIC,
          VSSADMIN,
          RUNDLL32,
          SCHTASKS,
          LSASS,
          WSMPROVHOST,
          POWERSHELL,
          WORD,
          OUTLOOK,
          BROWSER,
          BACKUP,
          INVENTORY,
          ANTIVIRUS,
          CHAT,
          NET,
          CERTUTIL);

  static final List<FileImage> UNSIGNED = List.of(LOADER, STEALER, LOCKER, WORM, ARCHIVER);

  private Programs() {}

  static FileImage system(String name) {
    return FileImage.of(name, SYSTEM32, OS_MAKER, WINDOWS);
  }

  private static FileImage unsigned(String name, String folder) {
    return FileImage.of(name, folder, "", "");
  }
}
