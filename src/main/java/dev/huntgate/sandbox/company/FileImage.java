package dev.huntgate.sandbox.company;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A file with its place, its hashes and who says to have made it. */
public record FileImage(
    String name,
    String folder,
    String sha1,
    String sha256,
    String md5,
    long size,
    String publisher,
    String product) {

  /** A file whose hashes follow from its name and publisher, so that equal files are equal. */
  static FileImage of(String name, String folder, String publisher, String product) {
    String content = name.toLowerCase(Locale.ROOT) + '/' + publisher + '/' + product;
    String sha256 = digest("SHA-256", content);
    long size = 20_000 + Long.parseLong(sha256.substring(0, 5), 16);
    return new FileImage(
        name,
        folder,
        digest("SHA-1", content),
        sha256,
        digest("MD5", content),
        size,
        publisher,
        product);
  }

  public String path() {
    return folder + (folder.startsWith("/") ? "/" : "\\") + name;
  }

  /** The same file under the spelling in which some tool wrote its name. */
  FileImage spelled(String otherName) {
    return new FileImage(otherName, folder, sha1, sha256, md5, size, publisher, product);
  }

  /** The same file in another folder. */
  FileImage in(String otherFolder) {
    return new FileImage(name, otherFolder, sha1, sha256, md5, size, publisher, product);
  }

  static String digest(String algorithm, String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java runtime has " + algorithm, impossible);
    }
  }
}
