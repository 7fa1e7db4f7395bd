package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What upstream says of a piece of evidence's part in an alert.
 *
 * @param verdict such as {@code MALICIOUS}; null where upstream gives none
 * @param remediationStatus such as {@code BLOCKED}; null where upstream gives none
 * @param roles such as {@code ATTACKER}
 */
public record Finding(
    @Nullable Instant createdAt,
    @Nullable String verdict,
    @Nullable String remediationStatus,
    @Nullable String remediationStatusDetails,
    List<String> roles,
    List<String> detailedRoles,
    List<String> tags) {

  /** What is said where upstream says nothing. */
  public static final Finding NONE =
      new Finding(null, null, null, null, List.of(), List.of(), List.of());

  public Finding {
    roles = List.copyOf(roles);
    detailedRoles = List.copyOf(detailedRoles);
    tags = List.copyOf(tags);
  }
}
