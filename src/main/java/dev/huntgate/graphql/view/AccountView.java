package dev.huntgate.graphql.view;

import dev.huntgate.incident.Account;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Account}. */
@Type("Account")
@Description("A user account, as far as upstream knows it.")
@DefaultNonNull
public record AccountView(
    @Description("The name to log on with, without the domain, such as `alice`.") @Nullable
        String accountName,
    @Description("The Windows domain, such as `CONTOSO`.") @Nullable String domainName,
    @Description("The Windows security identifier, such as `S-1-5-21-…-1104`.") @Nullable
        String userSid,
    @Description("The object id in Microsoft Entra ID, a GUID.") @Nullable String entraUserId,
    @Description("The name to log on with in the cloud, such as `alice@contoso.com`.") @Nullable
        String userPrincipalName,
    @Description("The name for people, such as `Alice Wu`.") @Nullable String displayName,
    @Description("The object GUID in Active Directory on premises. Only Microsoft Graph has it.")
        @Nullable
        String activeDirectoryObjectGuid,
    @Description(
            "The id of the Microsoft Entra tenant that the account belongs to, a GUID. Only Microsoft Graph has it.")
        @Nullable
        String tenantId) {

  static AccountView of(Account account) {
    return new AccountView(
        account.accountName(),
        account.domainName(),
        account.userSid(),
        account.entraUserId(),
        account.userPrincipalName(),
        account.displayName(),
        account.activeDirectoryObjectGuid(),
        account.tenantId());
  }
}
