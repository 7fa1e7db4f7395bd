package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine of the company.
 *
 * @param id the identifier that Defender for Endpoint gives it: 40 hexadecimal digits
 * @param name the full DNS name in lower case
 * @param os what runs on it
 * @param kind workstation or server
 * @param group the group of devices it is managed in, {@code null} when ungrouped
 * @param ip the address inside the company
 * @param publicIp the address that the internet sees
 * @param owner who mostly uses it, {@code null} for servers
 * @param objectId the identifier in the cloud directory, {@code null} when not joined
 */
public record Device(
    String id,
    String name,
    OperatingSystem os,
    Kind kind,
    @Nullable String group,
    int groupId,
    String ip,
    String publicIp,
    @Nullable Employee owner,
    @Nullable String objectId,
    RiskScore risk,
    Instant firstSeen,
    List<String> tags) {

  public Device {
    tags = List.copyOf(tags);
  }

  /** What a machine is for. */
  public enum Kind {
    WORKSTATION,
    SERVER
  }

  public String hostName() {
    return name.substring(0, name.indexOf('.'));
  }

  public boolean windows() {
    return os.windows();
  }

  /** The identity that most programs of this machine run as. */
  Account usualAccount() {
    if (owner != null) {
      return owner.account();
    }
    return windows() ? Account.SYSTEM : Account.ROOT;
  }
}
