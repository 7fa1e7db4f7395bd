package dev.huntgate.sandbox.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change to a file.
 *
 * @param action FileCreated, FileModified, FileRenamed or FileDeleted
 * @param previousName the name before it was renamed, empty otherwise
 * @param originUrl where it was downloaded from, empty otherwise
 * @param requester who asked for it over a share, {@code null} when the program did by itself
 */
public record FileChange(
    Instant at,
    ProcessStart by,
    String action,
    FileImage file,
    String previousName,
    String originUrl,
    @Nullable Account requester)
    implements ProcessDeed {}
