package dev.huntgate.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The tenants that this Huntgate serves.
 *
 * @param tenants in the order of their names
 */
public record ServedTenants(List<Tenant> tenants) {

  public ServedTenants {
    tenants = tenants.stream().distinct().sorted(Comparator.comparing(Tenant::name)).toList();
  }

  /** Those of these names. */
  public static ServedTenants of(Collection<String> names) {
    return new ServedTenants(names.stream().map(Tenant::named).toList());
  }

  boolean serve(Tenant tenant) {
    return tenants.contains(tenant);
  }
}
