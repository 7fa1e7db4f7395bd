package dev.huntgate.graphql.view;

import dev.huntgate.incident.MailSender;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code MailSender}. */
@Type("MailSender")
@Description("Who a mail says it is from.")
@DefaultNonNull
public record MailSenderView(
    @Description("The address, such as `billing@example.com`.") @Nullable String address,
    @Description("The name for people. Only Microsoft Graph has it.") @Nullable String displayName,
    @Description("The domain of the address, such as `example.com`. Only Microsoft Graph has it.")
        @Nullable
        String domainName) {

  static MailSenderView of(MailSender mailSender) {
    return new MailSenderView(
        mailSender.address(), mailSender.displayName(), mailSender.domainName());
  }
}
