package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** The tenant that a request is for: as long as callers have no tokens, the one there is. */
@ApplicationScoped
public class CurrentTenant {

  /** The tenant of the current request. */
  public Tenant get() {
    return Tenant.DEFAULT;
  }
}
