package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/**
 * An identity that programs run and people sign in as.
 *
 * @param name the short account name
 * @param domain the directory or the machine that knows it
 * @param sid the security identifier
 * @param upn the sign-in name, {@code null} for built-in accounts
 * @param objectId the identifier in the cloud directory, {@code null} for built-in accounts
 * @param displayName the name as people read it
 */
public record Account(
    String name,
    String domain,
    String sid,
    @Nullable String upn,
    @Nullable String objectId,
    String displayName) {

  static final Account SYSTEM =
      new Account("system", "nt authority", "S-1-5-18", null, null, "Local system");
  static final Account ROOT = new Account("root", "localhost", "S-1-22-1-0", null, null, "root");
}
