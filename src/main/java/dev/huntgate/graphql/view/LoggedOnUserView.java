package dev.huntgate.graphql.view;

import dev.huntgate.incident.Device.LoggedOnUser;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code LoggedOnUser}. */
@Type("LoggedOnUser")
@Description("An account that was logged on to a device.")
@DefaultNonNull
public record LoggedOnUserView(
    @Description("The name to log on with, without the domain, such as `alice`.") @Nullable
        String accountName,
    @Description("The Windows domain, such as `CONTOSO`.") @Nullable String domainName) {

  static LoggedOnUserView of(LoggedOnUser loggedOnUser) {
    return new LoggedOnUserView(loggedOnUser.accountName(), loggedOnUser.domainName());
  }
}
