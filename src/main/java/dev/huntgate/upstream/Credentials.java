package dev.huntgate.upstream;

import java.nio.file.Path;

/** By what Huntgate shows the login service who it is; never printed. */
public sealed interface Credentials {

  /** A client secret. */
  record ClientSecret(String value) implements Credentials {
    @Override
    public String toString() {
      return "ClientSecret[***]";
    }
  }

  /**
   * A client secret in a file.
   *
   * @param file a text file, read anew for each token, so that it can be replaced
   */
  record SecretFile(Path file) implements Credentials {}

  /**
   * A certificate with its private key in a key store.
   *
   * @param file a PKCS#12 or JKS file, read anew for each token, so that it can be replaced
   */
  record Certificate(Path file, String password) implements Credentials {
    @Override
    public String toString() {
      return "Certificate[" + file + ", ***]";
    }
  }

  /**
   * A token of a trusted issuer, such as a Kubernetes service account's.
   *
   * @param file the file that holds it, read anew for each token, since the platform renews it
   */
  record FederatedToken(Path file) implements Credentials {}
}
