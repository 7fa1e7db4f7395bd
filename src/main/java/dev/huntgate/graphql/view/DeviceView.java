package dev.huntgate.graphql.view;

import dev.huntgate.incident.Device;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Device}. */
@Type("Device")
@Description("A computer, server or phone that an alert touches.")
@DefaultNonNull
public record DeviceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description(
            "The device's id in Defender for Endpoint, 40 hexadecimal digits; `DeviceId` in hunting tables.")
        @Nullable
        String id,
    @Description("The device's id in Microsoft Entra ID, a GUID.") @Nullable String entraDeviceId,
    @Description("The full name, such as `laptop-17.contoso.com`; `DeviceName` in hunting tables.")
        @Nullable
        String dnsName,
    @Description("The name without the domain, such as `laptop-17`. Only Microsoft Graph has it.")
        @Nullable
        String hostName,
    @Description("The DNS domain, such as `contoso.com`. Only Microsoft Graph has it.") @Nullable
        String dnsDomain,
    @Description("The Windows domain, such as `CONTOSO`. Only Microsoft Graph has it.") @Nullable
        String ntDomain,
    @Description("The operating system, such as `Windows11`.") @Nullable String osPlatform,
    @Description("The version of the operating system, such as `23H2`.") @Nullable String osVersion,
    @Description("The processor's architecture, such as `x64`. Only the Defender API has it.")
        @Nullable
        String osProcessor,
    @Description("The build number of the operating system, such as `22631`.") @Nullable
        Long osBuild,
    @Description("Whether its sensor reports, such as `ACTIVE` or `INACTIVE`.") @Nullable
        String healthStatus,
    @Description(
            "The risk that Defender sees on it: `NONE`, `INFORMATIONAL`, `LOW`, `MEDIUM` or `HIGH`.")
        @Nullable
        String riskScore,
    @Description("Whether Defender for Endpoint watches it, such as `ONBOARDED`.") @Nullable
        String onboardingStatus,
    @Description("Whether its antivirus is up to date, such as `UPDATED`.") @Nullable
        String antivirusStatus,
    @Description("The id of the device group that decides who may see it.") @Nullable
        String rbacGroupId,
    @Description("The name of the device group that decides who may see it.") @Nullable
        String rbacGroupName,
    @Description("When Defender saw it for the first time.") @Nullable Instant firstSeenAt,
    @Description("Its last address on the inner network. Only Microsoft Graph has it.") @Nullable
        String lastIpAddress,
    @Description("The last address under which the internet saw it. Only Microsoft Graph has it.")
        @Nullable
        String lastExternalIpAddress,
    @Description("The addresses of its network interfaces. Only Microsoft Graph has it.")
        List<@NonNull String> ipInterfaces,
    @Description("Who was logged on when the alert was raised.")
        List<@NonNull LoggedOnUserView> loggedOnUsers,
    @Description("Where it runs, when it is virtual; null for others.") @Nullable
        VirtualMachineView virtualMachine) {

  static DeviceView of(Device device) {
    return new DeviceView(
        FindingView.of(device.finding()),
        device.id(),
        device.entraDeviceId(),
        device.dnsName(),
        device.hostName(),
        device.dnsDomain(),
        device.ntDomain(),
        device.osPlatform(),
        device.osVersion(),
        device.osProcessor(),
        device.osBuild(),
        device.healthStatus(),
        device.riskScore(),
        device.onboardingStatus(),
        device.antivirusStatus(),
        device.rbacGroupId(),
        device.rbacGroupName(),
        device.firstSeenAt(),
        device.lastIpAddress(),
        device.lastExternalIpAddress(),
        device.ipInterfaces(),
        device.loggedOnUsers().stream().map(LoggedOnUserView::of).toList(),
        device.virtualMachine() == null ? null : VirtualMachineView.of(device.virtualMachine()));
  }
}
