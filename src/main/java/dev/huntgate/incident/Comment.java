package dev.huntgate.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remark that somebody left on an incident or alert.
 *
 * @param createdBy who wrote it, as upstream names them
 */
public record Comment(String text, @Nullable String createdBy, @Nullable Instant createdAt) {}
