package dev.huntgate.upstream;

import io.smallrye.mutiny.Uni;

/** A tenant's access tokens. */
public interface TokenSource {

  /**
   * A token that is valid for a while yet.
   *
   * <p>Fails with a {@link dev.huntgate.failure.FailureException}.
   */
  Uni<String> accessToken();

  /** Forgets the token, because upstream did not accept it; the next one is fetched anew. */
  void forget();

  /** How it stands; asks nobody. */
  TokenState state();
}
