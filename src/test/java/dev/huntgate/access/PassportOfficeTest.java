package dev.huntgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassportOfficeTest {

  private static final ServedTenants SERVED =
      ServedTenants.of(List.of("default", "acme", "zenith"));

  @ParameterizedTest
  @EnumSource
  void grantsAPermission_byARoleOfItsName(Permission permission) {
    assertEquals(
        EnumSet.of(permission), permissions("{'sub':'a','roles':['" + permission.text() + "']}"));
  }

  @ParameterizedTest
  @CsvSource({
    "Huntgate.Incidents.Read, INCIDENTS_READ",
    "Huntgate.Incidents.Write, INCIDENTS_WRITE",
    "Huntgate.Hunting.Saved, HUNTING_SAVED",
    "Huntgate.Hunting.Adhoc, HUNTING_ADHOC",
    "Huntgate.Export, EXPORT",
    "Huntgate.Admin, ADMIN"
  })
  void grantsAPermission_byTheRoleOfAnApplication(String role, Permission permission) {
    assertEquals(EnumSet.of(permission), permissions("{'sub':'a','roles':['" + role + "']}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'roles':['export','incidents.read']",
        "'realm_access':{'roles':['incidents.read','export','other']}",
        "'scp':'incidents.read export'",
        "'scope':'openid  export incidents.read'",
        "'scp':['export'],'roles':['incidents.read', 7, null, {'export':1}]"
      })
  void readsRolesAndScopes_whereIssuersPutThem(String claims) {
    assertEquals(
        EnumSet.of(Permission.INCIDENTS_READ, Permission.EXPORT),
        permissions("{'sub':'a'," + claims + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x':'y'",
        "'roles':{'export':true}",
        "'roles':['Export','EXPORT','export ','export incidents.read']",
        "'groups':['admin']",
        "'realm_access':['admin']",
        "'resource_access':{'huntgate':{'roles':['admin']}}"
      })
  void grantsNothing_byAnythingElse(String claims) {
    assertEquals(Set.of(), permissions("{'sub':'a'," + claims + "}"));
  }

  @Test
  void grantsByOtherNamesAndClaims_whenConfigured() {
    AuthConfig config =
        AuthSettings.of(
            "roles.claims", "resource_access/huntgate/roles,https://example/groups",
            "roles.incidents-read", "soc-reader,soc-analyst",
            "roles.hunting-adhoc", "soc-analyst");
    assertEquals(
        EnumSet.of(Permission.INCIDENTS_READ, Permission.HUNTING_ADHOC, Permission.ADMIN),
        caller(
                config,
                "{'sub':'a','roles':['export'],"
                    + "'resource_access':{'huntgate':{'roles':['soc-analyst']}},"
                    + "'https://example/groups':['admin','incidents.read']}")
            .permissions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'preferred_username':'alice','upn':'u','azp':'p','sub':'s'} | alice",
        "{'upn':'alice@x.example','azp':'p','sub':'s'} | alice@x.example",
        "{'azp':'app-1','appid':'app-0','sub':'s'} | app-1",
        "{'appid':'app-1','sub':'s'} | app-1",
        "{'preferred_username':' ','azp':7,'sub':'s'} | s"
      })
  void namesACaller_byTheFirstUsualClaim(String claims, String name) {
    assertEquals(name, caller(AuthSettings.of(), claims).name());
  }

  @Test
  void namesACaller_byTheConfiguredClaimOnly() {
    AuthConfig config = AuthSettings.of("name-claim", "oid");
    assertEquals("1-2", caller(config, "{'preferred_username':'alice','oid':'1-2'}").name());
    assertThrows(
        IllegalArgumentException.class, () -> passport(config, "{'preferred_username':'alice'}"));
  }

  @Test
  void keepsANameToOneShortLine() {
    String name = caller(AuthSettings.of(), "{'sub':'a\\nb\\u0000" + "x".repeat(300) + "'}").name();
    assertEquals("a?b?" + "x".repeat(196), name);
  }

  @Test
  void refusesATokenThatNamesNobody() {
    assertThrows(
        IllegalArgumentException.class,
        () -> passport(AuthSettings.of(), "{'roles':['admin'],'exp':1}"));
  }

  @Test
  void isGood_untilTheTokenEndsByEitherClock() {
    Passport passport = passport(AuthSettings.of("leeway", "PT10S"), "{'sub':'a','exp':1000}");
    assertEquals(Instant.ofEpochSecond(1010), passport.expiry());
  }

  @Test
  void isForTheTenantDefault_whenNothingIsSaidOfTenants() {
    String claims = "{'sub':'a','tenant':'acme'}";
    assertEquals(List.of("default"), tenants(AuthSettings.of(), claims));
    assertEquals(List.of("default"), tenants(AuthSettings.of("tenant-claim", "org"), claims));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'acme' | acme",
        "'ACME' | acme",
        "['zenith','acme','zenith'] | zenith",
        "['nobody','acme'] | acme",
      })
  void isForTheTenantInTheClaim(String claim, String tenant) {
    assertEquals(
        List.of(tenant),
        tenants(AuthSettings.of("tenant-claim", "org"), "{'sub':'a','org':" + claim + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'nobody'", "''", "[]", "7", "null", "{'acme':1}", "'acme zenith'"})
  void isForNoTenant_whenTheClaimNamesNoneThatIsServed(String claim) {
    Passport passport =
        passport(AuthSettings.of("tenant-claim", "org"), "{'sub':'a','org':" + claim + "}");
    assertForbidden(passport, null);
    assertForbidden(passport, "default");
  }

  @Test
  void letsTheHeaderChoose_amongTheTenantsOfTheCaller() {
    AuthConfig config = AuthSettings.of("tenant-claim", "org", "tenant-header", "true");
    Passport passport = passport(config, "{'sub':'a','org':['acme','zenith']}");
    assertEquals("acme", passport.caller(null).tenant().name());
    assertEquals("zenith", passport.caller("Zenith").tenant().name());
    assertForbidden(passport, "default");
    assertForbidden(passport, "");
  }

  @Test
  void letsTheHeaderChooseNothing_unlessAllowed() {
    Passport passport = passport(AuthSettings.of(), "{'sub':'a'}");
    assertEquals("default", passport.caller("default").tenant().name());
    assertForbidden(passport, "acme");
    Passport claimed =
        passport(AuthSettings.of("tenant-claim", "org"), "{'sub':'a','org':['acme','zenith']}");
    assertForbidden(claimed, "zenith");
  }

  @Test
  void letsEverybodyChoose_whenTokensTellNothingOfTenantsAndItIsAllowed() {
    AuthConfig config = AuthSettings.of("tenant-header", "true");
    assertEquals(List.of("default", "acme", "zenith"), tenants(config, "{'sub':'a'}"));
    assertEquals(
        "acme", new PassportOffice(config, SERVED).anonymous().caller("acme").tenant().name());
    assertForbidden(new PassportOffice(AuthSettings.of(), SERVED).anonymous(), "acme");
  }

  private static void assertForbidden(Passport passport, String chosen) {
    FailureException thrown = assertThrows(FailureException.class, () -> passport.caller(chosen));
    assertEquals(FailureCode.FORBIDDEN, thrown.failure().code());
  }

  private static List<String> tenants(AuthConfig config, String claims) {
    return passport(config, claims).callers().stream()
        .map(caller -> caller.tenant().name())
        .toList();
  }

  private static Set<Permission> permissions(String claims) {
    return caller(AuthSettings.of(), claims).permissions();
  }

  private static Caller caller(AuthConfig config, String claims) {
    return passport(config, claims).caller(null);
  }

  private static Passport passport(AuthConfig config, String claims) {
    String payload = claims.replace('\'', '"');
    String token =
        "e30."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + ".c2ln";
    return new PassportOffice(config, SERVED).issue(TokenClaims.of(token));
  }
}
