package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Account;
import dev.huntgate.sandbox.company.Device;
import dev.huntgate.sandbox.company.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the evidence on Graph that says where something was: machines, addresses, services. */
final class GraphPlaces {

  private static final String IP = "#microsoft.graph.security.ipEvidence";

  private GraphPlaces() {}

  /** Fills in a subject and returns its type, or null when it is of another kind. */
  static @Nullable String fill(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.OfDevice device) {
      device(node, device.device());
      return "deviceEvidence";
    }
    if (subject instanceof Subject.OfIp ip) {
      node.put("ipAddress", ip.address()).put("countryLetterCode", ip.country());
      return "ipEvidence";
    }
    if (subject instanceof Subject.OfUrl url) {
      node.put("url", url.url());
      return "urlEvidence";
    }
    if (subject instanceof Subject.OfDns dns) {
      node.put("domainName", dns.domain());
      node.putObject("dnsServerIp").put("@odata.type", IP).put("ipAddress", dns.server());
      node.putNull("hostIpAddress");
      node.putArray("ipAddresses")
          .addObject()
          .put("@odata.type", IP)
          .put("ipAddress", dns.answer());
      return "dnsEvidence";
    }
    if (subject instanceof Subject.OfCloudApplication application) {
      node.put("appId", application.id()).put("displayName", application.name());
      node.put("instanceId", 0).put("saasAppId", application.id());
      node.put("instanceName", application.name());
      return "cloudApplicationEvidence";
    }
    if (subject instanceof Subject.OfOauthApplication application) {
      node.put("appId", application.id()).put("objectId", application.objectId());
      node.put("displayName", application.name()).put("publisher", application.publisher());
      return "oauthApplicationEvidence";
    }
    if (subject instanceof Subject.OfSecurityGroup group) {
      node.put("securityGroupId", group.id()).put("displayName", group.name());
      node.put("distinguishedName", group.distinguishedName());
      node.put("friendlyName", group.name());
      return "securityGroupEvidence";
    }
    return null;
  }

  static ObjectNode account(Account account) {
    ObjectNode node = Json.object();
    node.put("accountName", account.name());
    node.put("domainName", account.domain());
    node.put("userSid", account.sid());
    node.put("azureAdUserId", account.objectId());
    node.put("userPrincipalName", account.upn());
    node.put("displayName", account.displayName());
    return node;
  }

  private static void device(ObjectNode node, Device device) {
    node.put("firstSeenDateTime", WireTime.of(device.firstSeen()));
    node.put("mdeDeviceId", device.id());
    node.put("azureAdDeviceId", device.objectId());
    node.put("deviceDnsName", device.name());
    node.put("hostName", device.hostName());
    node.put("osPlatform", device.os().platform());
    node.put("osBuild", device.os().build());
    node.put("version", device.os().release());
    node.put("healthStatus", "active");
    node.put("riskScore", device.risk().graph());
    node.put("rbacGroupId", device.groupId());
    node.put("rbacGroupName", device.group());
    node.put("onboardingStatus", "onboarded");
    node.put("defenderAvStatus", device.windows() ? "updated" : "notSupported");
    node.put("lastIpAddress", device.ip());
    node.put("lastExternalIpAddress", device.publicIp());
    node.set("ipInterfaces", Json.texts(List.of(device.ip())));
    node.putArray("loggedOnUsers");
    node.set("tags", Json.texts(device.tags()));
    node.putNull("vmMetadata");
    if (device.owner() != null) {
      Account account = device.owner().account();
      ObjectNode user = node.withArray("loggedOnUsers").addObject();
      user.put("accountName", account.name()).put("domainName", account.domain());
    }
  }
}
