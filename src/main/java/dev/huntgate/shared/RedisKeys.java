package dev.huntgate.shared;

import dev.huntgate.access.Tenant;

/** The names of what replicas share: each begins with the version, and a tenant's have one slot. */
public final class RedisKeys {

  private static final String PREFIX = "huntgate:v1:";

  private RedisKeys() {}

  /**
   * What the names of everything of a tenant's begin with; by the braces it is in one hash slot.
   */
  public static String of(Tenant tenant) {
    return PREFIX + "{" + tenant.name() + "}:";
  }

  /** A channel that all replicas listen to. */
  public static String channel(String name) {
    return PREFIX + name;
  }
}
