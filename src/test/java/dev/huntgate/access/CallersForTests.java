package dev.huntgate.access;

import java.util.EnumSet;

/** Makes callers. */
public final class CallersForTests {

  private CallersForTests() {}

  /** A caller of the tenant {@code default} who may do everything. */
  public static Caller named(String name) {
    return new Caller(name, Tenant.DEFAULT, EnumSet.allOf(Permission.class));
  }

  /** One who may do this and nothing else. */
  public static Caller with(Permission... permissions) {
    EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
    held.addAll(java.util.List.of(permissions));
    return new Caller("alice", Tenant.DEFAULT, held);
  }
}
