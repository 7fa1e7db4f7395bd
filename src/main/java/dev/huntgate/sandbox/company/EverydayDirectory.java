package dev.huntgate.sandbox.company;

import dev.huntgate.sandbox.company.DirectoryEvent.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What domain controllers are told and asked on ordinary days. */
record EverydayDirectory(Everyday everyday, List<Device> askers) {

  EverydayDirectory(Everyday everyday) {
    this(everyday, everyday.fleet().windows());
  }

  private static final String BASE = "DC=northwhale,DC=example";

  private static final List<Kind> CHANGES =
      List.of(
          change("Account Password changed", "Kerberos", Bag.of("TARGET_OBJECT.USER", "user")),
          change(
              "Group Membership changed",
              "Ldap",
              Bag.of("TO.GROUP", "Shipping", "FROM.GROUP", "", "Count", 1)),
          change(
              "Account Password Never Expires changed",
              "Ldap",
              Bag.of(
                  "FROM Account Password Never Expires",
                  false,
                  "TO Account Password Never Expires",
                  true)),
          change(
              "Account Password Not Required changed",
              "Ldap",
              Bag.of("OldValue", "False", "NewValue", "True")),
          change("Account Disabled changed", "Ldap", Bag.of("FROM", false, "TO", true)),
          change("Account Deleted changed", "Ldap", Bag.of("FROM", false, "TO", true)),
          change("Account Display Name changed", "Ldap", Bag.of("FROM", "Temp", "TO", "Temp 04")),
          change("User Title changed", "Ldap", Bag.of("FROM", "Clerk", "TO", "Dispatcher")),
          change("User Account Created", "Ldap", Bag.of("Count", 1)),
          change("Device Account Created", "Ldap", Bag.of("Count", 1)),
          change(
              "Service creation",
              "Rpc",
              Bag.of(
                  "ServiceName",
                  "tidevault",
                  "ServiceCommand",
                  "C:\\Program Files\\Tidevault\\tidevault.exe",
                  "Category",
                  "LateralMovement",
                  "AttackTechniques",
                  "System Services (T1569)")),
          change(
              "SMB file copy",
              "Smb",
              Bag.of(
                  "FileName",
                  "logon.cmd",
                  "FilePath",
                  "SYSVOL\\northwhale.example\\scripts",
                  "Method",
                  "Write",
                  "Count",
                  1)),
          change(
              "Task scheduling",
              "Rpc",
              Bag.of("TaskName", "\\Shelf\\Collect", "TaskContent", "collect.cmd")),
          change(
              "Group Policy settings were changed",
              "Ldap",
              Bag.of(
                  "GroupPolicyName",
                  "Default Domain Policy",
                  "DomainName",
                  Staff.DOMAIN,
                  "MachinePolicies",
                  "System\\Password\\MinimumLength=14,System\\Password\\History=24")),
          change("Private Data Retrieval", "Rpc", Bag.of("Count", 1)),
          change("Directory Service replication", "Drsr", Bag.of("ACTOR.DEVICE", "dc02")));

  private static final List<Kind> QUESTIONS =
      List.of(
          ldap("AllUsers", "(objectClass=user)", "All users"),
          ldap("AllComputers", "(objectCategory=computer)", "All computers"),
          ldap("AllGroups", "(objectClass=group)", "All groups"),
          ldap("AllPrinters", "(objectClass=printQueue)", "All printers"),
          ldap("SecurityPrincipal", "(sAMAccountName=cokafor)", "cokafor"),
          ldap("ServicePrincipalName", "(servicePrincipalName=*)", "Service accounts"),
          ldap("AllSecurityPrincipals", "(sAMAccountType=805306368)", "All accounts"),
          ldap("AdminSDHolder", "(adminCount=1)", "Protected accounts"),
          samr("EnumerateUsers", "All users"),
          samr("QueryGroup", "Domain Admins"),
          samr("QueryUser", "cokafor"),
          new Kind(
              "DNS query",
              "Dns",
              53,
              "Axfr",
              "Zone transfer",
              Staff.DOMAIN,
              Bag.of("Count", 1, "ResponseCode", "Refused")));

  private static Kind change(String action, String protocol, String details) {
    return new Kind(action, protocol, protocol.equals("Smb") ? 445 : 389, "", "", "", details);
  }

  private static Kind ldap(String type, String filter, String target) {
    return new Kind(
        "LDAP query",
        "Ldap",
        389,
        type,
        "LDAP Search Scope: WholeSubtree, Base Object: " + BASE + ", Search Filter: " + filter,
        target,
        Bag.of("Count", 1, "SearchFilter", filter, "BaseObject", BASE));
  }

  private static Kind samr(String type, String target) {
    return new Kind("SAMR query", "Samr", 445, type, "", target, Bag.of("Count", 1));
  }

  Stream<DirectoryEvent> changes(long count) {
    List<Employee> administrators = everyday.staff().administrators();
    return Stream.generate(
            () -> event(everyday.dice().pick(administrators), everyday.dice().pick(CHANGES)))
        .limit(count);
  }

  Stream<DirectoryEvent> questions(long count) {
    return Stream.generate(() -> event(everyday.someone(), everyday.dice().pick(QUESTIONS)))
        .limit(count);
  }

  private DirectoryEvent event(Employee actor, Kind kind) {
    return new DirectoryEvent(
        everyday.month().sometime(everyday.dice()),
        actor,
        everyday.dice().pick(askers),
        everyday.someone(),
        kind);
  }
}
