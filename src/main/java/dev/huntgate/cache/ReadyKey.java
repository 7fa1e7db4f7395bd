package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import java.util.Arrays;

/** A request by its bytes and by whose data it reads: equal keys get equal answers. */
public final class ReadyKey {

  private final Tenant tenant;
  private final byte[] request;
  private final int hash;

  /**
   * @param request the request's document, variables and operation as they came; not to be changed
   */
  public ReadyKey(Tenant tenant, byte[] request) {
    this.tenant = tenant;
    this.request = request;
    this.hash = 31 * Arrays.hashCode(request) + tenant.hashCode();
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
        && Arrays.equals(key.request, request);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
