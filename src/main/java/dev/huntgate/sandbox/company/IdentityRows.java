package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the people of the company as rows of IdentityInfo. */
record IdentityRows(RowShape shape) {

  private static final Map<String, String> TITLES =
      Map.of(
          "Finance", "Accountant",
          "Sales", "Account manager",
          "Engineering", "Engineer",
          "Shipping", "Dispatcher",
          "Legal", "Counsel",
          "Human resources", "Recruiter",
          "Marketing", "Editor",
          "IT operations", "System administrator");

  Stream<@Nullable Object[]> rows(Dice dice, Staff staff, Month month) {
    return staff.everyone().stream().map(person -> row(dice, person, staff, month));
  }

  private @Nullable Object[] row(Dice dice, Employee person, Staff staff, Month month) {
    Account account = person.account();
    boolean admin = staff.administrators().contains(person);
    Employee boss = staff.everyone().get(person.department().length() % 8);
    return shape
        .row()
        .set("Timestamp", month.end().minus(Duration.ofMinutes(dice.between(10, 1_400))))
        .set("ReportId", account.objectId())
        .set("AccountObjectId", account.objectId())
        .set("AccountUpn", account.upn())
        .set("OnPremSid", account.sid())
        .set("CloudSid", "S-1-12-1-" + Math.floorMod(account.sid().hashCode(), 1_000_000_000))
        .set("AccountDisplayName", account.displayName())
        .set("AccountName", account.name())
        .set("AccountDomain", Staff.DOMAIN)
        .set("CriticalityLevel", admin ? 1 : null)
        .set("Type", "User")
        .set(
            "DistinguishedName",
            "CN=" + person.displayName() + ",CN=Users,DC=northwhale,DC=example")
        .set("GivenName", person.firstName())
        .set("Surname", person.lastName())
        .set("Department", person.department())
        .set("JobTitle", TITLES.getOrDefault(person.department(), ""))
        .set("EmailAddress", person.address())
        .set("SipProxyAddress", person.address())
        .set("City", "Bremen")
        .set("Country", "DE")
        .set("IsAccountEnabled", !dice.chance(4))
        .set("Manager", boss.displayName())
        .set("Phone", "+49 555 01" + dice.between(10, 99))
        .set("CreatedDateTime", month.begin().minus(Duration.ofDays(dice.between(40, 2_000))))
        .set("ChangeSource", "AzureActiveDirectory")
        .set("BlastRadius", admin ? "High" : "Low")
        .set("CompanyName", "Northwhale")
        .set("EmployeeId", "E" + dice.between(1_000, 9_999))
        .set("OtherMailAddresses", "[]")
        .set("RiskLevel", "None")
        .set("Tags", admin ? "[\"Sensitive\"]" : "[]")
        .set("AssignedRoles", admin ? "[\"Security Administrator\"]" : "[]")
        .set("PrivilegedEntraPimRoles", "[]")
        .set("TenantId", Staff.TENANT)
        .set("SourceSystem", "Hybrid")
        .set("TenantMembershipType", "Member")
        .set("RiskStatus", "None")
        .set("UserAccountControl", "NormalAccount")
        .set("IdentityEnvironment", "Hybrid")
        .set("SourceProviders", "[\"ActiveDirectory\",\"AzureActiveDirectory\"]")
        .set("GroupMembership", Bag.list(List.of(person.department(), "Everyone")))
        .cells();
  }
}
