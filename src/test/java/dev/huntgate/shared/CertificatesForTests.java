package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of one's own and a server's certificate of it for 127.0.0.1, as files in PEM. */
final class CertificatesForTests {

  private static final String PASSWORD = "open-sesame";

  final Path authority;
  final Path certificate;
  final Path key;

  CertificatesForTests(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("store.p12");
    make(file, "authority", "-ext", "bc:c");
    make(file, "server", "-signer", "authority", "-ext", "san=ip:127.0.0.1");
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      authority =
          pem(folder, "authority", "CERTIFICATE", store.getCertificate("authority").getEncoded());
      certificate =
          pem(folder, "server", "CERTIFICATE", store.getCertificate("server").getEncoded());
      key =
          pem(
              folder,
              "key",
              "PRIVATE KEY",
              store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path store, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
  }

  private static Path pem(Path folder, String name, String kind, byte[] content)
      throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
