package dev.huntgate.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The script that takes the ledger's steps in Redis, and the digest by which Redis knows it. */
final class LedgerScript {

  private static final List<String> PARTS =
      List.of(
          "1-step.lua",
          "2-windows.lua",
          "3-queue.lua",
          "4-account.lua",
          "5-replicas.lua",
          "6-main.lua");

  private final String text;
  private final String digest;

  LedgerScript() {
    StringBuilder joined = new StringBuilder();
    PARTS.forEach(part -> joined.append(read(part)).append('\n'));
    this.text = joined.toString();
    this.digest = digest(text);
  }

  String text() {
    return text;
  }

  String digest() {
    return digest;
  }

  private static String read(String part) {
    try (InputStream in = LedgerScript.class.getResourceAsStream(part)) {
      if (in == null) {
        throw new IllegalStateException("The script's part " + part + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* SHA-1 is how Redis names scripts. */
  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
