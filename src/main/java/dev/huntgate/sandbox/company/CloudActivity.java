package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * Something that a person did in a cloud service.
 *
 * @param action what, in the service's words, such as New-InboxRule or FileDownloaded
 * @param objectName what it was done to
 * @param objectType the kind of that: File, Folder, Rule, Account, Application
 * @param admin whether only administrators can do this
 * @param raw the service's own record, a JSON object
 */
public record CloudActivity(
    Instant at,
    Employee person,
    CloudApplication application,
    String action,
    Place from,
    String objectName,
    String objectType,
    boolean admin,
    String raw)
    implements Happening {}
