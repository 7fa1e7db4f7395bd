package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * A click on a link in a mail.
 *
 * @param action ClickAllowed, ClickBlocked or ClickBlockedByTenantPolicy
 * @param clickedThrough whether the person went on in spite of a warning
 */
public record UrlClick(
    Instant at, Mail mail, String url, String ip, String action, boolean clickedThrough)
    implements Happening {}
