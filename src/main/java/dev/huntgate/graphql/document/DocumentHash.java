package dev.huntgate.graphql.document;

import dev.huntgate.graphql.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The SHA-256 of a document's text, in hexadecimal digits, by which clients name it. */
final class DocumentHash {

  private DocumentHash() {}

  static String of(String document) {
    byte[] text = document.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.digest().digest(text));
  }
}
