package dev.huntgate.incident;

import org.jspecify.annotations.Nullable;

/** A user account, as far as upstream knows it. */
public record Account(
    @Nullable String accountName,
    @Nullable String domainName,
    @Nullable String userSid,
    @Nullable String entraUserId,
    @Nullable String userPrincipalName,
    @Nullable String displayName,
    @Nullable String activeDirectoryObjectGuid,
    @Nullable String tenantId) {}
