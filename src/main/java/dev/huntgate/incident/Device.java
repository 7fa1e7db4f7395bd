package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A computer or phone that an alert touches.
 *
 * @param finding what upstream says of its part in the alert; empty in the {@code defender} family
 * @param id its id in Defender for Endpoint
 * @param entraDeviceId its id in the directory
 * @param osProcessor only in the {@code defender} family
 */
public record Device(
    Finding finding,
    @Nullable String id,
    @Nullable String entraDeviceId,
    @Nullable String dnsName,
    @Nullable String hostName,
    @Nullable String dnsDomain,
    @Nullable String ntDomain,
    @Nullable String osPlatform,
    @Nullable String osVersion,
    @Nullable String osProcessor,
    @Nullable Long osBuild,
    @Nullable String healthStatus,
    @Nullable String riskScore,
    @Nullable String onboardingStatus,
    @Nullable String antivirusStatus,
    @Nullable String rbacGroupId,
    @Nullable String rbacGroupName,
    @Nullable Instant firstSeenAt,
    @Nullable String lastIpAddress,
    @Nullable String lastExternalIpAddress,
    List<String> ipInterfaces,
    List<LoggedOnUser> loggedOnUsers,
    @Nullable VirtualMachine virtualMachine) {

  public Device {
    ipInterfaces = List.copyOf(ipInterfaces);
    loggedOnUsers = List.copyOf(loggedOnUsers);
  }

  /** An account that was logged on to the device. */
  public record LoggedOnUser(@Nullable String accountName, @Nullable String domainName) {}

  /** Where a virtual device runs. */
  public record VirtualMachine(
      @Nullable String vmId,
      @Nullable String cloudProvider,
      @Nullable String resourceId,
      @Nullable String subscriptionId) {}
}
