package dev.huntgate.shared.results;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.shared.RedisKeys;
import java.util.regex.Pattern;

/** The names in Redis of what there is of hunts. */
final class HuntNames {

  /** Where replicas tell each other what has changed. */
  static final String CHANNEL = RedisKeys.channel("hunts");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  private HuntNames() {}

  /** Whether this can be a result's id; callers may give anything for one. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** A result: a hash of its head and its pieces. */
  static String result(Tenant tenant, String id) {
    return resultPrefix(tenant) + id;
  }

  static String resultPrefix(Tenant tenant) {
    return RedisKeys.of(tenant) + "result:";
  }

  /** The tenant's results, by when they expire. */
  static String index(Tenant tenant) {
    return RedisKeys.of(tenant) + "results";
  }

  /** How many bytes each of them takes, and all together. */
  static String sizes(Tenant tenant) {
    return RedisKeys.of(tenant) + "sizes";
  }

  /** The results of equal hunts, by when they arrived. */
  static String hunt(ResultKey key) {
    return RedisKeys.of(key.tenant()) + "hunt:" + name(key);
  }

  /** Whose turn it is to run a hunt. */
  static String turn(ResultKey key) {
    return RedisKeys.of(key.tenant()) + "turn:" + name(key);
  }

  /* 128 bits of a digest: what is found under them is still compared with the query. */
  private static String name(ResultKey key) {
    return key.kql().hash() + ":" + (key.timespan() == null ? "" : key.timespan());
  }
}
