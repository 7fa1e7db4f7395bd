package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.redis.client.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging on to a real Redis, over TLS, as a user who may do only what is documented. */
class RedisLoginTest {

  private static final String SECRET = "s3cr:et/@1";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TLS = RedisForTests.freePort();

  @TempDir private static Path folder;
  private static CertificatesForTests certificates;
  private static RedisForTests redis;

  @BeforeAll
  static void start() throws Exception {
    certificates = new CertificatesForTests(folder);
    redis = RedisForTests.with();
    List<String> user = new ArrayList<>(List.of("SETUSER", "huntgate", "on", ">" + SECRET));
    user.addAll(List.of(AccessRules.RULES.split(" ")));
    redis.run(Command.ACL, user.toArray());
    if (redis.run(Command.CONFIG, "GET", "tls-port").size() > 0) {
      set("tls-cert-file", certificates.certificate.toString());
      set("tls-key-file", certificates.key.toString());
      set("tls-ca-cert-file", certificates.authority.toString());
      set("tls-auth-clients", "no");
      set("tls-port", String.valueOf(TLS));
    }
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  void takesSteps_overTls_asTheUser() {
    requireTls();
    try (RedisStore store = store("rediss://127.0.0.1:" + TLS, trusting(login(SECRET)))) {
      store.ping().await().atMost(PATIENCE);
      String reply = StoresForTests.look(store).await().atMost(PATIENCE);

      assertTrue(reply.contains("\"life\""), reply);
      assertTrue(redis.run(Command.CLIENT, "LIST").toString().contains("user=huntgate"));
    }
  }

  @Test
  void isTheUser_thoughTheDefaultOneNeedsNoPassword() {
    String address = redis.address().replace("//", "//huntgate:s3cr%3Aet%2F%401@");
    for (RedisStore each :
        List.of(store(address, Map.of()), store(redis.address(), login(SECRET)))) {
      try (RedisStore store = each) {
        store.ping().await().atMost(PATIENCE);

        assertTrue(redis.run(Command.CLIENT, "LIST").toString().contains("user=huntgate"));
      }
    }
  }

  @Test
  void trustsNoServer_whoseAuthorityItDoesNotKnow() {
    requireTls();
    String said = refused("rediss://127.0.0.1:" + TLS, login(SECRET));

    assertTrue(said.contains("its certificate is not trusted"), said);
    assertTrue(said.contains("HUNTGATE_SHARED_CERTIFICATE_FILE"), said);
  }

  @Test
  void trustsNoServer_whoseCertificateIsForAnotherName() {
    requireTls();
    String said = refused("rediss://localhost:" + TLS, trusting(login(SECRET)));

    assertTrue(said.contains("its certificate is not trusted"), said);
  }

  @Test
  void tellsThatThePasswordIsWrong_withoutIt() {
    String said = refused(redis.address(), login("an0ther"));

    assertTrue(said.contains("WRONGPASS"), said);
    assertTrue(said.contains("HUNTGATE_SHARED_PASSWORD"), said);
  }

  @Test
  void tellsThatThePasswordIsWrong_overTls_withoutIt() {
    requireTls();
    String said = refused("rediss://127.0.0.1:" + TLS, trusting(login("an0ther")));

    assertTrue(said.contains("WRONGPASS"), said);
  }

  @Test
  void tellsWhatTheUserMayNotDo() {
    redis.run(Command.ACL, "SETUSER", "poor", "on", ">" + SECRET, "~huntgate:v1:*", "-@all");

    String said = refused(redis.address(), Map.of("user", "poor", "password", SECRET));

    assertTrue(said.contains("NOPERM"), said);
  }

  @Test
  void refusesTheStart_whenTheCertificateFileIsNotThere() {
    Map<String, String> settings =
        Map.of("certificate-file", folder.resolve("none.pem").toString());

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> RedisAddress.of("rediss://localhost", SettingsForTests.with(settings)));

    assertTrue(String.valueOf(refused.getMessage()).contains("none.pem"));
  }

  @Test
  void needsWhatTheScriptsCall_andNothingElse() throws Exception {
    StringBuilder scripts = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/huntgate/shared"))) {
      for (Path file : files.toList()) {
        scripts.append(Files.readString(file));
      }
    }
    TreeSet<String> called =
        Pattern.compile("redis\\.call\\('(\\w+)'")
            .matcher(scripts)
            .results()
            .map(call -> call.group(1).toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    called.addAll(List.of("ping", "select", "subscribe", "eval", "evalsha"));

    TreeSet<String> allowed =
        Stream.of(AccessRules.RULES.split(" "))
            .filter(rule -> rule.startsWith("+"))
            .map(rule -> rule.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(called, allowed);
  }

  @Test
  void needsWhatTheReadmeSays() throws Exception {
    String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ");

    assertTrue(readme.contains("ACL SETUSER huntgate on >password " + AccessRules.RULES));
  }

  private static String refused(String address, Map<String, String> settings) {
    try (RedisStore store = store(address, settings)) {
      StoreUnavailable failure =
          assertThrows(StoreUnavailable.class, () -> store.ping().await().atMost(PATIENCE));
      String said = String.valueOf(failure.getMessage());
      Arrays.asList(SECRET, "s3cr%3Aet%2F%401", "an0ther")
          .forEach(secret -> assertFalse(said.contains(secret), said));
      return said;
    }
  }

  private static RedisStore store(String address, Map<String, String> settings) {
    return new RedisStore(
        redis.vertx(), RedisAddress.of(address, SettingsForTests.with(settings)), PATIENCE);
  }

  private static Map<String, String> login(String password) {
    return Map.of("user", "huntgate", "password", password);
  }

  private static Map<String, String> trusting(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("certificate-file", certificates.authority.toString());
    return all;
  }

  private static void set(String name, String value) {
    redis.run(Command.CONFIG, "SET", name, value);
  }

  private static void requireTls() {
    assumeTrue(redis.run(Command.CONFIG, "GET", "tls-port").size() > 0, "this Redis has no TLS");
  }
}
