package dev.huntgate.hunting.saved;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of an incident a parameter can be filled from. */
public enum Fill {
  /** Names of devices as {@code DeviceName} has them: with their domain, in small letters. */
  DEVICE_NAME,
  /** Ids of devices in Defender for Endpoint. */
  DEVICE_ID,
  /** Names of accounts without their domain. */
  ACCOUNT_NAME,
  /** User principal names of accounts. */
  ACCOUNT_UPN,
  /** Names of files. */
  FILE_NAME,
  /** SHA-1 of files, which every device table has. */
  SHA1,
  /** SHA-256 of files. */
  SHA256,
  /** Addresses on the network, IPv4 or IPv6. */
  IP_ADDRESS,
  /** Web addresses. */
  URL,
  /** Host names of web addresses, and names that were looked up. */
  DOMAIN,
  /** Addresses of mailboxes and of recipients of mails. */
  MAILBOX,
  /** Addresses that mails show as their senders. */
  SENDER,
  /** The time from the incident's first activity until now, in whole days. */
  LOOK_BACK;

  /** The name in a file, such as {@code device-name}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Fill> named(String text) {
    return Arrays.stream(values()).filter(fill -> fill.text().equals(text)).findFirst();
  }

  /** The type of what it fills. */
  ParameterType type() {
    return this == LOOK_BACK ? ParameterType.TIMESPAN : ParameterType.STRING;
  }
}
