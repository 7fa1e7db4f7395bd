package dev.huntgate.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which roles and scopes grant which permission. */
record Grants(Map<Permission, Set<String>> names) {

  static Grants of(AuthConfig.Roles roles) {
    Map<Permission, Set<String>> names = new EnumMap<>(Permission.class);
    for (Permission permission : Permission.values()) {
      names.put(permission, Set.copyOf(configured(roles, permission)));
    }
    return new Grants(names);
  }

  /** What is granted by these roles and scopes together. */
  Set<Permission> permissions(Collection<String> held) {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    names.forEach(
        (permission, granting) -> {
          if (held.stream().anyMatch(granting::contains)) {
            granted.add(permission);
          }
        });
    return granted;
  }

  private static Collection<String> configured(AuthConfig.Roles roles, Permission permission) {
    return switch (permission) {
      case INCIDENTS_READ -> roles.incidentsRead();
      case INCIDENTS_WRITE -> roles.incidentsWrite();
      case HUNTING_SAVED -> roles.huntingSaved();
      case HUNTING_ADHOC -> roles.huntingAdhoc();
      case EXPORT -> roles.export();
      case ADMIN -> roles.admin();
    };
  }
}
