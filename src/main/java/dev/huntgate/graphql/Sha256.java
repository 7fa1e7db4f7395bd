package dev.huntgate.graphql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which cursors, answers and documents are told apart. */
public final class Sha256 {

  private Sha256() {}

  /** A digest that has yet to be fed. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
