package dev.huntgate.graphql.view;

import dev.huntgate.incident.Device.VirtualMachine;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code VirtualMachine}. */
@Type("VirtualMachine")
@Description("Where a virtual device runs.")
@DefaultNonNull
public record VirtualMachineView(
    @Description("The id of the virtual machine.") @Nullable String vmId,
    @Description("Whose cloud it runs in, such as `AZURE`.") @Nullable String cloudProvider,
    @Description("The cloud's id of the resource, such as an Azure resource path.") @Nullable
        String resourceId,
    @Description("The Azure subscription that it belongs to, a GUID.") @Nullable
        String subscriptionId) {

  static VirtualMachineView of(VirtualMachine virtualMachine) {
    return new VirtualMachineView(
        virtualMachine.vmId(),
        virtualMachine.cloudProvider(),
        virtualMachine.resourceId(),
        virtualMachine.subscriptionId());
  }
}
