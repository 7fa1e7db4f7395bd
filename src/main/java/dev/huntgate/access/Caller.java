package dev.huntgate.access;

import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.FailureException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, for which tenant, and what they may do there.
 *
 * @param name what the caller is known by, the same from token to token
 */
public record Caller(String name, Tenant tenant, Set<Permission> permissions) {

  private static final String NOBODY = "anonymous";

  /** Whoever asks for the tenant {@code default} where nobody has to say who they are. */
  public static final Caller ANONYMOUS = anonymous(Tenant.DEFAULT);

  public Caller {
    EnumSet<Permission> own = EnumSet.noneOf(Permission.class);
    own.addAll(permissions);
    permissions = Collections.unmodifiableSet(own);
  }

  /** Whoever asks where nobody has to say who they are: they may do everything. */
  public static Caller anonymous(Tenant tenant) {
    return new Caller(NOBODY, tenant, EnumSet.allOf(Permission.class));
  }

  /** Whether the caller has a permission. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * Lets the caller pass who may hunt in any way.
   *
   * @throws FailureException {@code FORBIDDEN} when they may not
   */
  public void requireHunting() {
    require(Permission.HUNTING_ADHOC, Permission.HUNTING_SAVED);
  }

  /**
   * Lets the caller pass who has one of these permissions.
   *
   * @throws FailureException {@code FORBIDDEN} when they have none of them
   */
  public void require(Permission... anyOf) {
    if (Arrays.stream(anyOf).noneMatch(this::may)) {
      throw new FailureException(
          new Forbidden(
              "This needs the permission "
                  + Arrays.stream(anyOf).map(Permission::text).collect(Collectors.joining(" or "))
                  + ", which "
                  + name
                  + " does not have."));
    }
  }
}
