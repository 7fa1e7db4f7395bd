package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Locale;

/** Makes key stores as an operator would: a self-signed RSA certificate, by the JDK's keytool. */
final class KeyStoresForTests {

  static final String PASSWORD = "open-sesame";
  private static final String ALIAS = "huntgate";

  private KeyStoresForTests() {}

  /**
   * Makes a key store.
   *
   * @param type PKCS12 or JKS; the file is named for it
   */
  static Path create(Path directory, String type) throws IOException, InterruptedException {
    Path file =
        directory.resolve("client." + (type.equals("JKS") ? "jks" : type.toLowerCase(Locale.ROOT)));
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=huntgate.example",
                "-storetype",
                type,
                "-storepass",
                PASSWORD,
                "-keypass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    return file;
  }

  static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
    return (X509Certificate) open(file).getCertificate(ALIAS);
  }

  /** Writes a key store with the certificate alone, as for trusting it. */
  static Path withoutKey(Path file, Path directory) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD.toCharArray());
    store.setCertificateEntry(ALIAS, certificate(file));
    Path trust = directory.resolve("trust.p12");
    try (var out = Files.newOutputStream(trust)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return trust;
  }

  private static KeyStore open(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(file.toString().endsWith(".jks") ? "JKS" : "PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
