package dev.huntgate.wiring;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A weak setting of the address to listen on: this machine only, unless callers need a token or all
 * that is served is the sandbox.
 *
 * <p>It always gives a value, since the build records the one that it sees as a default.
 */
public final class ListenAddress implements ConfigSourceFactory {

  private static final int BELOW_EVERY_FILE = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (!context.getProfiles().contains("prod")) {
      return List.of();
    }
    ConfigValue sandbox = context.getValue("huntgate.sandbox");
    boolean onlySandbox =
        sandbox != null && sandbox.getValue() != null && !sandbox.getValue().equals("false");
    ConfigValue auth = context.getValue("huntgate.auth");
    boolean known = auth != null && "oidc".equalsIgnoreCase(auth.getValue());
    String host = onlySandbox || known ? "0.0.0.0" : "127.0.0.1";
    return List.of(
        new PropertiesConfigSource(
            Map.of("quarkus.http.host", host), "listen address", BELOW_EVERY_FILE));
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(BELOW_EVERY_FILE);
  }
}
