package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The programs that people and jobs start on ordinary days. */
record EverydayPrograms(Everyday everyday) {

  /** What administrators' and vendors' scripts run, and what attackers like to run, too. */
  private static final List<Command> CHORES =
      List.of(
          new Command(Programs.NET, "net.exe use Z: \\\\files01\\finance"),
          new Command(Programs.NET, "net user /domain"),
          new Command(Programs.NET, "net localgroup administrators"),
          new Command(Programs.WHOAMI, "whoami /groups"),
          new Command(Programs.IPCONFIG, "ipconfig /all"),
          new Command(Programs.NSLOOKUP, "nslookup erp01.northwhale.example"),
          new Command(Programs.SYSTEMINFO, "systeminfo"),
          new Command(Programs.TASKLIST, "tasklist /svc"),
          new Command(Programs.REG, "reg query HKLM\\SOFTWARE\\Shelf /s"),
          new Command(Programs.REG, "reg add HKCU\\Software\\Otter /v Theme /d dark /f"),
          new Command(Programs.SC, "sc.exe query tidevault"),
          new Command(Programs.CERTUTIL, "certutil.exe -verify build.cer"),
          new Command(Programs.CERTUTIL, "certutil -urlcache -split -f https://dl.shelf.example/a"),
          new Command(Programs.BITSADMIN, "bitsadmin /list /allusers"),
          new Command(Programs.MSHTA, "mshta.exe C:\\ProgramData\\Shelfscan\\about.hta"),
          new Command(Programs.REGSVR32, "regsvr32.exe /s shelfview.dll"),
          new Command(Programs.RUNDLL32, "rundll32.exe shell32.dll,Control_RunDLL"),
          new Command(Programs.WMIC, "wmic.exe os get caption"),
          new Command(Programs.SCHTASKS, "schtasks.exe /query /fo csv"),
          new Command(Programs.NLTEST, "nltest /dclist:northwhale"),
          new Command(Programs.NLTEST, "nltest /domain_trusts"),
          new Command(Programs.NET, "net group \"Domain Admins\" /domain"),
          new Command(Programs.NET, "net view /domain"),
          new Command(Programs.WHOAMI, "whoami /all"),
          new Command(Programs.REG, "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services"),
          new Command(
              Programs.SC, "sc.exe create shelfscan binPath= C:\\ProgramData\\Shelfscan\\s.exe"),
          new Command(
              Programs.BITSADMIN, "bitsadmin /transfer shelf https://dl.shelf.example/b c:\\b"),
          new Command(
              Programs.REGSVR32, "regsvr32 /s /u /i:https://dl.shelf.example/s.sct scrobj.dll"),
          new Command(Programs.WMIC, "wmic /node:files01 process call create \"cmd.exe /c ver\""),
          new Command(
              Programs.SCHTASKS, "schtasks /create /tn Shelf\\Collect /tr collect.cmd /sc daily"),
          new Command(Programs.system("netstat.exe"), "netstat -ano"),
          new Command(Programs.system("arp.exe"), "arp -a"),
          new Command(Programs.system("route.exe"), "route print"),
          new Command(Programs.system("quser.exe"), "quser"),
          new Command(Programs.system("hostname.exe"), "hostname"),
          new Command(Programs.system("PING.EXE"), "ping -n 2 files01.northwhale.example"),
          new Command(Programs.system("gpresult.exe"), "gpresult /r"),
          new Command(Programs.system("wevtutil.exe"), "wevtutil qe System /c:20 /f:text"),
          new Command(Programs.system("wevtutil.exe"), "wevtutil cl Setup"),
          new Command(Programs.system("netsh.exe"), "netsh advfirewall show allprofiles"),
          new Command(Programs.system("netsh.exe"), "netsh interface portproxy show all"),
          new Command(Programs.system("bcdedit.exe"), "bcdedit /enum"),
          new Command(
              Programs.system("cscript.exe"), "cscript.exe //B C:\\ProgramData\\Shelfscan\\a.js"),
          new Command(
              Programs.system("msiexec.exe"), "msiexec /q /i https://dl.shelf.example/s.msi"),
          new Command(
              Programs.system("curl.exe"), "curl.exe -L -o s.zip https://dl.shelf.example/s.zip"),
          new Command(Programs.system("mstsc.exe"), "mstsc.exe /v:jump01.northwhale.example"),
          new Command(Programs.WSCRIPT, "wscript.exe C:\\ProgramData\\Shelfscan\\tidy.vbs"));

  private static final List<String> SHELL =
      List.of(
          "powershell.exe -File C:\\ProgramData\\Shelfscan\\collect.ps1",
          "powershell.exe -NoProfile -Command \"Get-Date\"",
          "powershell.exe",
          "PowerShell.exe -ExecutionPolicy Bypass -File \\\\files01\\tools\\update.ps1",
          "powershell.exe -NoProfile -EncodedCommand RwBlAHQALQBEAGEAdABlAA==",
          "powershell.exe -Command \"Invoke-WebRequest https://dl.shelf.example/list.txt\"",
          "powershell.exe -nop -w hidden -c \"IEX (New-Object"
              + " Net.WebClient).DownloadString('https://dl.shelf.example/setup.ps1')\"",
          "powershell.exe -Command \"Add-MpPreference -ExclusionPath C:\\ProgramData\\Shelfscan\"",
          "powershell.exe -Command \"Get-ADUser -Filter * | Export-Csv people.csv\"");

  private static final List<String> LINES =
      List.of(
          "curl -fsS https://mirror.saltmarsh.example/index",
          "python3 /opt/shelfscan/agent.py --once",
          "bash -c 'df -h'",
          "zsh -l",
          "bash /usr/local/bin/rotate.sh");

  private record Command(FileImage image, String line) {}

  Stream<ProcessStart> stream(long count) {
    return Stream.generate(this::process).limit(count);
  }

  private ProcessStart process() {
    Dice dice = everyday.dice();
    Device device = everyday.device();
    Instant at = everyday.month().sometime(dice);
    Command command = device.windows() ? windows() : unix();
    FileImage image = command.image();
    ProcessStart parent = everyday.residents().pick(dice, device, at);
    Account account = dice.chance(35) ? Everyday.system(device) : device.usualAccount();
    return new ProcessStart(
        at,
        device,
        account,
        image.spelled(spelling(image.name())),
        dice.processId(),
        command.line(),
        parent.asParent(),
        account.upn() == null,
        device.kind() == Device.Kind.SERVER && dice.chance(20));
  }

  private Command windows() {
    Dice dice = everyday.dice();
    if (dice.chance(12)) {
      return dice.pick(CHORES);
    }
    FileImage image = dice.pick(Programs.DAILY);
    if (image == Programs.POWERSHELL) {
      return new Command(image, dice.pick(SHELL));
    }
    if (image == Programs.CMD) {
      return new Command(image, dice.of("cmd.exe /c dir", "cmd.exe", "cmd /c \"echo done\""));
    }
    String rest = dice.of("", " --background", " -k netsvcs", " /q");
    return new Command(image, dice.chance(10) ? "" : image.name() + rest);
  }

  private Command unix() {
    Dice dice = everyday.dice();
    FileImage image = dice.of(Programs.BASH, Programs.CURL, Programs.ZSH, Programs.PYTHON);
    return new Command(image, dice.pick(LINES));
  }

  /** The case of a file name is whatever the caller of the program wrote. */
  private String spelling(String name) {
    Dice dice = everyday.dice();
    if (!name.endsWith(".exe") || dice.chance(80)) {
      return name;
    }
    return dice.chance(50)
        ? name.toUpperCase(Locale.ROOT)
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
