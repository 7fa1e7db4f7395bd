package dev.huntgate.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A tenant by the name that the operator gave it, such as {@code default}.
 *
 * @param name letters and digits in lower case, so that it can be a word in an environment variable
 */
public record Tenant(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  /** The tenant that a single-tenant installation configures. */
  public static final Tenant DEFAULT = new Tenant("default");

  public Tenant {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A tenant's name has only letters and digits, unlike '" + name + "'");
    }
  }

  /** The tenant of this name, whatever its case. */
  public static Tenant named(String name) {
    return new Tenant(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name;
  }
}
