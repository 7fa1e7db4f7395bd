package dev.huntgate.upstream.graph;

import dev.huntgate.incident.Device;
import dev.huntgate.incident.Device.LoggedOnUser;
import dev.huntgate.incident.Device.VirtualMachine;
import dev.huntgate.upstream.Fields;

/** Reads devices, which Graph lists among the evidence. */
final class GraphDeviceReader {

  private GraphDeviceReader() {}

  static Device read(Fields fields) {
    return new Device(
        GraphEvidenceReader.finding(fields),
        fields.text("mdeDeviceId"),
        fields.text("azureAdDeviceId"),
        fields.text("deviceDnsName"),
        fields.text("hostName"),
        fields.text("dnsDomain"),
        fields.text("ntDomain"),
        fields.text("osPlatform"),
        fields.text("version"),
        null,
        fields.number("osBuild"),
        fields.term("healthStatus"),
        fields.term("riskScore"),
        fields.term("onboardingStatus"),
        fields.term("defenderAvStatus"),
        fields.text("rbacGroupId"),
        fields.text("rbacGroupName"),
        fields.time("firstSeenDateTime"),
        fields.text("lastIpAddress"),
        fields.text("lastExternalIpAddress"),
        fields.texts("ipInterfaces"),
        fields.objects(
            "loggedOnUsers",
            user -> new LoggedOnUser(user.text("accountName"), user.text("domainName"))),
        fields.has("vmMetadata") ? virtualMachine(fields.object("vmMetadata")) : null);
  }

  private static VirtualMachine virtualMachine(Fields fields) {
    return new VirtualMachine(
        fields.text("vmId"),
        fields.term("cloudProvider"),
        fields.text("resourceId"),
        fields.text("subscriptionId"));
  }
}
