package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.huntgate.access.Passport;
import dev.huntgate.access.Passports;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The passports of the tokens met last, by the tokens' digests: a token that is read out of the
 * memory could be used.
 */
public final class KnownPassports implements Passports {

  /** How long a token is not checked again: as long as a key that the issuer withdrew counts. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 10_000;

  private final Cache<ByteBuffer, Passport> passports;

  /**
   * @param nanoTime the time in nanoseconds by which they age
   */
  public KnownPassports(LongSupplier nanoTime) {
    Ticker ticker = nanoTime::getAsLong;
    this.passports =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public @Nullable Passport find(String token) {
    return passports.getIfPresent(digest(token));
  }

  @Override
  public void keep(String token, Passport passport) {
    passports.put(digest(token), passport);
  }

  private static ByteBuffer digest(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
