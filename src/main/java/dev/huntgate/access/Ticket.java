package dev.huntgate.access;

import java.util.Set;

/**
 * What a ticket is good for: one file of somebody's tenant.
 *
 * @param holder the name of who asked for it
 * @param path the file's path, the only one that it opens
 */
public record Ticket(String holder, Tenant tenant, String path) {

  /** A ticket for what a caller asks for. */
  public static Ticket of(Caller caller, String path) {
    return new Ticket(caller.name(), caller.tenant(), path);
  }

  /** Who comes with it, with the one permission that it stands for. */
  public Caller caller() {
    return new Caller(holder, tenant, Set.of(Permission.EXPORT));
  }
}
