package dev.huntgate.incident;

import org.jspecify.annotations.Nullable;

/**
 * A file, as far as upstream knows it.
 *
 * @param sizeBytes its size in bytes
 * @param sha256Ac the SHA-256 that Defender computes for Authenticode
 */
public record FileDetails(
    @Nullable String name,
    @Nullable String path,
    @Nullable String sha1,
    @Nullable String sha256,
    @Nullable String sha256Ac,
    @Nullable String md5,
    @Nullable Long sizeBytes,
    @Nullable String publisher,
    @Nullable String signer,
    @Nullable String issuer) {}
