package dev.huntgate.cache;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import java.util.Arrays;
import java.util.Set;

/**
 * A request by its bytes, by whose data it reads and by what who sent it may do: equal keys get
 * equal answers.
 */
public final class ReadyKey {

  private final Tenant tenant;
  private final Set<Permission> permissions;
  private final byte[] request;
  private final int hash;

  /**
   * @param request the request's document, variables and operation as they came; not to be changed
   */
  public ReadyKey(Caller caller, byte[] request) {
    this.tenant = caller.tenant();
    this.permissions = caller.permissions();
    this.request = request;
    this.hash = 31 * (31 * Arrays.hashCode(request) + tenant.hashCode()) + permissions.hashCode();
  }

  /** About what the key takes, in bytes. */
  int weight() {
    return request.length + 64;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadyKey key
        && key.hash == hash
        && key.tenant.equals(tenant)
        && key.permissions.equals(permissions)
        && Arrays.equals(key.request, request);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
