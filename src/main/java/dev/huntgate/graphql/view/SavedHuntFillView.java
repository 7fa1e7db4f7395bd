package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code SavedHuntFill}. */
@Enum("SavedHuntFill")
@Description("What of an incident a saved hunt's parameter is filled from.")
public enum SavedHuntFillView {
  @Description("Full names of devices, such as `desk-7.contoso.com`.")
  DEVICE_NAME,
  @Description("Defender for Endpoint ids of devices.")
  DEVICE_ID,
  @Description("Names of accounts without their domain, such as `alice`.")
  ACCOUNT_NAME,
  @Description("User principal names of accounts, such as `alice@contoso.com`.")
  ACCOUNT_UPN,
  @Description("Names of files without a folder.")
  FILE_NAME,
  @Description("SHA-1 hashes of files.")
  SHA1,
  @Description("SHA-256 hashes of files.")
  SHA256,
  @Description("Addresses on the network, IPv4 or IPv6.")
  IP_ADDRESS,
  @Description("Web addresses.")
  URL,
  @Description("Host names, of web addresses or looked up.")
  DOMAIN,
  @Description("Addresses of mailboxes and of recipients of mail.")
  MAILBOX,
  @Description("Addresses of senders of mail.")
  SENDER,
  @Description("The time since the incident's first activity, in whole days.")
  LOOK_BACK
}
