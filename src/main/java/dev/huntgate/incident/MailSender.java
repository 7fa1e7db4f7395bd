package dev.huntgate.incident;

import org.jspecify.annotations.Nullable;

/** Who a mail says it is from. */
public record MailSender(
    @Nullable String address, @Nullable String displayName, @Nullable String domainName) {}
