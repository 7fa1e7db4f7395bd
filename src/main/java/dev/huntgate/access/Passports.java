package dev.huntgate.access;

import org.jspecify.annotations.Nullable;

/** The passports of tokens that were checked lately, so that a token is not checked each time. */
public interface Passports {

  /** The passport of a token, if it is still kept; it may have expired. */
  @Nullable Passport find(String token);

  /** Keeps the passport of a token that was checked. */
  void keep(String token, Passport passport);
}
