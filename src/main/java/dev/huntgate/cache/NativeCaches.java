package dev.huntgate.cache;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The names of the classes that Caffeine generated for the caches built here, for the native
 * executable, as it looks for them at run time: for each set of features one for the cache (S…) and
 * one for its entries (P…).
 */
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.PSAMW",
      "com.github.benmanes.caffeine.cache.PSMW",
      "com.github.benmanes.caffeine.cache.PSWMS",
      "com.github.benmanes.caffeine.cache.PSWMW",
      "com.github.benmanes.caffeine.cache.SSLMWA",
      "com.github.benmanes.caffeine.cache.SSMSW",
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.SSMWA",
    })
final class NativeCaches {

  private NativeCaches() {}
}
